"""Dossiers, catalogues, boxes, requests to read and holds in every state in which they can be: functions of (site,
person) that give the record.
"""

from archive_fixtures import add_document
from archive_fixtures import make_box
from archive_fixtures import make_dossiers
from archive_fixtures import pdf
from datetime import date
from disposing import ARCHIVIST
from disposing import UNIT
from dossier_fixtures import make_catalogue
from holding import place
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.stores.interfaces import IPlaces
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.readings.creation import create_reading
from zope.component import getUtility


KEEPER = "leminhanh"


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
    person(KEEPER).does(dossier, "hand_over_dossier", receiver=UNIT, reason="Chuyển công tác sang đơn vị khác")
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


def dossier_historical(world, person):
    dossier = dossier_archived(world, person)
    fire(dossier, "deposit")
    return dossier


def dossier_complete(world, person):
    """Nothing is missing: it can be closed."""
    dossier = dossier_open(world, person)
    for _item, document in IDossierContents(dossier).documents():
        document.document_number, document.document_symbol, document.issue_date = 5, "SKHCN-VP", date(2026, 1, 5)
    dossier.retention_kind, dossier.retention_years = "years", 20
    return dossier


def dossier_boxed(world, person):
    dossier, box = closed(world), make_box(world)
    lay(dossier, box)
    return dossier


def lay(dossier, box):
    getUtility(IPlaces).put(dossier, box, by=ARCHIVIST)


def box_filled(world, person):
    box = make_box(world)
    lay(dossier_archived(world, person), box)
    return box


def box_lent(world, person):
    box = box_filled(world, person)
    person(ARCHIVIST).does(
        box, "lend_box", purpose="official", purpose_text="Đối chiếu chứng từ", reader_name="Trần Văn Bình", reader_paper="Giấy giới thiệu 12", due="2038-04-01"
    )
    return box


def reading_refused(world, person):
    reading = reading_requested(world, person)
    fire(reading, "refuse")
    return reading


def reading_withdrawn(world, person):
    reading = reading_requested(world, person)
    fire(reading, "withdraw")
    return reading
