"""Who may do which act on a document of the one-stop system: acts_matrix.txt; the ordinary acts stay as they are, but for
those that it does in its own way.
"""

from delegated import delegate
from matrices import acts_of
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from onestop_story import ACCOUNT
from outgoing_story import CLERK
from outgoing_story import DEPUTY
from outgoing_story import DRAFTER
from outgoing_story import SIGNATORY
from pathlib import Path
import pytest
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "acts_matrix.txt")
#: Column of the file -> person; the service is the account of the one-stop system.
PEOPLE = {
    "service": ACCOUNT,
    "drafter": DRAFTER,
    "signatory": SIGNATORY,
    "deputy": DEPUTY,
    "clerk": CLERK,
    "archivist": "hoangvanluu",
    "administrator": "skhcnqtdv",
    "outsider": "vanthusnv",
    "manager": "quantri",
}
REASON = "Chưa đủ thành phần hồ sơ theo quy định"


def waiting(document, cast, onestop, system):
    pass


def delegated(document, cast, onestop, system):
    delegate()


def signed(document, cast, onestop, system):
    cast.signatory.does(document, "sign", capacity="direct")


def refused(document, cast, onestop, system):
    signed(document, cast, onestop, system)
    cast.clerk.does(document, "refuse_number", reason=REASON)


def numbered(document, cast, onestop, system):
    signed(document, cast, onestop, system)
    cast.clerk.does(document, "number")


def sealed(document, cast, onestop, system):
    numbered(document, cast, onestop, system)
    cast.clerk.does(document, "seal")


def issued(document, cast, onestop, system):
    sealed(document, cast, onestop, system)
    cast.clerk.does(document, "issue")


def transferred(document, cast, onestop, system):
    sealed(document, cast, onestop, system)
    cast.clerk.does(document, "transfer_dvc")


def not_arrived(document, cast, onestop, system):
    sealed(document, cast, onestop, system)
    onestop.work()
    system.behaviour = "bad"
    system.do_bad = lambda handler, body: system.send(handler, 422, {"message": "Hồ sơ không còn"})
    cast.clerk.does(document, "transfer_dvc")
    onestop.work()


def sent_back(document, cast, onestop, system):
    cast.signatory.does(document, "return", reason=REASON)


def taken_back(document, cast, onestop, system):
    onestop.does(document, "cancel_onestop", reason="Công dân rút hồ sơ")


SITUATIONS = (
    waiting, delegated, signed, refused, numbered, sealed, issued, transferred, not_arrived, sent_back, taken_back
)  # fmt: skip


def test_every_act_is_in_this_file_or_in_that_of_outgoing_documents(onestop):
    ordinary = read_acts(Path(__file__).parents[1] / "outgoing" / "acts_matrix.txt")
    named = {act for _situation, act in (*MATRIX, *ordinary)}
    assert acts_of(onestop.submits()) == named | {"receive_onestop"}  # that one makes the document, and is over


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_who_may_do_what(onestop, system, cast, login_as, situation):
    document = onestop.submits()
    situation(document, cast, onestop, system)
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation.__name__}
    assert who_may(document, PEOPLE, login_as) == may
    refuse_the_others(document, may, PEOPLE, login_as)
    show_alike(document, may, PEOPLE, login_as, getRequest())
