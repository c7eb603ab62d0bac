"""Precedents: who marks them, what the mark stops, what ends it."""

from disposing import ARCHIVIST
from disposing import begun
from disposing import expired_dossier
from disposing import propose
from disposing import state
from datetime import timedelta
import json
import pytest
from qlvb.content.badges import badges_of
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.index.interfaces import IListing
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.precedents.interfaces import IPrecedent
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.disposal.candidates import expired
from qlvb.workflows.outbox.interfaces import IRunner
from zope.component import getUtility


SAID = {"topic": "Bồi thường khi thu hồi đất", "reason": "Lần đầu giải quyết loại việc này"}


@pytest.fixture
def dossier(approved, later):
    return expired_dossier(approved, documents=2)[0]


def documents_of(dossier):
    return [document for _item, document in IDossierContents(dossier).documents()]


def codes(caught):
    return {violation.code for violation in caught.value.violations}


def listed(login_as, userid):
    with login_as(userid):
        return [row.uid for row in getUtility(IListing).query("disposals.precedents").rows]


def test_marked_shown_and_ended(dossier, person, login_as, later):
    for stranger in ("leminhanh", "vanthuskhcn", "nguyenthithuha"):
        assert person(stranger).is_refused(dossier, "mark_precedent", **SAID)[0] == 403
    archivist = person(ARCHIVIST)
    assert archivist.is_refused(dossier, "mark_precedent", topic="  ", reason=SAID["reason"])[0] == 400
    assert archivist.is_refused(dossier, "mark_precedent", topic="x", reason="ngắn")[0] == 400
    assert archivist.is_refused(dossier, "end_precedent", reason="Không còn phù hợp nữa") == (409, {("", "wrong_state")})
    assert badges_of(dossier) == [] and IPrecedent(dossier).read() == {}
    with login_as(ARCHIVIST):
        assert [one.record for one in expired("skhcn", later)] == [dossier]
    archivist.does(dossier, "mark_precedent", **SAID)
    known = IPrecedent(dossier).read()
    assert (known["topic"], known["by"], known["since"]) == (SAID["topic"], ARCHIVIST, later.isoformat())
    (badge,) = badges_of(dossier)
    assert badge.title.mapping["topic"] == SAID["topic"]
    assert listed(login_as, ARCHIVIST) == [dossier.UID()]
    (entry,) = IJournal(dossier).entries(events=["act.mark_precedent"])
    assert entry.detail["comment"] == SAID["reason"]
    archivist.does(dossier, "mark_precedent", topic="Thu hồi đất nông nghiệp", reason=SAID["reason"])
    assert IPrecedent(dossier).read()["topic"] == "Thu hồi đất nông nghiệp"
    archivist.does(dossier, "end_precedent", reason="Không còn phù hợp nữa")
    assert badges_of(dossier) == [] and listed(login_as, ARCHIVIST) == []
    propose(dossier)


def test_no_precedent_is_marked_for_destruction(dossier, person, login_as, later):
    """The dossier itself, and one in which a precedent lies, unless another dossier keeps it."""
    archivist, (first, _second) = person(ARCHIVIST), documents_of(dossier)
    for record in (dossier, first):
        archivist.does(record, "mark_precedent", **SAID)
        with pytest.raises(Refused) as caught:
            propose(dossier)
        assert codes(caught) == {"precedent"} and SAID["topic"] in str(caught.value.violations[0].message.mapping)
        with login_as(ARCHIVIST):
            assert expired("skhcn", later) == []
        if record is dossier:
            archivist.does(record, "end_precedent", reason="Không còn phù hợp nữa")
    other = getUtility(IDossierFinder).open_from_entry(dossier.__parent__, "01.CNTT", "phamquochuy")
    IDossierContents(other).add(first, "phamquochuy")
    propose(dossier)


def test_not_even_by_code(dossier, person):
    person(ARCHIVIST).does(dossier, "mark_precedent", **SAID)
    for attempt in (
        lambda: fire(dossier, "destroy"),
        lambda: dossier.__parent__._delObject(dossier.getId()),
        lambda: dossier.__parent__.__parent__._delObject(dossier.__parent__.getId()),
    ):
        with pytest.raises(RecordHeld):
            attempt()
    assert state(dossier) == "closed"


def test_marked_while_the_destruction_runs(dossier, keys, person):
    disposal = propose(dossier)
    begun(disposal, person)
    person(ARCHIVIST).does(documents_of(dossier)[1], "mark_precedent", **SAID)
    with held(now() + timedelta(hours=25)):
        getUtility(IRunner).run_pending()
    assert (state(dossier), state(disposal)) == ("closed", "executed")
    assert all(IFileStore(document).files() for document in documents_of(dossier))
    (left,) = json.loads(ISheet(disposal).certificate["json"])["not_destroyed"]
    assert left["UID"] == dossier.UID() and SAID["topic"] in left["why"]
    assert person(ARCHIVIST).is_offered(dossier)["mark_precedent"]


def test_what_is_destroyed_becomes_none(dossier, keys, person):
    disposal = propose(dossier)
    begun(disposal, person)
    with held(now() + timedelta(hours=25)):
        getUtility(IRunner).run_pending()
    assert state(dossier) == "destroyed"
    assert person(ARCHIVIST).is_refused(dossier, "mark_precedent", **SAID) == (409, {("", "wrong_state")})
