"""The overview of a unit: every number is that of the list to which it leads."""

from datetime import timedelta
from given_tasks import Tasks
from io import BytesIO
from openpyxl import load_workbook
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.workflows.lines.interfaces import ILines
import transaction
from zope.component import getUtility


def words(element):
    return " ".join(element.text_content().split())


@pytest.fixture
def work(functional_province, login_as):
    """Work of Lê Minh Anh (open, due, overdue, in time, late) and of Phạm Quốc Huy (open, and one for information)."""
    today = clock.today()
    plans = (
        ("leminhanh", "lead", today + timedelta(30), None),
        ("leminhanh", "lead", today + timedelta(1), None),
        ("leminhanh", "coordinate", today - timedelta(2), None),
        ("leminhanh", "lead", today, 0),
        ("leminhanh", "lead", today - timedelta(1), 0),
        ("phamquochuy", "lead", None, None),
        ("phamquochuy", "information", None, None),
    )
    factory = getUtility(IDocumentFactory)
    for number, (userid, role, deadline, done) in enumerate(plans, 1):
        data = {
            "subject": f"Việc số {number}",
            "issuing_body": "Sở Nội vụ",
            "document_symbol": "SNV-VP",
            "original_number": str(number),
            "issue_date": today,
            "document_type": "official_letter",
        }
        with login_as("vanthuskhcn"):
            document = factory.create("IncomingDocument", "skhcn", data, by="vanthuskhcn")
        line = ILines(document).assign(role, userid, "hoangvanluu", deadline=deadline)
        if done is not None:
            ILines(document).finish(line, userid, result="Đã xong")
        document.reindexObject()
    transaction.commit()


@pytest.fixture
def agency(functional_province):
    return functional_province["skhcn"].absolute_url()


def counts(row):
    return [int(words(cell)) for cell in row.xpath("td")]


def test_numbers_lead_to_the_lists_they_counted(visitor, work, agency, read):
    session = visitor("nguyenthithuha")
    page = read(session.get(f"{agency}/@@overview"))
    rows = {words(row.xpath("th")[0]): row for row in page.xpath("//table[@id='table-people']/tbody/tr")}
    [mine] = [row for name, row in rows.items() if name.startswith("Lê Minh Anh")]
    assert counts(mine) == [3, 1, 1, 1, 1]
    [other] = [row for name, row in rows.items() if name.startswith("Phạm Quốc Huy")]
    assert counts(other) == [1, 0, 0, 0, 0]
    [total] = page.xpath("//table[@id='table-people']/tfoot/tr")
    assert counts(total) == [4, 1, 1, 1, 1]
    [unit] = [row for row in page.xpath("//table[@id='table-units']/tbody/tr") if counts(row)[0]]
    assert counts(unit)[0] == 4
    for row in (mine, other, total, unit):
        for link in row.xpath("td/a"):
            shown = read(session.get(link.get("href")))
            assert len(shown.xpath("//table[@data-qlvb-list]/tbody/tr")) == int(words(link)), link.get("href")


def test_a_task_that_a_unit_has_and_nobody_in_it_counts_for_the_unit(visitor, work, agency, read, login_as):
    Tasks(login_as).give(deadline=clock.today() + timedelta(30))
    transaction.commit()
    session = visitor("nguyenthithuha")
    page = read(session.get(f"{agency}/@@overview"))
    [unit] = [row for row in page.xpath("//table[@id='table-units']/tbody/tr") if counts(row)[0]]
    [total] = page.xpath("//table[@id='table-people']/tfoot/tr")
    assert counts(unit)[0] == counts(total)[0] == 5
    shown = read(session.get(unit.xpath("td/a")[0].get("href")))
    rows = [words(row) for row in shown.xpath("//table[@data-qlvb-list]/tbody/tr")]
    assert len(rows) == 5 and any("Rà soát phần mềm dùng chung" in row for row in rows)


def test_the_list_says_what_it_is_and_can_be_narrowed(visitor, work, agency, read):
    session = visitor("nguyenthithuha")
    page = read(session.get(f"{agency}/@@overview"))
    link = page.xpath("//table[@id='table-people']//a[contains(@href, 'late%3Aleminhanh')]/@href")[0]
    shown = read(session.get(link))
    [chip] = shown.xpath("//a[@class='qlvb-filter']")
    assert "Xong muộn · Lê Minh Anh" in words(chip)


def test_a_unit_leader_sees_his_unit_and_nobody_else_anything(visitor, work, agency, read):
    page = read(visitor("phamquochuy").get(f"{agency}/@@overview"))
    assert page.xpath("//table[@id='table-people']") and not page.xpath("//table[@id='table-units']")
    assert read(visitor("phamquochuy").get(f"{agency}/@@overview?unit=qlkh"), 403) is not None
    page = read(visitor("leminhanh").get(f"{agency}/@@overview"), 403)
    assert not page.xpath("//table") and "Chỉ lãnh đạo" in page.text_content()
    assert visitor("vuhaiyen").get(f"{agency}/@@overview").status_code in (401, 403) or "table-people" not in visitor(
        "vuhaiyen"
    ).get(f"{agency}/@@overview").text


@pytest.mark.parametrize(
    "asked", ["from=yesterday", "to=2026-13-01", "from=2026-03-01&to=2026-02-01", "unit=nowhere", "unit=a&unit=b"]
)
def test_bad_questions(visitor, client, work, agency, asked):
    answer = visitor("nguyenthithuha").get(f"{agency}/@@overview?{asked}")
    assert answer.status_code == 400 and "Traceback" not in answer.text
    assert client("nguyenthithuha").get(f"{agency}/@overview?{asked}").status_code == 400


@pytest.mark.parametrize(
    "work_value", ["late:leminhanh", "soon:a:2026-01-01:2026-02-01", "late::2026-01-01:2026-02-01", "late:a:b:c"]
)
def test_work_that_cannot_be_is_refused(visitor, functional_province, work_value):
    answer = visitor("leminhanh").get(f"@@worklist?box=work&work={work_value}")
    assert answer.status_code == 400 and "Traceback" not in answer.text


def test_it_is_exported_with_its_numbers(visitor, work, agency, read, post):
    session = visitor("nguyenthithuha")
    page = read(session.get(f"{agency}/@@overview"))
    answer = post(session, page, "@@export-overview")
    assert answer.status_code == 200, answer.text[:300]
    rows = [row for row in load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)]
    [mine] = [row for row in rows if row[1] == "Lê Minh Anh"]
    assert mine[3:8] == (3, 1, 1, 1, 1)


def test_over_rest(client, work, agency):
    answer = client("nguyenthithuha").get(f"{agency}/@overview").json()
    assert set(answer) >= {"unit", "from", "to", "units", "people"}
    [mine] = [item for item in answer["people"]["items"] if item["id"] == "leminhanh"]
    assert {name: mine[name]["count"] for name in ("open", "due", "overdue", "in_time", "late")} == {
        "open": 3,
        "due": 1,
        "overdue": 1,
        "in_time": 1,
        "late": 1,
    }
    listed = client("nguyenthithuha").get(mine["overdue"]["list"]).json()
    assert listed["items_total"] == 1
    assert client("leminhanh").get(f"{agency}/@overview").status_code == 403
