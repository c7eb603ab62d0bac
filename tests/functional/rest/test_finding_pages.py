"""Pages of docs/rest about finding: saved searches, columns, exports, the overview, pickers; and about the import."""

from io import BytesIO
from openpyxl import load_workbook
import pytest
from qlvb.workflows.importing.sheets import write_template
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


def work():
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()


def test_saved_searches(client, write, draft):
    show = write(
        "saved-searches",
        "Saved searches and columns",
        "What a person keeps of lists: ``@saved-searches`` are searches and filtered lists with a name, which become tiles of the home page; "
        "``@columns`` are the columns of a list. Nobody else sees them, but for searches that a leader keeps for a unit (``owner``).",
    )
    drafter = client("leminhanh")
    body = {"name": "Triển khai, khẩn", "list": "search", "filters": {"text": "triển khai", "urgency": ["urgent", "express"]}, "pinned": True}
    made = show(
        "Save a search",
        drafter.post("@saved-searches", json=body, headers={"Idempotency-Key": "a"}),
        201,
        "``filters`` are those of ``@records``; a list means any of its values.",
    )
    show("All that the person may use, with their counts", drafter.get("@saved-searches"))
    show("Give it another name", drafter.patch(made["@id"], json={"name": "Khẩn"}), drafter.get(made["@id"]).status_code)
    show("Several mistakes at once", drafter.post("@saved-searches", json={"name": "", "filters": {"colour": "red"}}), 400)
    show("Take it away", drafter.delete(made["@id"]), 204, "For 30 days ``PATCH`` with ``removed`` false brings it back.")
    show("Choose the columns of a list", drafter.patch("@columns", json={"list": "incoming.all", "columns": ["reference", "note"]}))
    show("A column that is none", drafter.patch("@columns", json={"list": "incoming.all", "columns": ["colour"]}), 400)


def test_exports(client, write, draft):
    show = write(
        "exports",
        "Exports",
        "Every list is a file too: xlsx, docx, XML or PDF, with the columns and in the order that is asked for. Small ones come at once from "
        "``@export``; ``@exports`` has the worker make them and keeps them for seven days, for the person who asked alone.",
    )
    drafter = client("leminhanh")
    body = {"format": "xlsx", "list": "outgoing.all", "columns": ["reference", "subject"], "title": "Văn bản đi"}
    asked = show("Ask for a file", drafter.post("@exports", json=body, headers={"Idempotency-Key": "a"}), 202)
    show("It is not ready", drafter.get(f"{asked['@id']}/file"), 409)
    work()
    done = show("How far it is", drafter.get(asked["@id"]))
    assert drafter.get(done["file"]).content.startswith(b"PK")
    show("All of them", drafter.get("@exports"))
    show("A format that is none", drafter.post("@exports", json={**body, "format": "exe"}), 400)
    show("Delete it", drafter.delete(asked["@id"]), 204)


def test_overview(client, write, draft):
    show = write(
        "overview",
        "The work of a unit",
        "``@overview`` of an agency tells leaders per unit and person what is open, due and overdue today, and what was finished in time and "
        "late in a span of days. Every number carries the address of the list that it counted.",
    )
    show("Of the agency", client("nguyenthithuha").get("skhcn/@overview?from=2026-01-01&to=2026-03-31"))
    show("Of a unit that the person leads", client("phamquochuy").get("skhcn/@overview"))
    show("For those who lead nothing", client("leminhanh").get("skhcn/@overview"), 403)


def test_pickers(client, write):
    show = write(
        "choices",
        "Choosing people and agencies",
        "What fields search in while somebody types: a few of those that fit, accents not needed.",
    )
    show("People of an agency", client("leminhanh").get("@people?text=le minh&agency=skhcn"))
    show("Agencies", client("leminhanh").get("@agencies?text=noi vu"))


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "mau.xlsx"
    write_template(path)
    book = load_workbook(path)
    page = book["Văn bản đi"]
    heads = [cell.value for cell in page[1]]
    for reference, subject in (("15/QĐ-SKHCN", "Quyết định thành lập tổ công tác"), ("16/QĐ-SKHCN", "")):
        row = {
            "Số, ký hiệu": reference,
            "Ngày ban hành": "12/03/2021",
            "Loại văn bản": "Quyết định",
            "Trích yếu": subject,
            "Họ và tên người ký": "Nguyễn Văn Xưa",
            "Nơi nhận": "Lưu: VT",
        }
        page.append([row.get(head) for head in heads])
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def test_import(client, write, sheet):
    show = write(
        "import",
        "Documents of past years",
        "``POST @import`` of an agency takes a form (``multipart/form-data``) with the spreadsheet in ``file``, what its rows name in ``files`` "
        "(repeated) and ``dry_run`` (1: only check). ``bin/qlvb import --template`` writes an empty spreadsheet. The worker brings it in; rows "
        "that break a rule are refused and named, the others are imported, and what was imported before is known by its key.",
    )
    clerk = client("vanthuskhcn")
    dry = clerk.post("skhcn/@import", files={"file": ("cu.xlsx", sheet)}, data={"dry_run": "1"})
    assert dry.status_code == 202
    work()
    show("What a dry run found", clerk.get(dry.json()["@id"]))
    real = clerk.post("skhcn/@import", files={"file": ("cu.xlsx", sheet)})
    work()
    show("What was imported", clerk.get(real.json()["@id"]))
    show("All imports of the person", clerk.get("skhcn/@import"))
    show("Without a spreadsheet", clerk.post("skhcn/@import", json={}), 400)
    show("Forget one", clerk.delete(real.json()["@id"]), 204, "What it brought in stays.")
