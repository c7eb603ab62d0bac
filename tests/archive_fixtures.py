"""Closed dossiers with documents, and boxes to lay them in."""

from io import BytesIO
from plone.dexterity.utils import createContentInContainer
from pypdf import PdfWriter
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.stores.creation import create_places
from zope.component import getUtility


def pdf(pages=2, width=595, height=842):
    writer = PdfWriter()
    for _number in range(pages):
        writer.add_blank_page(width=width, height=height)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def make_dossiers(portal, count=2, agency="skhcn", year=2032, **fields):
    """``count`` closed dossiers of one catalogue: 01.KT, 02.KT …"""
    catalogue = createContentInContainer(
        portal[agency]["dossiers"],
        "DossierCatalogue",
        checkConstraints=False,
        id=str(year),
        title=f"Danh mục hồ sơ năm {year}",
        year=year,
        headings=[{"key": "kt", "symbol": "KT", "title": "Kế toán"}],
        entries=[],
    )
    fire(catalogue, "approve")
    period = {"retention_kind": "years", "retention_years": 10}
    made = [
        getUtility(IDossierFinder).open_unplanned(
            catalogue, "kt", "leminhanh", title=f"Hồ sơ kế toán quý {number}", **{**period, **fields}
        )
        for number in range(1, count + 1)
    ]
    for dossier in made:
        fire(dossier, "close")
        dossier.reindexObject()
        dossier.reindexObjectSecurity()
    return made


def add_document(dossier, data, subject="V/v thanh toán", by="leminhanh", filename="cong-van.pdf", **values):
    """An outgoing draft with a file, filed in the dossier."""
    fields = {"subject": subject, "document_type": "official_letter", "drafter": by, **values}
    document = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", fields, by)
    if data is not None:
        IFileStore(document).add("main", filename, data, by)
    fire(dossier, "reopen")
    IDossierContents(dossier).add(document, by)
    fire(dossier, "close")
    dossier.reindexObject()
    return document


def make_box(portal, agency="skhcn", capacity=30, count=1, store="K1"):
    """The first of ``count`` boxes K1/A1/H01 …"""
    stores = portal[agency]["stores"]
    (kept,) = create_places(stores, {"code": store, "title": "Kho số 1"}, "hoangvanluu")
    (shelf,) = create_places(kept, {"code": "A1"}, "hoangvanluu")
    return create_places(shelf, {"code": "H01", "count": count, "capacity": capacity}, "hoangvanluu")[0]


def refused(call, *words, **data):
    """(status, set of codes) with which the call is refused."""
    with pytest.raises(Refused) as told:
        call(*words, **data)
    return told.value.status, {one.code for one in told.value.violations}
