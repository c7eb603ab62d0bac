"""Who may do which act on a submission note in which situation: acts_matrix.txt, on the screen and over REST."""

from delegated import delegate
from matrices import acts_of
from matrices import link_buttons
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from outgoing_story import CLERK
from outgoing_story import DEPUTY
from outgoing_story import DRAFTER
from outgoing_story import SIGNATORY
from pathlib import Path
import pytest
from qlvb.content.lookup import find_record
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
REVIEWER, ASKED = "phamquochuy", "hoangvanluu"
#: Column of the file -> person; the archivist is asked for an opinion.
PEOPLE = {
    "drafter": DRAFTER,
    "reviewer": REVIEWER,
    "signatory": SIGNATORY,
    "deputy": DEPUTY,
    "asked": ASKED,
    "clerk": CLERK,
    "administrator": "skhcnqtdv",
    "outsider": "vanthusnv",
    "manager": "quantri",
}


def draft_note(note, cast):
    pass


def submitted(note, cast):
    cast.drafter.does(note, "submit_note", deciders=[REVIEWER, SIGNATORY], asked=[ASKED])


def with_the_second(note, cast):
    submitted(note, cast)
    cast.reviewer.does(note, "agree_note", sign=False)


def delegated(note, cast):
    with_the_second(note, cast)
    delegate()


def heard(note, cast):
    submitted(note, cast)
    cast.archivist.does(note, "opine_note", answer="agree")


def approved(note, cast):
    with_the_second(note, cast)
    cast.signatory.does(note, "agree_note", sign=False)


def sent_back(note, cast):
    submitted(note, cast)
    cast.reviewer.does(note, "return_note", reason="Bổ sung căn cứ pháp lý")


def cancelled(note, cast):
    cast.drafter.does(note, "cancel_note", reason="Không còn cần thiết")


SITUATIONS = (draft_note, submitted, with_the_second, delegated, heard, approved, sent_back, cancelled)


@pytest.fixture
def note(draft, cast, sent):
    return find_record(cast.drafter.does(draft, "create_note")["uid"])


def test_every_act_is_in_the_file(note):
    signing = {"sign_note", "sign_again"}  # these need a key and the rendition: test_note.py
    assert acts_of(note) == {act for _situation, act in MATRIX} | signing


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_who_may_do_what(note, cast, login_as, situation):
    situation(note, cast)
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation.__name__}
    assert who_may(note, PEOPLE, login_as) == may
    refuse_the_others(note, may, PEOPLE, login_as)
    show_alike(note, may, PEOPLE, login_as, getRequest(), link_buttons)
