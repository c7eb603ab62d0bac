"""Who may do which act on what the archive has to do with, in which situation: archive_acts.txt, as forms, REST and bulk
all ask it (IActs).
"""

from archive_fixtures import add_document
from archive_fixtures import make_box
from archive_fixtures import make_dossiers
from archive_fixtures import pdf
from datetime import date
from disposing import ARCHIVIST
from disposing import convene
from disposing import decided
from disposing import examined
from disposing import LATER
from disposing import propose
from dossier_fixtures import make_catalogue
from holding import place
from matrices import read_acts
from matrices import refuse_the_others
from matrices import show_alike
from matrices import who_may
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_story import cast  # noqa: F401
from outgoing_story import person  # noqa: F401
import os
from pathlib import Path
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.clock import held
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.readings.creation import create_reading
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.transfer.creation import create_transfer
from zope.globalrequest import getRequest


MATRIX = read_acts(Path(__file__).parent / "archive_acts.txt")
#: Column of the file -> person.
PEOPLE = {
    "keeper": "leminhanh",
    "unit_head": "phamquochuy",
    "head": "nguyenthithuha",
    "deputy": "buitrungkien",
    "clerk": "vanthuskhcn",
    "archivist": ARCHIVIST,
    "administrator": "skhcnqtdv",
    "outsider": "vanthusnv",
    "manager": "quantri",
}
KEEPER = PEOPLE["keeper"]


@pytest.fixture
def world(province, tmp_path, monkeypatch):
    """The site in the year in which dossiers of the story are due; the agency has its seal then."""
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path / "audit"))
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path / "keys"))
    with held(LATER):
        yield province


def with_seal():
    demo_ca.ensure(Path(os.environ["QLVB_KEYS"]), (), [{"id": "skhcn", "title": "Sở Khoa học và Công nghệ", "identifier": "H99.12"}])


def closed(world):
    day = date(2026, 1, 5)
    (dossier,) = make_dossiers(world, 1, start_date=day, end_date=day)
    add_document(dossier, pdf())
    return dossier


def dossier_open(world, person):
    dossier = closed(world)
    fire(dossier, "reopen")
    return dossier


def dossier_handed_over(world, person):
    dossier = dossier_open(world, person)
    person(KEEPER).does(dossier, "hand_over_dossier", receiver=PEOPLE["unit_head"], reason="Chuyển công tác sang đơn vị khác")
    return dossier


def dossier_closed(world, person):
    return closed(world)


def dossier_archived(world, person):
    dossier = closed(world)
    fire(dossier, "archive")
    return dossier


def dossier_held(world, person):
    dossier = dossier_open(world, person)
    place(dossier)
    return dossier


def dossier_destroyed(world, person):
    dossier = dossier_archived(world, person)
    fire(dossier, "destroy")
    return dossier


def catalogue_draft(world, person):
    return make_catalogue(world)


def catalogue_approved(world, person):
    catalogue = make_catalogue(world)
    fire(catalogue, "approve")
    return catalogue


def transfer_draft(world, person):
    transfer = create_transfer("skhcn", {"title": "Hồ sơ kế toán"}, KEEPER)
    person(KEEPER).does(transfer, "add_dossiers", dossiers=[IUUID(closed(world))])
    return transfer


def transfer_proposed(world, person):
    transfer = transfer_draft(world, person)
    fire(transfer, "submit")
    return transfer


def transfer_checking(world, person):
    transfer = transfer_proposed(world, person)
    fire(transfer, "check")
    return transfer


def transfer_returned(world, person):
    transfer = transfer_checking(world, person)
    fire(transfer, "return")
    return transfer


def transfer_accepted(world, person):
    transfer = transfer_checking(world, person)
    fire(transfer, "accept")
    fire(transfer, "finish")
    return transfer


def transfer_cancelled(world, person):
    transfer = transfer_draft(world, person)
    fire(transfer, "cancel")
    return transfer


def disposal_drafted(world, person):
    dossier = closed(world)
    return propose(dossier)


def disposal_council(world, person):
    disposal = disposal_drafted(world, person)
    convene(disposal, person)
    return disposal


def disposal_to_decide(world, person):
    disposal = disposal_drafted(world, person)
    examined(disposal, person)
    return disposal


def disposal_decided(world, person):
    disposal = disposal_drafted(world, person)
    decided(disposal, person)
    with_seal()
    return disposal


def disposal_cancelled(world, person):
    disposal = disposal_drafted(world, person)
    fire(disposal, "cancel")
    return disposal


def hold_active(world, person):
    return place(closed(world))


def hold_released(world, person):
    hold = hold_active(world, person)
    fire(hold, "release")
    return hold


def reading_requested(world, person):
    dossier = dossier_archived(world, person)
    values = {"kind": "paper", "record": dossier.UID(), "purpose": "official", "purpose_text": "Đối chiếu chứng từ"}
    return create_reading("skhcn", values, KEEPER, KEEPER)


def reading_lent(world, person):
    reading = reading_requested(world, person)
    fire(reading, "lend")
    return reading


def reading_returned(world, person):
    reading = reading_lent(world, person)
    fire(reading, "return")
    return reading


def box_active(world, person):
    return make_box(world)


def box_closed(world, person):
    box = make_box(world)
    fire(box, "close")
    return box


SITUATIONS = (
    dossier_open, dossier_handed_over, dossier_closed, dossier_archived, dossier_held, dossier_destroyed, catalogue_draft,
    catalogue_approved, transfer_draft, transfer_proposed, transfer_checking, transfer_returned, transfer_accepted,
    transfer_cancelled, disposal_drafted, disposal_council, disposal_to_decide, disposal_decided, disposal_cancelled,
    hold_active, hold_released, reading_requested, reading_lent, reading_returned, box_active, box_closed,
)  # fmt: skip


def test_every_situation_is_in_the_file():
    silent = {one.__name__ for one in SITUATIONS} - {situation for situation, _act in MATRIX}
    assert {situation for situation, _act in MATRIX} <= {one.__name__ for one in SITUATIONS}
    assert silent == {"dossier_destroyed", "transfer_accepted", "transfer_cancelled", "disposal_cancelled", "hold_released", "reading_returned"}


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.__name__)
def test_who_may_do_what(world, person, login_as, situation):  # noqa: F811
    record = situation(world, person)
    may = {act: columns for (name, act), columns in MATRIX.items() if name == situation.__name__}
    assert who_may(record, PEOPLE, login_as) == may
    refuse_the_others(record, may, PEOPLE, login_as)
    show_alike(record, may, PEOPLE, login_as, getRequest())
