"""Exports over HTTP: at once, by the worker, and for nobody else."""

from docx import Document
from io import BytesIO
from openpyxl import load_workbook
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


def subjects(data):
    rows = [[cell.value for cell in row] for row in load_workbook(BytesIO(data)).active.iter_rows()]
    head = next(place for place, row in enumerate(rows) if "Trích yếu" in row)
    return [row[rows[head].index("Trích yếu")] for row in rows[head + 1 :]]


def test_a_screen_gives_its_whole_list_in_its_order(visitor, papers, read, post):
    session = visitor("vanthuskhcn")
    page = read(session.get("@@worklist?box=incoming.waiting&document_type=report&sort_on=-subject"))
    answer = post(session, page, "@@export-list", format="xlsx")
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    found = subjects(answer.content)
    assert len(found) == 15 and found != sorted(found)
    answer = post(session, page, "@@export-list", format="docx")
    assert len(Document(BytesIO(answer.content)).tables[0].rows) == 16


def test_at_once_over_rest(client, papers):
    clerk = client("vanthuskhcn")
    answer = clerk.get("@export?format=xlsx&list=search&text=don+doc&columns=reference,subject&sort_on=subject")
    assert answer.status_code == 200 and len(subjects(answer.content)) == 30
    assert subjects(client("vuhaiyen").get("@export?format=xlsx&list=search&text=don+doc").content) == []
    for bad in (
        "", "format=exe", "format=pdf", "format=xlsx&list=no", "format=xlsx&colour=red", "format=xlsx&columns=colour",
        "format=xlsx&sort_on=colour", "format=xlsx&year=x", "format=xlsx&text=a&format=docx",
    ):  # fmt: skip
        answer = clerk.get(f"@export?{bad}")
        assert answer.status_code == 400, bad
        assert answer.json()["error"]["violations"][0]["message"], bad


def test_by_the_worker_for_one_person(client, visitor, papers, read):
    clerk = client("vanthuskhcn")
    body = {"format": "xlsx", "list": "search", "filters": {"text": "don doc"}, "columns": ["subject"]}
    asked = clerk.post("@exports", json=body, headers={"Idempotency-Key": "k"})
    assert (asked.status_code, asked.json()["state"], asked.json()["file"]) == (202, "queued", None)
    assert clerk.post("@exports", json=body, headers={"Idempotency-Key": "k"}).status_code == 200
    address = asked.json()["@id"]
    assert clerk.get(f"{address}/file").status_code == 409
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()
    done = clerk.get(address).json()
    assert (done["state"], done["rows"], done["progress"]) == ("done", 30, 100), done
    assert len(subjects(clerk.get(done["file"]).content)) == 30
    for other in ("leminhanh", "quantri"):
        assert client(other).get(address).status_code == 404
        assert client(other).get(done["file"]).status_code == 404
        assert client(other).delete(address).status_code == 404
        assert "spreadsheet" not in visitor(other).get(f"@@exported-file?id={done['id']}").headers["Content-Type"]
    page = read(visitor("vanthuskhcn").get("@@exports"))
    assert page.xpath("//tr[@data-state='done']//a[contains(@href, '@@exported-file')]")
    assert visitor("vanthuskhcn").get(f"@@exported-file?id={done['id']}").content[:2] == b"PK"
    assert clerk.delete(address).status_code == 204
    assert clerk.get("@exports").json()["items_total"] == 0
    for bad in ([], {}, {"format": "pdf", "colour": 1}, {**body, "columns": ["colour"]}):
        assert clerk.post("@exports", json=bad).status_code == 400, bad
