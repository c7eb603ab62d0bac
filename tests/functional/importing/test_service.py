"""``@import``: a real spreadsheet with its files over HTTP, brought in by the worker."""

from io import BytesIO
from openpyxl import load_workbook
from outgoing_story import pdf
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.importing import jobs
from qlvb.workflows.importing.sheets import write_template
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


OUTGOING = {
    "Số, ký hiệu": "15/QĐ-SKHCN",
    "Ngày ban hành": "12/03/2021",
    "Loại văn bản": "Quyết định",
    "Trích yếu": "Quyết định thành lập tổ công tác",
    "Họ và tên người ký": "Nguyễn Văn Xưa",
    "Nơi nhận": "Sở Nội vụ; Lưu: VT",
}


@pytest.fixture
def sheet(tmp_path):
    """``sheet(row, …)``: the template of the product with rows of outgoing documents, as bytes of an xlsx file."""

    def fill(*rows):
        path = tmp_path / "mau.xlsx"
        write_template(path)
        book = load_workbook(path)
        page = book["Văn bản đi"]
        heads = [cell.value for cell in page[1]]
        for row in rows:
            unknown = set(row) - set(heads)
            assert not unknown, (unknown, heads)
            page.append([row.get(head) for head in heads])
        target = BytesIO()
        book.save(target)
        return target.getvalue()

    return fill


def send(session, data, name="cu.xlsx", files=(), key=None, **form):
    uploads = [("file", (name, data))] + [("files", one) for one in files]
    return session.post("skhcn/@import", files=uploads, data=form, headers={"Idempotency-Key": key} if key else {})


def work():
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()


def test_a_spreadsheet_with_its_files(client, sheet, functional_province):
    clerk = client("vanthuskhcn")
    rows = [
        {**OUTGOING, "Tệp": "15.pdf"},
        {**OUTGOING, "Số, ký hiệu": "16/QĐ-SKHCN", "Trích yếu": ""},
        {**OUTGOING, "Số, ký hiệu": "17/QĐ-SKHCN", "Tệp": "khong-co.pdf"},
        {**OUTGOING, "Số, ký hiệu": "18/QĐ-SKHCN", "Cơ quan": "snv"},
    ]
    data, files = sheet(*rows), [("15.pdf", pdf())]

    dry = send(clerk, data, files=files, dry_run="1")
    assert dry.status_code == 202, dry.text
    assert (dry.json()["state"], dry.json()["dry_run"], dry.json()["progress"]) == ("queued", True, 0)
    assert dry.headers["Location"] == dry.json()["@id"]
    work()
    told = clerk.get(dry.json()["@id"]).json()
    assert (told["state"], told["total"], told["imported"], told["refused"]) == ("done", 4, 1, 3), told
    assert {(one["line"], one["field"], one["code"]) for one in told["problem_items"]} >= {
        (3, "subject", "field_missing"),
        (4, "files", "file_missing"),
        (5, "agency", "foreign_agency"),
    }
    assert all(one["message"] for one in told["problem_items"])
    assert clerk.get("@records?text=thành lập tổ công tác").json()["items_total"] == 0

    real = send(clerk, data, files=files)
    work()
    told = clerk.get(real.json()["@id"]).json()
    assert (told["state"], told["imported"], told["refused"], told["progress"]) == ("done", 1, 3, 100)
    [item] = clerk.get("@records?text=thành lập tổ công tác").json()["items"]
    assert item["reference"] == "15/QĐ-SKHCN"
    transaction.begin()
    document = find_record(item["uid"])
    assert state_of(document) == "issued" and document.signatory_name == "Nguyễn Văn Xưa"
    assert IFileStore(document).main().current.filename == "15.pdf"

    again = send(clerk, data, files=files)
    work()
    told = clerk.get(again.json()["@id"]).json()
    assert (told["imported"], told["known"]) == (0, 1)
    listed = clerk.get("skhcn/@import").json()
    assert listed["items_total"] == 3 and "problem_items" not in listed["items"][0]


def test_a_long_spreadsheet_is_brought_in_part_by_part(client, sheet, functional_province, monkeypatch):
    monkeypatch.setattr(jobs, "PART", 3)
    rows = [{**OUTGOING, "Số, ký hiệu": f"{number}/QĐ-SKHCN", "Trích yếu": f"Quyết định {number}"} for number in range(1, 9)]
    rows[4]["Trích yếu"] = ""
    clerk = client("vanthuskhcn")
    asked = send(clerk, sheet(*rows), key="k").json()
    assert send(clerk, sheet(*rows), key="k").status_code == 200
    work()
    told = clerk.get(asked["@id"]).json()
    assert (told["state"], told["read"], told["imported"], told["refused"]) == ("done", 8, 7, 1), told
    assert [one["line"] for one in told["problem_items"]] == [6]


@pytest.mark.parametrize(
    "name, data, code",
    [
        ("cu.docx", b"x", "file_missing"),
        ("", b"x", "no_upload"),
    ],
)
def test_uploads_that_are_no_spreadsheets(client, functional_province, name, data, code):
    answer = send(client("vanthuskhcn"), data, name=name)
    assert answer.status_code == 400
    assert answer.json()["error"]["violations"][0]["code"] in (code, "file_missing")


def test_bad_requests(client, sheet, functional_province):
    clerk = client("vanthuskhcn")
    assert clerk.post("skhcn/@import").status_code == 400
    assert clerk.post("skhcn/@import", data={"file": "text"}).status_code == 400
    twice = send(clerk, sheet(OUTGOING), files=[("a.pdf", b"1"), ("a.pdf", b"2")])
    assert twice.json()["error"]["violations"][0]["code"] == "file_twice"
    assert send(clerk, sheet(OUTGOING), key="x" * 300).status_code == 400
    assert clerk.get("skhcn/@import/none").status_code == 404
    assert clerk.get("skhcn/@import/none/more").status_code == 404


def test_a_file_that_only_looks_like_a_spreadsheet_fails_and_says_so(client, functional_province):
    clerk = client("vanthuskhcn")
    asked = send(clerk, b"PK\x03\x04 broken").json()
    work()
    told = clerk.get(asked["@id"]).json()
    assert told["state"] == "failed" and "bảng tính" in told["error"]
    assert clerk.delete(asked["@id"]).status_code == 204
    assert clerk.get(asked["@id"]).status_code == 404


def test_a_file_name_leads_nowhere_else(client, sheet, functional_province):
    clerk = client("vanthuskhcn")
    row = {**OUTGOING, "Tệp": "../../etc/passwd"}
    asked = send(clerk, sheet(row), files=[("../../etc/passwd", b"x")]).json()
    work()
    told = clerk.get(asked["@id"]).json()
    assert (told["imported"], told["refused"]) == (0, 1)


@pytest.mark.parametrize("userid, status", [("leminhanh", 403), ("nguyenthithuha", 403), ("vanthusnv", 403)])
def test_only_those_who_keep_the_records_import(client, sheet, functional_province, userid, status):
    assert send(client(userid), sheet(OUTGOING)).status_code in (status, 401)
    assert client(userid).get("skhcn/@import").status_code in (status, 401)


def test_an_import_is_for_the_person_who_asked(client, sheet, functional_province):
    asked = send(client("vanthuskhcn"), sheet(OUTGOING)).json()
    assert client("quantri").get(asked["@id"]).status_code == 404
    assert client("vanthuskhcn").delete(asked["@id"]).status_code == 409
    work()
    assert client("vanthuskhcn").delete(asked["@id"]).status_code == 204
