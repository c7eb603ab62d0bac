"""The paper archive of the demonstration: two stores with boxes, dossiers of two years ago in them, some lent."""

from datetime import date
from datetime import timedelta
from fpdf import FPDF
from io import BytesIO
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.creation import add_catalogue
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.demo.catalogues import entry_row
from qlvb.policy.demo.past import dealt_with
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.readings.creation import create_reading
from qlvb.workflows.signing.fonts import font_file
from qlvb.workflows.stores.creation import create_places
import transaction
from zope.component import getUtility


AGENCY, ARCHIVIST = "skhcn", "hoangvanluu"
#: Years before this one whose dossiers lie in boxes.
BACK = 2
HEADINGS = (("cntt", "CNTT", "Công nghệ thông tin"), ("tc", "TC", "Tổ chức, cán bộ"))
#: Dossiers as in ``catalogues``: (number, heading, title, years or None, holder), the box, how it may be used.
DOSSIERS = (
    ((1, "cntt", "Hồ sơ xây dựng mạng truyền số liệu của Sở năm {year}", None, "leminhanh"), "K1/A1/H01", "Công khai"),
    ((2, "cntt", "Hồ sơ mua sắm máy trạm năm {year}", 10, "leminhanh"), "K1/A1/H01", "Công khai"),
    ((3, "cntt", "Hồ sơ tập huấn chữ ký số năm {year}", 5, "phamquochuy"), "K1/A1/H02", "Công khai"),
    ((1, "tc", "Hồ sơ kiện toàn Trung tâm Công nghệ thông tin năm {year}", 20, "phamquochuy"), "K2/B1/H01", ""),
    ((2, "tc", "Hồ sơ nâng lương công chức năm {year}", 20, "phamquochuy"), "K2/B1/H01", "Sử dụng có điều kiện"),
)
STORES = (
    ({"code": "K1", "title": "Kho số 1", "address": "Tầng 1, nhà A"}, ("A1", "A2"), 4),
    ({"code": "K2", "title": "Kho số 2", "address": "Tầng 3, nhà B"}, ("B1",), 3),
)
#: (code of the dossier, reader, days since it was lent, days for which, what for)
LOANS = (
    ("01.CNTT", "leminhanh", 2, 10, "Đối chiếu sơ đồ mạng khi nâng cấp"),
    ("02.CNTT", "phamquochuy", 30, 15, "Kiểm kê tài sản cuối năm"),
)


def create_archive(portal):
    """Make it once; a site that has stores is left as it is."""
    section = portal[AGENCY]["stores"]
    if section.objectIds():
        return
    year = clock.today().year - BACK
    with acting_as(ARCHIVIST):
        for values, shelves, boxes in STORES:
            (store,) = create_places(section, values, ARCHIVIST)
            for code in shelves:
                (shelf,) = create_places(store, {"code": code}, ARCHIVIST)
                create_places(shelf, {"code": "H01", "count": boxes, "capacity": 30}, ARCHIVIST)
    dossiers = _dossiers(portal, year)
    transaction.commit()
    for dossier, box in dossiers:
        with acting_as(ARCHIVIST):
            IActs(dossier).perform("place_in_box", {"box": box})
    transaction.commit()
    _readings({dossier.code: dossier for dossier, _box in dossiers})
    transaction.commit()


def _dossiers(portal, year):
    """Closed dossiers of a past year: list of (dossier, box)."""
    symbols = {key: symbol for key, symbol, _title in HEADINGS}
    section = portal[AGENCY]["dossiers"]
    made = []
    with clock.held(date(year, 1, 5)), acting_as(ARCHIVIST):
        if str(year) in section:
            return made
        catalogue = add_catalogue(
            section,
            year,
            [{"key": key, "symbol": symbol, "title": title} for key, symbol, title in HEADINGS],
            [entry_row(entry, year) for entry, _box, _access in DOSSIERS],
        )
        IActs(catalogue).perform("approve_catalogue", {})
        for (number, heading, _title, _years, holder), box, access in DOSSIERS:
            code = f"{number:02d}.{symbols[heading]}"
            changes = {"access_conditions": access}
            made.append((getUtility(IDossierFinder).open_from_entry(catalogue, code, holder, **changes), box))
    with clock.held(date(year, 12, 28)):
        for number, (dossier, _box) in enumerate(made, start=1):
            _fill(dossier, number)
            with acting_as(dossier.holder):
                IActs(dossier).perform("close", {"end_date": date(year, 12, 25).isoformat()})
    return made


def _fill(dossier, number):
    """A letter of that year, scanned from paper."""
    fields = {
        "subject": f"V/v {dossier.title[0].lower()}{dossier.title[1:]}",
        "issuing_body": "Công ty cổ phần Viễn thông Hải Sơn",
        "document_symbol": "VTHS-KT",
        "original_number": str(10 + number),
        "document_type": "official_letter",
        "page_count": 2,
        "issue_date": date(dossier.year, 11, 3 + number),
    }
    document = getUtility(IDocumentFactory).create("IncomingDocument", AGENCY, fields, by="vanthuskhcn")
    dealt_with(document, "vanthuskhcn", dossier.holder)
    IFileStore(document).add("main", "ban-quet.pdf", _letter(fields["subject"]), by="vanthuskhcn")
    IDossierContents(dossier).add(document, dossier.holder)
    dossier.reindexObject()


def _letter(subject):
    """A letter of two pages as a scanner leaves it: an open binary file."""
    made = FPDF(format="A4")
    with font_file() as font:
        made.add_font("Termes", fname=font.name)
    for words in (subject, "Trang 2: kèm theo bảng kê và biên bản nghiệm thu."):
        made.add_page()
        made.set_font("Termes", size=14)
        made.set_y(60)
        made.multi_cell(0, 9, text=words)
    return BytesIO(bytes(made.output()))


def _readings(dossiers):
    """One that is lent, one that should be back, one that waits."""
    today = clock.today()
    for code, reader, ago, days, purpose in LOANS:
        if code not in dossiers:
            continue
        begun = today - timedelta(days=ago)
        with clock.held(begun):
            reading = _asked(dossiers[code], reader, "paper", purpose)
            with acting_as(ARCHIVIST):
                due = (begun + timedelta(days=days)).isoformat()
                IActs(reading).perform("lend", {"record": dossiers[code].UID(), "due": due})
    if "03.CNTT" in dossiers:
        _asked(dossiers["03.CNTT"], "leminhanh", "screen", "Tham khảo khi lập kế hoạch tập huấn năm sau")


def _asked(dossier, reader, kind, purpose):
    agency = getUtility(IDirectory).agency_of(dossier)
    values = {"kind": kind, "record": dossier.UID(), "purpose": "official", "purpose_text": purpose}
    with acting_as(reader):
        return create_reading(agency.id, values, reader, reader)
