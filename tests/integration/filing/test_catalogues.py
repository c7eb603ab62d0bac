"""Catalogues: next year's draft, files in and out, versions after approval, the decision that issues them."""

from docx import Document
from io import BytesIO
from openpyxl import Workbook
from openpyxl import load_workbook
from dossier_fixtures import codes
import pytest
from qlvb.content import clock
from qlvb.content.dossiers.amending import since_last_year
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.opened import carried_over
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.violations import Refused
from qlvb.workflows.acts.event import ActPerformed
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.filing.catalogue_files import lines_of
from qlvb.workflows.filing.catalogue_files import read_file
from qlvb.workflows.filing.catalogue_files import read_pasted
from qlvb.workflows.filing.catalogue_files import write_docx
from qlvb.workflows.filing.catalogue_files import write_xlsx
from qlvb.workflows.filing.catalogue_rows import apply_trial
from qlvb.workflows.filing.catalogue_rows import keep_trial
from qlvb.workflows.filing.catalogue_rows import tried
from qlvb.workflows.filing.comparing import compared
from qlvb.workflows.filing.decision import closing_line
from qlvb.workflows.filing.decision import decision_of
from qlvb.workflows.filing.new_catalogue import make_catalogue
from zExceptions import BadRequest
from zope.component import getUtility
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import ObjectModifiedEvent
import datetime


REASON = "Bổ sung việc phát sinh"
pytestmark = pytest.mark.usefixtures("held")


def rows_of(catalogue, **changes):
    return [{**row, **changes} if row["title"] == "Tập lưu công văn" else dict(row) for row in catalogue.entries]


def test_next_year_from_last_year(approved, province):
    found = make_catalogue(province["skhcn"]["dossiers"], 2032, "hoangvanluu")
    assert since_last_year(found, approved) == ()
    found.entries = rows_of(found, retention_years=10)
    [change] = since_last_year(found, approved)
    assert (change.kind, change.code, change.fields) == ("changed", "01.TH", ("retention_years",))


def test_the_year_turns(approved, province, login_as, document):
    """The new series begins; work that goes on stays in the dossier in which it began (its code names that year)."""
    finder, registers = getUtility(IDossierFinder), getUtility(IRegisterFinder)
    going_on = finder.open_from_entry(approved, "02.CNTT", "leminhanh")
    registers.open_year("skhcn", 2031, "vanthuskhcn")
    old = registers.find("skhcn", "outgoing", "official_letter", "none", 2031)
    with clock.held(datetime.date(2032, 1, 5)), login_as("hoangvanluu"):
        found = make_catalogue(province["skhcn"]["dossiers"], 2032, "hoangvanluu")
        IActs(found).perform("approve_catalogue", {})
        registers.open_year("skhcn", 2032, "vanthuskhcn")
        new = registers.find("skhcn", "outgoing", "official_letter", "none", 2032)
    assert (new.year, registers.find("skhcn", "outgoing", "official_letter", "none", 2031)) == (2032, old)
    with clock.held(datetime.date(2032, 1, 5)):
        fresh = finder.open_from_entry(found, "02.CNTT", "leminhanh")
        for dossier in (going_on, fresh):
            IDossierContents(dossier).add(document(), "leminhanh")
        letter = document()
        assert INumberBook(new).take(letter, "vanthuskhcn", datetime.date(2032, 1, 5)) == 1
        with pytest.raises(Refused):
            INumberBook(old).take(document(), "vanthuskhcn", datetime.date(2032, 1, 5))
    with login_as("hoangvanluu"):
        assert [(year, one.code) for year, one in carried_over("skhcn", 2032)] == [(2031, "02.CNTT")]
        assert carried_over("skhcn", 2031) == []
    assert [(one.code, one.year) for one in finder.open_dossiers("skhcn")] == [("02.CNTT", 2032), ("02.CNTT", 2031)]


def test_next_year_under_units(approved, province):
    found = make_catalogue(province["skhcn"]["dossiers"], 2032, "hoangvanluu", by_units=True)
    units = getUtility(IDirectory).departments("skhcn")
    assert [row["title"] for row in found.headings] == [unit.title for unit in units]
    assert len(found.entries) == len(approved.entries)
    symbols = {row["key"]: row["symbol"] for row in found.headings}
    mine = [symbols[row["heading"]] for row in found.entries if row["holder"] == "leminhanh"]
    assert mine == [getUtility(IDirectory).department("skhcn", "cntt").symbol] or len(set(mine)) == 1


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_what_is_written_comes_back(approved, kind):
    agency = getUtility(IDirectory).agency("skhcn")
    approved.entries = [*approved.entries[:2], {**approved.entries[2], "title": "=1+1 công văn"}]
    data = write_xlsx(approved) if kind == "xlsx" else write_docx(approved, agency, closing_line(approved))
    trial = tried(approved, read_file(f"x.{kind}", BytesIO(data)))
    assert trial.violations == ()
    assert trial.changes == ()
    assert [row["title"] for row in trial.entries] == [row["title"] for row in approved.entries]


def test_form_of_the_decree(approved):
    agency = getUtility(IDirectory).agency("skhcn")

    def written():
        return Document(BytesIO(write_docx(approved, agency, closing_line(approved))))

    below = [paragraph.text for paragraph in written().paragraphs if "Quyết định" in paragraph.text]
    assert below == ["(Kèm theo Quyết định số …………)"], "an approved catalogue is no draft, whatever number it waits for"
    approved.decision = "05/QĐ-SKHCN"
    document = written()
    words = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    assert words[1:4] == ["DANH MỤC HỒ SƠ", "Năm 2031", "(Kèm theo Quyết định số 05/QĐ-SKHCN)"]
    assert [cell.text for cell in document.tables[0].rows[0].cells] == [
        "Số và ký hiệu hồ sơ",
        "Tên đề mục và tiêu đề hồ sơ",
        "Thời hạn bảo quản",
        "Người lập hồ sơ",
        "Ghi chú",
    ]
    assert [cell.text for cell in document.tables[0].rows[3].cells][:3] == ["01.CNTT", "Hồ sơ hạ tầng", "Vĩnh viễn"]
    assert "có 3 hồ sơ, bao gồm: 1 hồ sơ bảo quản vĩnh viễn; 2 hồ sơ bảo quản có thời hạn" in words[-1]


def test_no_formula_leaves_as_one(approved):
    approved.entries = [{**row, "title": "=HYPERLINK(1)"} for row in approved.entries]
    sheet = load_workbook(BytesIO(write_xlsx(approved))).active
    assert {sheet.cell(row, 2).data_type for row in (3, 4)} == {"s"}


def test_bad_files(approved):
    empty = BytesIO()
    Workbook().save(empty)
    without_table = BytesIO()
    Document().save(without_table)
    for stream in (BytesIO(b""), BytesIO(b"%PDF-1.7"), BytesIO(b"PK\x03\x04xxxx"), empty, without_table):
        assert codes(read_file, "danh-muc.xlsx", stream) == (400, {"file_unreadable"})
    assert codes(read_pasted, " \n ") == (400, {"file_unreadable"})


def test_pasted_rows_are_tried_then_applied(catalogue):
    text = "\tI. Tổng hợp\n01.TH\tTập lưu công văn\t05 năm\tLê Minh Anh\n02.TH\tKế hoạch\tVĩnh viễn"
    trial = tried(catalogue, read_pasted(text))
    assert trial.violations == ()
    assert {change.kind for change in trial.changes} == {"removed", "changed", "added"}
    assert len(catalogue.entries) == 3
    assert codes(apply_trial, catalogue, "hoangvanluu", "") == (409, {"nothing_tried"})
    keep_trial(catalogue, trial, "hoangvanluu")
    apply_trial(catalogue, "hoangvanluu", "")
    assert [row["title"] for row in catalogue.entries] == ["Tập lưu công văn", "Kế hoạch"]
    assert catalogue.entries[0]["holder"] == "leminhanh"
    assert codes(apply_trial, catalogue, "hoangvanluu", "") == (409, {"nothing_tried"})


def test_after_approval_changes_are_versions(approved):
    rows = ICatalogueRows(approved)
    assert [one.number for one in rows.versions()] == [1]
    headings = [dict(row) for row in approved.headings]
    assert codes(rows.change, headings, rows_of(approved, retention_years=20), "hoangvanluu") == (
        400,
        {"reason_missing"},
    )
    wrong = rows_of(approved, retention_years=1)
    assert codes(rows.change, headings, wrong, "hoangvanluu", REASON) == (400, {"retention_missing"})
    assert codes(rows.change, headings, rows_of(approved), "hoangvanluu", REASON, 7) == (409, {"someone_was_faster"})
    rows.change(headings, rows_of(approved, retention_years=20), "hoangvanluu", REASON, 1)
    newest = rows.versions()[0]
    assert (newest.number, newest.by, newest.reason) == (2, "hoangvanluu", REASON)
    assert [(one.kind, one.code, one.fields) for one in newest.changes] == [("changed", "01.TH", ("retention_years",))]
    assert [row["retention_years"] for row in rows.versions()[1].entries] == [None, 10, 5]
    assert IJournal(approved).count("catalogue.changed") == 1
    [told] = compared(rows.versions()[1], newest)
    [(name, *values)] = told.parts
    assert name == "dossier_retention_kind"
    assert [translate(value, target_language="vi") for value in values] == ["05 năm", "20 năm"]
    rows.change(headings, rows_of(approved), "hoangvanluu", REASON)
    assert rows.number == 2


def test_rows_of_an_approved_catalogue_never_change_past_the_versions(approved):
    approved.title = "Danh mục hồ sơ của Sở"
    notify(ObjectModifiedEvent(approved))
    approved.entries = rows_of(approved, retention_years=20)
    with pytest.raises(BadRequest, match="@catalogue-rows"):
        notify(ObjectModifiedEvent(approved))


@pytest.mark.parametrize("state", ["draft", "approved"])
def test_the_second_of_two_editors_is_told_and_loses_nothing(catalogue, login_as, state):
    if state == "approved":
        with login_as("hoangvanluu"):
            IActs(catalogue).perform("approve_catalogue", {})
    rows, seen = ICatalogueRows(catalogue), ICatalogueRows(catalogue).mark
    first = rows_of(catalogue, retention_years=10)
    rows.change(catalogue.headings, first, "hoangvanluu", REASON, seen)
    with pytest.raises(Refused) as caught:
        rows.change(catalogue.headings, rows_of(catalogue, note="Bổ sung"), "skhcnqtdv", REASON, seen)
    assert (caught.value.status, [one.code for one in caught.value.violations]) == (409, ["someone_was_faster"])
    assert caught.value.violations[0].message.mapping["person"] == "Hoàng Văn Lưu"
    assert catalogue.entries == first
    rows.change(catalogue.headings, rows_of(catalogue, note="Bổ sung"), "skhcnqtdv", REASON, rows.mark)
    assert {row["retention_years"] for row in catalogue.entries if row["note"] == "Bổ sung"} == {10}


def test_drafts_change_without_versions(catalogue):
    rows = ICatalogueRows(catalogue)
    rows.change(catalogue.headings, rows_of(catalogue, retention_years=20), "hoangvanluu")
    assert (rows.number, rows.versions()) == (0, [])
    assert IJournal(catalogue).count("catalogue.changed") == 1


def test_the_decision_is_an_outgoing_draft(approved, login_as):
    with login_as("hoangvanluu"):
        result = IActs(approved).perform("draft_decision", {"signatory": "nguyenthithuha"})
        draft = decision_of(approved)
        assert result["uid"] == draft.UID()
        assert codes(IActs(approved).perform, "draft_decision", {"signatory": "nguyenthithuha"}) == (
            409,
            {"decision_under_way"},
        )
    assert (draft.document_type, draft.signatory, draft.drafter) == ("decision", "nguyenthithuha", "hoangvanluu")
    assert [row["name"] for row in draft.recipients] == ["Các đơn vị, cá nhân thuộc Sở Khoa học và Công nghệ"]
    with login_as("hoangvanluu"):
        assert IActs(draft).get("submit").check(None) == []
    data = IFileStore(draft).main().current.data()
    assert "Ban hành Danh mục hồ sơ năm" in {one.text[:27] for one in Document(BytesIO(data)).paragraphs}
    document = Document(BytesIO(data))
    tables = [table for table in document.tables if len(table.columns) == 5]
    assert [cell.text for cell in tables[0].rows[3].cells][:2] == ["01.CNTT", "Hồ sơ hạ tầng"]
    draft.document_number, draft.document_symbol = 12, "QĐ-SKHCN"
    notify(ActPerformed(draft, IActs(draft).get("number"), {}, IActs(approved).get("open_dossier").actor, {}))
    assert approved.decision == draft.reference
    [entry] = IJournal(approved).entries(events=["catalogue.issued"])
    assert entry.detail["decision"] == draft.reference


def test_only_those_who_manage_the_catalogue_draft_decisions(approved, login_as):
    with login_as("leminhanh"):
        assert codes(IActs(approved).perform, "draft_decision", {"signatory": "nguyenthithuha"})[0] == 403


def test_lines_of_a_catalogue(approved):
    assert lines_of(approved)[:2] == [
        ("", "I. Công nghệ thông tin", "", "", ""),
        ("01.CNTT", "Hồ sơ hạ tầng", "Vĩnh viễn", "Phạm Quốc Huy", ""),
    ]


def test_names_typed_into_the_table_mean_people(catalogue, login_as):
    rows = [{**row, "holder": "le minh anh"} for row in catalogue.entries]
    ICatalogueRows(catalogue).change(catalogue.headings, rows, "hoangvanluu")
    assert {row["holder"] for row in catalogue.entries} == {"leminhanh"}
    rows[0]["holder"] = "Người Lạ"
    ICatalogueRows(catalogue).change(catalogue.headings, rows, "hoangvanluu")
    with login_as("hoangvanluu"), pytest.raises(Refused) as caught:
        IActs(catalogue).perform("approve_catalogue", {})
    assert "person_unknown" in {violation.code for violation in caught.value.violations}
