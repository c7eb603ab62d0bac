"""Who may do which act on what the archive has to do with, in which situation: archive_acts.txt, as forms, REST and bulk
all ask it (IActs).
"""

from kept_situations import KEEPER
from archive_situations import place_of
from archive_situations import SITUATIONS
from disposing import ARCHIVIST
from disposing import LATER
from matrices import OF_OTHER_ROOMS
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_story import cast  # noqa: F401
from outgoing_story import person  # noqa: F401
from pathlib import Path
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.disposals.interfaces import IDisposal
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.holds.interfaces import IHold
from qlvb.content.readings.interfaces import IReading
from qlvb.content.stores.interfaces import IStorageBox
from qlvb.content.transfers.interfaces import ITransfer
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.acts.transitions import state_of
from zope.component import getSiteManager
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "archive_acts.txt")
#: Kinds of records that the file is about.
KINDS = (IDossier, IDossierCatalogue, ITransfer, IDisposal, IHold, IReading, IStorageBox)
#: Situations in which nothing is left to do, or only the worker does something.
SILENT = {
    "dossier_historical", "dossier_destroyed", "transfer_accepting", "transfer_accepted", "transfer_cancelled", "historical_refused",
    "disposal_executed", "disposal_cancelled", "hold_released", "reading_returned", "reading_refused", "reading_withdrawn",
}  # fmt: skip
#: Acts that need something drawn or found first -> the test that says who may.
ELSEWHERE = {
    "sign_as_giver": "integration/transfer/test_story.py::test_minutes_and_list_signed_by_both_sides",
    "sign_as_receiver": "integration/transfer/test_story.py::test_minutes_and_list_signed_by_both_sides",
    "sign_handover_giver": "integration/filing/test_handing_over.py::test_both_sign_the_minutes",
    "sign_handover_receiver": "integration/filing/test_handing_over.py::test_both_sign_the_minutes",
    "gather": "integration/filing/test_keeping.py::test_nothing_comes_twice_and_nothing_of_others",
    "check_pdfa": "integration/filing/test_acts.py::test_closing_takes_no_claim_for_pdfa",
    "follow_schedule": "integration/retention/test_schedule_versions.py::test_dossiers_keep_what_they_have_until_asked",
}
#: Column of the file -> person.
PEOPLE = {
    "keeper": KEEPER,
    "unit_head": "phamquochuy",
    "head": "nguyenthithuha",
    "deputy": "buitrungkien",
    "clerk": "vanthuskhcn",
    "archivist": ARCHIVIST,
    "administrator": "skhcnqtdv",
    "outsider": "vanthusnv",
    "manager": "quantri",
}


@pytest.fixture
def world(province, tmp_path, monkeypatch):
    """The site in the year in which dossiers of the story are due; the agency has its seal then."""
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path / "audit"))
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path / "keys"))
    with held(LATER):
        yield province


def test_every_state_is_in_a_situation(portal):
    """And a situation of which the file says nothing is one in which nothing is left to do, not one that was forgotten."""
    workflows = api.portal.get_tool("portal_workflow")
    reached = {place_of(one.__name__) for one in SITUATIONS}
    assert reached == {(name, state) for name in {name for name, _state in reached} for state in workflows[name].states.objectIds()}
    named = {situation for situation, _act in MATRIX}
    assert named <= {one.__name__ for one in SITUATIONS}
    silent = {one.__name__ for one in SITUATIONS} - named
    assert silent == SILENT


def test_every_act_can_be_done_by_somebody(portal):
    """Nobody may do anything where a matrix is empty: each act of these rooms is possible somewhere in the file."""
    found = getSiteManager().adapters.lookupAll
    acts = {str(name) for kind in KINDS for name, _act in found((kind,), IAct)} - OF_OTHER_ROOMS
    assert len(acts) > 60
    assert acts - {act for _situation, act in MATRIX} == set(ELSEWHERE)
    tests = Path(__file__).parents[2]
    for path, _colons, name in (place.partition("::") for place in ELSEWHERE.values()):
        assert f"def {name}(" in (tests / path).read_text(), name


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_who_may_do_what(world, person, login_as, situation):  # noqa: F811
    record = situation(world, person)
    assert state_of(record) == place_of(situation.__name__)[1]
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation.__name__}
    assert who_may(record, PEOPLE, login_as) == may
    refuse_the_others(record, may, PEOPLE, login_as)
    show_alike(record, may, PEOPLE, login_as, getRequest())
