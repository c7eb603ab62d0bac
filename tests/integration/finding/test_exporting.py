"""Lists as files: what is in them, for whom, and what is refused."""

from docx import Document
from io import BytesIO
from openpyxl import load_workbook
import pytest
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.violations import Refused
from qlvb.policy.exporting import order as orders
from qlvb.policy.exporting.order import order_of
from qlvb.policy.exporting.shelf import Shelf
from qlvb.policy.exporting.writing import filename_of
from qlvb.policy.exporting.writing import table_of
from qlvb.policy.exporting.writing import write
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.interfaces import IConverter
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import implementer


BASE = {"format": "xlsx", "list": "incoming.all", "columns": ["ordinal", "reference", "issue_date", "subject"]}
NASTY = '=HYPERLINK("http://x","<b>bấm</b>") & co'


def made(login_as, userid="vanthuskhcn", **changes):
    with login_as(userid):
        table = table_of(order_of({**BASE, **changes}))
        return write(table), table


def sheet_rows(data):
    return list(load_workbook(BytesIO(data)).active.iter_rows())


def test_a_spreadsheet_has_heading_filters_columns_and_all_rows(make, login_as):
    make("Báo cáo", urgency="urgent")
    for number in range(203):
        make(f"Công văn {number:03}", original_number=str(number + 20))
    data, table = made(login_as, sort="subject", filters={"document_type": "official_letter", "year": "2026"})
    rows = [[cell.value for cell in row] for row in sheet_rows(data)]
    first = [row[0] for row in rows]
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in first and "TRA CỨU VĂN BẢN ĐẾN" in first
    assert "Loại văn bản: Công văn" in first and "Năm: 2026" in first and "Tổng số: 204" in first
    head = rows.index(["STT", "Số ký hiệu", "Ngày ban hành", "Trích yếu"])
    body = rows[head + 1 :]
    assert len(body) == table.total == 204
    assert [row[0] for row in body] == list(range(1, 205))
    subjects = [row[3] for row in body]
    assert subjects[0] == "Báo cáo" and subjects[1:] == [f"Công văn {number:03}" for number in range(203)]
    assert body[0][2].date().isoformat() == "2026-01-05"


def test_a_list_of_one_register_says_which(make, login_as, province):
    getUtility(IRegisterFinder).open_year("skhcn", 2031, "vanthuskhcn")
    register = getUtility(IRegisterFinder).registers("skhcn", 2031, "incoming")[0]
    first = [row[0].value for row in sheet_rows(made(login_as, filters={"register": register.UID()})[0])]
    assert f"Sổ văn bản: {register.Title()}" in first


def test_text_that_looks_like_a_formula_stays_text(make, login_as):
    for subject in (NASTY, "+1+1", "@SUM(A1)", "-2+3", "\x0bđiều khiển"):
        make(subject.replace("\x0b", " ").strip())
    rows = sheet_rows(made(login_as)[0])
    cells = {row[3].value: row[3] for row in rows if len(row) > 3 and row[3].value}
    assert {cells[text].data_type for text in (NASTY, "+1+1", "@SUM(A1)", "-2+3")} == {"s"}


def test_a_document_has_the_same_rows_and_a_mark_at_its_foot(make, login_as):
    make(NASTY)
    make("Kế hoạch <thủy lợi>")
    document = Document(BytesIO(made(login_as, format="docx", sort="-subject", title="Sổ theo dõi")[0]))
    table = document.tables[0]
    assert [[cell.text for cell in row.cells][3] for row in table.rows] == ["Trích yếu", "Kế hoạch <thủy lợi>", NASTY]
    words = [paragraph.text for paragraph in document.paragraphs]
    assert "SỔ THEO DÕI" in words and "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in words
    foot = document.sections[0].footer
    assert "In từ hệ thống QLVB" in foot.paragraphs[0].text
    assert "PAGE" in foot.paragraphs[0]._p.xml and "NUMPAGES" in foot.paragraphs[0]._p.xml
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_a_file_has_only_what_its_maker_may_see(make, login_as):
    make("Ai cũng thấy")
    hidden = make("Riêng văn thư")
    for permission in ("View", "Access contents information"):
        hidden.manage_permission(permission, ["RecordsClerk", "Manager"], 0)
    hidden.reindexObjectSecurity()
    options = {"list": "search", "filters": {"year": "2026"}, "columns": ["subject"]}

    def subjects(userid):
        return {row[0].value for row in sheet_rows(made(login_as, userid, **options)[0])}

    assert {"Ai cũng thấy", "Riêng văn thư"} <= subjects("vanthuskhcn")
    assert "Ai cũng thấy" in subjects("leminhanh") and "Riêng văn thư" not in subjects("leminhanh")


def test_english(make, login_as):
    make("Báo cáo", urgency="urgent")
    data, _table = made(login_as, language="en", columns=["subject", "urgency"])
    words = {cell.value for row in sheet_rows(data) for cell in row}
    assert {"Subject", "Urgent", "Total: 1"} <= words


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"format": "exe"}, ("format", "unknown_format")),
        ({"format": None}, ("format", "unknown_format")),
        ({"format": ["xlsx"]}, ("format", "unknown_format")),
        ({"list": "nothing"}, ("box", "unknown_box")),
        ({"list": {"a": 1}}, ("box", "unknown_box")),
        ({"filters": {"colour": "red"}}, ("colour", "unknown_filter")),
        ({"filters": {"year": "x"}}, ("year", "invalid_filter")),
        ({"filters": ["year"]}, ("filters", "filters_wrong")),
        ({"columns": ["subject", "colour"]}, ("columns", "unknown_column")),
        ({"columns": {"subject": 1}}, ("columns", "columns_wrong")),
        ({"sort": "colour"}, ("sort", "unknown_sort")),
    ],
)
def test_bad_orders_are_refused(province, changes, expected):
    with pytest.raises(Refused) as refused:
        order_of({**BASE, **changes})
    assert refused.value.status == 400
    assert expected in [(one.field, one.code) for one in refused.value.violations]


def test_a_list_that_is_too_long_says_so(make, login_as, monkeypatch):
    monkeypatch.setitem(orders.MOST, "xlsx", 1)
    make("Một"), make("Hai")
    with pytest.raises(Refused) as refused:
        made(login_as)
    assert [one.code for one in refused.value.violations] == ["too_many_rows"]


@implementer(IConverter)
class Printer:
    """Makes a PDF of anything, or fails as told."""

    failure = None

    def available(self):
        return True

    def convert(self, data, suffix):
        if self.failure:
            raise self.failure
        return b"%PDF-" + data[:4]


@pytest.fixture
def printer():
    manager = getGlobalSiteManager()
    before = manager.queryUtility(IConverter)
    found = Printer()
    manager.registerUtility(found, IConverter)
    yield found
    manager.registerUtility(before, IConverter)


@pytest.fixture
def asked(make, login_as, printer):
    make("Báo cáo")
    with login_as("vanthuskhcn"):
        order = order_of({**BASE, "format": "pdf"})
        return Shelf("vanthuskhcn").ask(order, 1)[0]


def test_the_worker_makes_the_file_for_its_owner_alone(asked, login_as, printer):
    shelf = Shelf("vanthuskhcn")
    assert shelf.state(asked) == "queued"
    getUtility(IRunner).run_pending()
    assert shelf.state(asked) == "done", shelf.job(asked).error
    assert (asked.rows, asked.filename[-4:]) == (1, ".pdf")
    with pytest.raises(Refused) as refused:
        Shelf("leminhanh").get(asked.id)
    assert refused.value.status == 404


def test_rights_are_those_of_the_moment_the_job_runs(make, login_as, printer):
    paper = make("Sẽ bị ẩn")
    with login_as("leminhanh"):
        options = {**BASE, "list": "search", "filters": {"subject": "sẽ bị ẩn"}}
        export, _new = Shelf("leminhanh").ask(order_of(options), 1)
    for permission in ("View", "Access contents information"):
        paper.manage_permission(permission, ["Manager"], 0)
    paper.reindexObjectSecurity()
    getUtility(IRunner).run_pending()
    assert Shelf("leminhanh").state(export) == "done"
    assert export.rows == 0


def test_the_same_order_that_waits_is_made_once(asked, login_as):
    with login_as("vanthuskhcn"):
        again, new = Shelf("vanthuskhcn").ask(asked.order, 1)
    assert (again, new) == (asked, False)


def test_a_failure_is_told(asked, printer):
    printer.failure = ConversionFailed("Không có LibreOffice", retry=False)
    getUtility(IRunner).run_pending()
    shelf = Shelf("vanthuskhcn")
    assert (shelf.state(asked), shelf.job(asked).error) == ("failed", "Không có LibreOffice")


def test_a_deleted_file_takes_its_job_along(asked):
    shelf = Shelf("vanthuskhcn")
    shelf.remove(asked)
    assert shelf.all() == []
    assert [job.kind for job in IJobs(shelf.placed()).all()] == ["clear_exports"]
    getUtility(IRunner).run_pending()


def test_files_go_when_their_time_is_over(asked, monkeypatch):
    getUtility(IRunner).run_pending()
    shelf = Shelf("vanthuskhcn")
    clear = next(job for job in IJobs(shelf.placed()).all() if job.kind == "clear_exports")
    assert clear.next_try == asked.until
    from qlvb.policy.exporting.jobs import ClearExports

    ClearExports().run(getUtility(IDesks).get("vanthuskhcn"), clear)
    assert shelf.all() == []


def test_names_of_files_are_plain(make, login_as):
    make("Báo cáo")
    with login_as("vanthuskhcn"):
        table = table_of(order_of({**BASE, "title": 'Sổ "đến" / 2026; <x>\r\n'}))
        name = filename_of(table)
    assert name.endswith(".xlsx") and "so-den-2026-x" in name
