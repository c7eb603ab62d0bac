"""Parts of dossiers, and dossiers that share a document, in a destruction."""

from datetime import date
from disposing import ARCHIVIST
from disposing import begun
from disposing import expired_dossier
from disposing import propose
from disposing import run
from disposing import state
from holding import place
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.standing import violations
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.disposal.candidates import expired as expired_of
from zope.component import getUtility


@pytest.fixture
def divided(expired):
    """An expired dossier with a part that is expired, too."""
    whole, _documents = expired
    fire(whole, "reopen")
    part = getUtility(IDossierFinder).open_part(whole, "leminhanh", title="Giai đoạn 1", holder="leminhanh")
    part.start_date = part.end_date = whole.start_date = date(2026, 1, 5)
    for one in (part, whole):
        fire(one, "close")
        one.reindexObject()
        one.reindexObjectSecurity()
    return whole, part


def codes(record, **more):
    return {one.code for one in violations(record, "expired", **more)}


def test_a_whole_goes_with_its_parts_and_a_part_not_before_the_whole_may(divided, later, person, login_as):
    whole, part = divided
    assert codes(whole) == {"parts_kept"} and codes(whole, besides={part.UID()}) == set() == codes(part)
    with login_as(ARCHIVIST):
        found = [one.record for one in expired_of("skhcn", later)]
    assert found.index(part) < found.index(whole)
    whole.retention_extended = date(2050, 1, 1)
    assert codes(part) == {"whole_kept"}
    whole.retention_extended = None
    disposal = propose()
    person(ARCHIVIST).does(disposal, "add_items", items=[whole.UID(), part.UID()])
    assert [item.uid for item in ISheet(disposal).items()] == [part.UID(), whole.UID()]


def test_a_part_that_is_held_at_the_last_moment_keeps_the_whole(divided, person):
    whole, part = divided
    disposal = propose(part, whole)
    begun(disposal, person)
    place(part)
    run()
    assert (state(disposal), state(part), state(whole)) == ("executed", "closed", "closed")


@pytest.mark.parametrize("first", [True, False])
def test_what_a_dossier_shares_with_one_that_is_kept_after_all_stays(approved, later, keys, person, first):
    """Its retention was extended after the decision: the shared document stays, whichever of the two comes first."""
    gone, [shared] = expired_dossier(approved)
    fire(stays := expired_dossier(approved, "01.TH")[0], "reopen")
    IDossierContents(stays).add(shared, "leminhanh")
    fire(stays, "close")
    disposal = propose(*((stays, gone) if first else (gone, stays)))
    begun(disposal, person)
    stays.retention_extended = date(2050, 1, 1)
    run()
    assert [state(one) for one in (disposal, gone, stays)] == ["executed", "destroyed", "closed"]
    assert state(shared) != "destroyed"
