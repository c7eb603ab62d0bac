"""Every field that the law lists can be told of every document."""

from datetime import date
import made_files as made
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.metadata import decree30_metadata
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from zope.component import getUtility


COMMON = ("FileCode", "DocOrdinal", "TypeName", "CodeNumber", "CodeNotation", "IssuedDate", "OrganName", "Subject")
COMMON += ("Language", "PageAmount", "Description")
#: Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II, in its order.
FIELDS = {
    "OutgoingDocument": (*COMMON, "SignerInfo", "To", "Priority", "IssuedAmount", "DueDate"),
    "IncomingDocument": (
        *COMMON,
        "ArrivalDate",
        "ArrivalNumber",
        "SignerInfo",
        "Priority",
        "ToPlaces",
        "TraceHeaderList",
        "DueDate",
    ),
}


@pytest.fixture
def create(province):
    factory = getUtility(IDocumentFactory)
    return lambda portal_type, **data: factory.create(portal_type, "skhcn", {"subject": "A", **data}, "leminhanh")


@pytest.mark.parametrize("portal_type", FIELDS)
def test_fields_and_their_order(create, portal_type):
    assert tuple(decree30_metadata(create(portal_type))) == FIELDS[portal_type]


def test_outgoing_values(create):
    document = create(
        "OutgoingDocument",
        document_type="decision",
        urgency="express",
        recipients=[{"name": "Sở Nội vụ", "identifier": "H99.08"}],
        issued_copies=3,
        signatory_position="Giám đốc",
        signatory_name="Nguyễn Thị Thu Hà",
        note="Ghi chú",
    )
    document.document_number, document.document_symbol, document.issue_date = 5, "QĐ-SKHCN", date(2026, 1, 5)
    IFileStore(document).add("main", "a.pdf", made.pdf(4), "leminhanh")
    found = decree30_metadata(document)
    assert document.reference == "05/QĐ-SKHCN"
    assert found["TypeName"] == "Quyết định"
    assert (found["CodeNumber"], found["CodeNotation"], found["IssuedDate"]) == ("5", "QĐ-SKHCN", "05/01/2026")
    assert found["OrganName"] == "Sở Khoa học và Công nghệ"
    assert (found["Language"], found["PageAmount"], found["Priority"]) == ("Tiếng Việt", 4, 3)
    assert found["SignerInfo"] == {"Position": "Giám đốc", "FullName": "Nguyễn Thị Thu Hà"}
    assert found["To"] == [{"OrganId": "H99.08", "OrganName": "Sở Nội vụ"}]
    assert found["IssuedAmount"] == 3


def test_incoming_values(create):
    document = create(
        "IncomingDocument",
        original_number="15",
        document_symbol="UBND-KGVX",
        issue_date=date(2026, 1, 2),
        arrival_date=date(2026, 1, 5),
        due_date=date(2026, 1, 12),
        issuing_body="Ủy ban nhân dân tỉnh",
    )
    document.arrival_number = 7
    found = decree30_metadata(document)
    assert document.reference == "15/UBND-KGVX"
    assert (found["CodeNumber"], found["ArrivalDate"], found["ArrivalNumber"]) == ("15", "05/01/2026", 7)
    assert found["DueDate"] == "12/01/2026"
    assert found["TraceHeaderList"] == []
    assert found["TypeName"] == ""


def test_dossier_code_and_order_number(create, portal):
    dossier = createContentInContainer(
        portal["skhcn"]["dossiers"], "Dossier", checkConstraints=False, id="d", title="Hồ sơ", code="02.CNTT", year=2026
    )
    first, second = create("OutgoingDocument"), create("IncomingDocument")
    assert decree30_metadata(first)["FileCode"] == {"OrganId": "", "FileCatalog": None, "FileNotation": ""}
    for document in (first, second):
        IDossierContents(dossier).add(document, "leminhanh")
    found = decree30_metadata(second)
    assert found["FileCode"] == {"OrganId": "H99.12", "FileCatalog": 2026, "FileNotation": "02.CNTT"}
    assert (decree30_metadata(first)["DocOrdinal"], found["DocOrdinal"]) == (1, 2)
