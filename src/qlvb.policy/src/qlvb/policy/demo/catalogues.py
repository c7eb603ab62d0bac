"""Dossier catalogues of the demonstration agencies."""

from datetime import date
from qlvb.content import clock
from qlvb.content.dossiers.creation import add_catalogue
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility


#: agency -> (person who approves, headings, entries (number, heading key, title, years or None for permanent, holder)).
CATALOGUES = {
    "skhcn": (
        "hoangvanluu",
        (
            ("cntt", "CNTT", "Công nghệ thông tin và chuyển đổi số"),
            ("th", "TH", "Tổng hợp"),
            ("tc", "TC", "Tổ chức, cán bộ"),
        ),
        (
            (1, "cntt", "Hồ sơ tập huấn kỹ năng số, kiểm tra hạ tầng mạng năm {year}", 10, "leminhanh"),
            (2, "cntt", "Hồ sơ nâng cấp phần mềm QLVB năm {year}", 10, "leminhanh"),
            (3, "cntt", "Báo cáo định kỳ về gửi, nhận văn bản điện tử năm {year}", 5, "leminhanh"),
            (1, "th", "Kế hoạch, báo cáo công tác năm của Sở", None, "phamquochuy"),
            (2, "th", "Tập lưu công văn trao đổi năm {year}", 5, "vanthuskhcn"),
            (1, "tc", "Hồ sơ thành lập các tổ công tác năm {year}", 20, "phamquochuy"),
        ),
    ),
    "snv": (
        "",
        (("ccvc", "CCVC", "Công chức, viên chức"), ("vtlt", "VTLT", "Văn thư, lưu trữ")),
        (
            (1, "ccvc", "Hồ sơ bồi dưỡng công chức năm {year}", 10, "vuhaiyen"),
            (2, "ccvc", "Hồ sơ triển khai phần mềm QLVB tại Sở Nội vụ năm {year}", 10, "vuhaiyen"),
            (1, "vtlt", "Hướng dẫn nghiệp vụ văn thư, lưu trữ năm {year}", None, "vuhaiyen"),
        ),
    ),
    "ubnd-tinh": (
        "",
        (("th", "TH", "Tổng hợp"),),
        ((1, "th", "Kế hoạch chuyển đổi số của tỉnh năm {year}", None, "lethikimngan"),),
    ),
    "ubnd-xa-phu-lam": (
        "",
        (("vhxh", "VHXH", "Văn hóa - Xã hội"),),
        ((1, "vhxh", "Hồ sơ chuyển đổi số của xã năm {year}", 10, "giangthilan"),),
    ),
}


def create_catalogues(portal, year):
    """Create the agencies' catalogues of ``year`` (int), approve them and open the dossiers of the story."""
    for agency_id, (approver, headings, entries) in CATALOGUES.items():
        section = portal[agency_id]["dossiers"]
        if str(year) in section:
            continue
        with clock.held(date(year, 1, 5)):
            catalogue = add_catalogue(
                section,
                year,
                [{"key": key, "symbol": symbol, "title": title} for key, symbol, title in headings],
                [entry_row(entry, year) for entry in entries],
            )
            with acting_as(approver or "quantri"):
                IActs(catalogue).perform("approve_catalogue", {})
            open_dossiers(catalogue, headings, entries)


def entry_row(entry, year):
    """A row of the catalogue's table."""
    number, heading, title, years, holder = entry
    return {
        "number": number,
        "heading": heading,
        "title": title.format(year=year),
        "retention_kind": "years" if years else "permanent",
        "retention_years": years,
        "holder": holder,
        "note": "",
    }


def open_dossiers(catalogue, headings, entries):
    """Open every entry that has a holder."""
    symbols = {key: symbol for key, symbol, _title in headings}
    for number, heading, _title, _years, holder in entries:
        code = f"{number:02d}.{symbols[heading]}"
        getUtility(IDossierFinder).open_from_entry(catalogue, code, holder)
