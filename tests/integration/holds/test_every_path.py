"""Each way to destroy or alter a record, under no, one and two holds, by a Manager and by code without a person."""

from contextlib import nullcontext
from holding import place
from io import BytesIO
from OFS.CopySupport import CopyError
from OFS.event import ObjectWillBeMovedEvent
from outgoing_story import make_draft
from outgoing_story import pdf
from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import setRoles
import pytest
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
import transaction
from zExceptions import Forbidden
from zExceptions import Unauthorized
from zope.event import notify
from zope.lifecycleevent import ObjectCopiedEvent
from zope.lifecycleevent import ObjectModifiedEvent


def stored(record):
    return IFileStore(record).main()


def parent(record):
    return record.__parent__


def change_property(record):
    record._setPropValue("description", "x")


def empty_the_year(record, **how):
    section = api.portal.get()["skhcn"]["outgoing"]
    section._delObject(next(iter(section.objectIds())), **how)


def move_by_code(record):
    """What a rename and a move of Plone do, without asking for permissions."""
    container = parent(record)
    notify(ObjectWillBeMovedEvent(record, container, record.getId(), container, "other"))


#: Ways of code without a person, and of services and forms: without a hold all of them go through.
PATHS = {
    "delete": lambda record: parent(record)._delObject(record.getId()),
    "delete the folder around it": empty_the_year,
    "delete without events": lambda record: parent(record)._delObject(record.getId(), suppress_events=True),
    "delete the folder without events": lambda record: empty_the_year(record, suppress_events=True),
    "rename or move": move_by_code,
    "edit form": lambda record: notify(ObjectModifiedEvent(record)),
    "editor": lambda record: IDocumentEditor(record).change({"subject": "Trích yếu khác hẳn"}, "leminhanh"),
    "properties": change_property,
    "add a file": lambda record: IFileStore(record).add("annex", "x.pdf", pdf(), "leminhanh"),
    "replace a file": lambda record: IFileStore(record).replace(stored(record).id, "x.pdf", pdf(3), "leminhanh"),
    "remove a file": lambda record: IFileStore(record).remove(stored(record).id, "leminhanh"),
}


@pytest.fixture
def manager(portal):
    setRoles(portal, TEST_USER_ID, ["Manager"])


@pytest.mark.parametrize("holds", [0, 1, 2])
@pytest.mark.parametrize("path", PATHS)
def test_a_document(filed, manager, path, holds):
    for number in range(holds):
        place(filed, case=f"VU-{number}")
    files = [version.sha256 for file in IFileStore(filed).kept() for version in file.versions()]
    point = transaction.savepoint()
    if not holds:
        PATHS[path](filed)
        return
    with pytest.raises(Refused) as caught:
        PATHS[path](filed)
    said = " ".join(str(violation.message.mapping["case"]) for violation in caught.value.violations)
    assert said == " ".join(f"VU-{number}" for number in range(holds))
    point.rollback()
    assert [version.sha256 for file in IFileStore(filed).kept() for version in file.versions()] == files


@pytest.mark.parametrize("path", PATHS)
def test_a_document_in_a_held_dossier(dossier, filed, manager, path):
    place(dossier)
    with pytest.raises(Refused):
        PATHS[path](filed)


#: Ways of the manage screens and of Plone's own menus: nobody has the permission, so they are refused in any case.
SCREENS = {
    "manage_delObjects": lambda record: parent(record).manage_delObjects([record.getId()]),
    "api.content.delete": lambda record: api.content.delete(record, check_linkintegrity=False),
    "manage_renameObject": lambda record: parent(record).manage_renameObject(record.getId(), "other"),
    "manage_cutObjects": lambda record: parent(record).manage_cutObjects([record.getId()]),
}


@pytest.mark.parametrize("holds", [0, 1, 2])
@pytest.mark.parametrize("path", SCREENS)
def test_manage_screens_of_a_manager(filed, manager, path, holds):
    for number in range(holds):
        place(filed, case=f"VU-{number}")
    with pytest.raises((RecordHeld, Unauthorized, CopyError)):
        SCREENS[path](filed)
    assert filed.getId() in parent(filed)


def test_zopes_own_doors_answer_403_with_the_case(draft, manager):
    place(draft, case="TT-77")
    with pytest.raises(Forbidden) as caught:
        parent(draft)._delObject(draft.getId())
    assert caught.value.getStatus() == 403 and "TT-77" in str(caught.value)


def test_the_dossier_itself(dossier, manager):
    place(dossier)
    for attempt in (
        lambda: parent(dossier)._delObject(dossier.getId()),
        lambda: parent(dossier)._delObject(dossier.getId(), suppress_events=True),
        lambda: api.portal.get()._delObject("skhcn", suppress_events=False),
        lambda: move_by_code(dossier),
        lambda: notify(ObjectCopiedEvent(dossier, dossier)),
        lambda: api.portal.get()["skhcn"]["dossiers"]._delObject(parent(dossier).getId()),
        lambda: notify(ObjectModifiedEvent(dossier)),
        lambda: dossier._delPropValue("title"),
    ):
        point = transaction.savepoint()
        with pytest.raises(RecordHeld):
            attempt()
        point.rollback()


def test_what_was_exported_does_not_come_in_beside_it(dossier, tmp_path):
    """As manage_importObject does it; a free dossier may have been left out of the export, so the hold counts."""
    transaction.savepoint()
    for name, held in (("again", False), ("once-more", True)):
        if held:
            place(dossier)
            transaction.savepoint()
        exported = dossier._p_jar.exportFile(dossier._p_oid, str(tmp_path / name))
        exported.close()
        copy = dossier._p_jar.importFile(str(tmp_path / name))
        copy._setId(name)
        with pytest.raises(RecordHeld) if held else nullcontext():
            parent(dossier)._setObject(name, copy)
        assert (name in parent(dossier).objectIds()) is not held


def test_taking_a_document_out_of_the_dossier(dossier, filed):
    place(dossier)
    with pytest.raises(RecordHeld):
        IDossierContents(dossier).remove(filed, "leminhanh", "không cần nữa")
    assert IDossierContents(dossier).item_of(filed) is not None


@pytest.mark.parametrize("holds", [0, 1, 2])
@pytest.mark.parametrize("transition", ["destroy", "reopen"])
def test_transitions(dossier, holds, transition):
    fire(dossier, "close")
    for number in range(holds):
        place(dossier, case=f"VU-{number}")
    if holds:
        with pytest.raises(RecordHeld):
            fire(dossier, transition)
        assert api.content.get_state(dossier) == "closed"
    else:
        fire(dossier, transition)
        assert api.content.get_state(dossier) != "closed"


def test_no_deposit_with_the_historical_archive(dossier):
    fire(dossier, "close")
    fire(dossier, "archive")
    place(dossier)
    with pytest.raises(RecordHeld):
        fire(dossier, "deposit")


def test_webdav_put_is_refused(dossier, manager):
    place(dossier)
    request = dossier.REQUEST.clone()
    request.environ["REQUEST_METHOD"] = request.method = "PUT"
    request["BODYFILE"] = BytesIO(b"title: khac\n\n")
    with pytest.raises(RecordHeld):
        dossier.PUT(request, request.response)


def test_acts_that_edit_say_why(draft, cast):
    place(draft, case="TT-5")
    status, codes = cast.drafter.is_refused(draft, "submit", receiver="phamquochuy")
    assert (status, codes) == (409, {("", "locked")})


def test_the_hold_itself_stays(draft, manager):
    hold = place(draft)
    for attempt in (
        lambda: parent(hold)._delObject(hold.getId()),
        lambda: move_by_code(hold),
    ):
        point = transaction.savepoint()
        with pytest.raises(RecordHeld):
            attempt()
        point.rollback()


def test_others_are_not_touched(draft):
    place(draft)
    other = make_draft()
    IFileStore(other).remove(IFileStore(other).main().id, "leminhanh")
    parent(other)._delObject(other.getId())
