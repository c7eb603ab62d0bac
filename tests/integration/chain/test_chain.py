"""Đến, đi, hồi báo: one chain from whichever of them one looks, and nothing of what one may not see."""

from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.workflows.chain.walk import chain_of
from qlvb.workflows.rights.interfaces import IGrants
from received import Actors
from received import open_registers
from received import received


@pytest.fixture
def chain(province, login_as):
    """What SNV received, its reply, and what came back to the reply."""
    open_registers("snv")
    actors = Actors(login_as)
    first = actors.bring_to(received(), "in_progress")
    reply = uuidToObject(actors.do(first, "reply", "vuhaiyen")["uid"], unrestricted=True)
    back = received(document_number=99, document_symbol="SKHCN-VP", in_reply_to=IUUID(reply))
    for record in (first, reply, back):
        record.reindexObject()
    return first, reply, back


@pytest.mark.parametrize("start", [0, 1, 2])
def test_from_whichever(chain, login_as, start):
    IGrants(chain[2]).grant("vuhaiyen", "Participant", "line", reference="test")
    with login_as("vuhaiyen"):
        steps, hidden = chain_of(chain[start])
    assert [step.kind for step in steps] == ["incoming", "answer", "back"]
    assert [step.current for step in steps] == [number == start for number in range(3)]
    assert hidden == 0


def test_what_one_may_not_see_is_counted_and_no_way_further(chain, login_as):
    first, reply, back = chain
    with login_as("vanthusnv"):
        steps, hidden = chain_of(first)
    assert [step.uid for step in steps] == [IUUID(first)] and hidden == 1
    with login_as("vuhaiyen"):
        steps, hidden = chain_of(first)
    assert [step.kind for step in steps] == ["incoming", "answer"] and hidden == 1


def test_a_document_alone(province, login_as):
    with login_as("vanthusnv"):
        steps, hidden = chain_of(received())
    assert len(steps) == 1 and hidden == 0
