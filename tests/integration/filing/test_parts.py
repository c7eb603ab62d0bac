"""Hồ sơ con: opened under a dossier, read by both keepers, closed, held and handed in with it."""

from datetime import date
from holding import place
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.filing.links import link_of
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.transfer.candidates import violations_for
from qlvb.workflows.transfer.creation import create_transfer
from zope.component import getUtility
from zope.globalrequest import getRequest


pytestmark = pytest.mark.usefixtures("held")
KEEPER, OTHER = "leminhanh", "phamquochuy"


@pytest.fixture
def whole(approved, perform):
    perform(KEEPER, approved, "open_dossier", entry="02.CNTT")
    return getUtility(IDossierFinder).opened(approved, "02.CNTT")


@pytest.fixture
def part(approved, whole, perform):
    result = perform(KEEPER, whole, "open_part", title="Giai đoạn 1", holder=OTHER)
    return getUtility(IDossierFinder).opened(approved, result["code"])


def test_it_takes_code_and_period_from_the_whole(whole, part, perform, refused, login_as):
    assert (part.code, part.holder, whole_of(part)) == ("02-1.CNTT", OTHER, whole)
    assert IRetention(part).period == IRetention(whole).period and part.retention_basis == IRetention(whole).basis
    assert perform(KEEPER, whole, "open_part", title="Giai đoạn 2", holder=KEEPER)["code"] == "02-2.CNTT"
    assert [one.code for one in parts_of(whole)] == ["02-1.CNTT", "02-2.CNTT"]
    assert refused(OTHER, part, "open_part", title="Con của con", holder=OTHER) == (409, {"part_of_part"})
    assert refused("vanthuskhcn", whole, "open_part", title="Của ai đó", holder=OTHER)[0] == 403
    with login_as(OTHER):
        rows, _there = rows_by_uid([whole.UID(), part.UID()])
        assert set(rows) == {whole.UID(), part.UID()}
        page = part.restrictedTraverse("view")()
        assert whole.absolute_url() in page and "theo hồ sơ có hồ sơ con này" in page
        assert 'id="dossier-parts"' not in page
        page = whole.restrictedTraverse("view")()
        assert page.index('id="dossier-parts"') < page.index(part.absolute_url())
        getRequest().form["tab"] = "parts"
        assert part.absolute_url() in whole.restrictedTraverse("view")()


def test_both_keepers_read_and_whoever_handed_a_part_over_reads_that_alone(whole, part, perform, login_as):
    perform(OTHER, part, "hand_over_dossier", receiver="buitrungkien", reason="Chuyển công tác khác")
    perform("buitrungkien", part, "accept_handover", documents=0)
    with login_as("buitrungkien"):
        assert whole.UID() in rows_by_uid([whole.UID()])[0]
    granted = [
        (one.code, grant.role, grant.principal)
        for one in (whole, part)
        for grant in IGrants(one).all()
        if grant.cause == "dossier"
    ]
    assert sorted(granted) == [
        ("02-1.CNTT", "Drafter", "buitrungkien"),
        ("02-1.CNTT", "Participant", KEEPER),
        ("02-1.CNTT", "Participant", OTHER),
        ("02.CNTT", "Drafter", KEEPER),
        ("02.CNTT", "Participant", "buitrungkien"),
    ]


def test_the_whole_waits_for_its_parts(whole, part, perform, refused, login_as):
    with login_as(KEEPER):
        [fault] = [one for one in violations(whole) if one.code == "part_open"]
        assert link_of(whole, fault) == part.absolute_url()
    assert "part_open" in refused(KEEPER, whole, "close")[1]
    fire(part, "close")
    assert not violations(whole)
    part.end_date = date(2031, 2, 1)
    assert ITransferDeadlines(part).deadlines() is None
    perform(KEEPER, whole, "close", end_date=date(2031, 3, 3), retention_kind="years", retention_years=10)
    assert ITransferDeadlines(part).deadlines() == ITransferDeadlines(whole).deadlines()
    assert refused(OTHER, part, "reopen", reason="Còn một văn bản nữa") == (409, {"whole_closed"})


def test_a_case_that_holds_the_whole_holds_its_parts(whole, part, document, refused):
    record = document(by=OTHER)
    IDossierContents(part).add(record, OTHER)
    place(whole)
    assert IHolds(part).held() and IHolds(record).held()
    assert refused(KEEPER, whole, "open_part", title="Giai đoạn 2", holder=KEEPER)[0] in (403, 409)


def test_parts_are_handed_in_with_the_whole(whole, part, perform):
    transfer = create_transfer("skhcn", {"title": "Nộp lưu năm 2031", "kind": "current"}, KEEPER)
    fire(part, "close")
    part.end_date = whole.end_date = date(2031, 3, 3)
    assert {one.code for one in violations_for(transfer, part)} == {"whole_open"}
    fire(whole, "close")
    assert violations_for(transfer, part) == []
    for one in (whole, part):
        one.reindexObject()
        one.reindexObjectSecurity()
    perform(KEEPER, transfer, "add_dossiers", dossiers=[whole.UID()])
    assert [item.uid for item in ITransferItems(transfer).all()] == [whole.UID(), part.UID()]
