"""The work schedule, its form, and the calendar for programs, over HTTP and REST."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from docx import Document
from given_tasks import Tasks
from icalendar import Calendar
from io import BytesIO
from made_files import text_pdf
import pytest
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.workflows.texts.events import TextRead
from received import Actors
from received import open_registers
from received import received
import requests
import transaction
from zope.component import getUtility
from zope.event import notify


XSS = "<script>alert(1)</script>"


@pytest.fixture
def site(functional_province):
    return functional_province.absolute_url()


def at(hour, days=0):
    return f"{clock.today() + timedelta(days=days)}T{hour}"


LEADERS = ["tranduclong"]


def entry(**more):
    return {
        "start": at("08:00"),
        "end": at("09:30"),
        "title": f"Họp giao ban {XSS}",
        "leaders": ["tranduclong"],
        **more,
    }


def test_rest(site, client):
    liên = client("vanthusnv")
    made = liên.post("snv/@schedule", json=entry(place="Phòng họp 1"))
    assert made.status_code == 201 and made.headers["Location"] == made.json()["@id"]
    alone = liên.patch(made.json()["@id"], json={"title": f"Họp giao ban {XSS}"}).json()
    assert liên.get("snv/@schedule").json()["items"] == [alone]
    draft = liên.post("snv/@schedule", json=entry(title="Dự kiến", published=False)).json()
    assert liên.get("snv/@schedule").json()["items_total"] == 2
    yến = client("vuhaiyen")
    week = yến.get("snv/@schedule").json()
    assert [one["title"] for one in week["items"]] == [f"Họp giao ban {XSS}"]
    assert yến.get(draft["@id"]).status_code == 404
    assert yến.get("snv/@schedule?week=2020-W01").json()["items"] == []
    assert yến.post("snv/@schedule", json=entry()).status_code in (401, 403)
    assert yến.delete(made.json()["@id"]).status_code in (401, 403)
    assert client("leminhanh").get("snv/@schedule").status_code in (401, 403)
    assert client("vanthuskhcn").post("snv/@schedule", json=entry()).status_code in (401, 403)
    moved = liên.patch(made.json()["@id"], json={"start": at("10:00"), "end": None})
    assert moved.json()["start"].endswith("T10:00:00+07:00") and moved.json()["place"] == "Phòng họp 1"
    assert liên.patch(made.json()["@id"], json={"title": "", "x": 1}).status_code == 400
    for body in ({}, {"title": "x"}, entry(leaders=["leminhanh"]), entry(end=at("07:00")), []):
        assert liên.post("snv/@schedule", json=body).status_code == 400, body
    assert liên.delete(made.json()["@id"]).status_code == 204
    assert liên.delete(made.json()["@id"]).status_code == 404


def test_the_week_and_its_form(site, visitor, read):
    liên = visitor("vanthusnv")
    page = read(liên.get(f"{site}/snv/@@schedule-entry"))
    form = page.forms[-1]
    (people,) = form.xpath(".//select[@name='leaders'][@multiple][@data-people]")
    assert "Giám đốc" in [option.get("data-detail") for option in people] and page.xpath("//script[contains(@src, '/people.mjs')]")
    fields = {
        **dict(form.form_values()),
        "title": f"Họp {XSS}",
        "start": at("08:00"),
        "leaders": "tranduclong",
        "published": "1",
    }
    page = read(liên.post(form.action, data=fields))
    assert "Tuần" in page.xpath("string(//main//h2)") and f"Họp {XSS}" in page.text_content()
    assert not page.xpath("//main//script[contains(., 'alert')]")
    assert "Trần Đức Long" in page.xpath("string(//table[contains(@class, 'qlvb-schedule')])")
    wrong = read(liên.post(form.action, data={**fields, "title": "", "start": ""}), 400)
    for link in wrong.xpath("//*[@role='alert']//a/@href"):
        assert wrong.xpath(f"//*[@id='{link[1:]}']"), link
    home = read(visitor("tranduclong").get(site))
    assert f"Họp {XSS}" in home.xpath("string(//section[@aria-labelledby='today-schedule'])")
    sheet = Document(BytesIO(visitor("tranduclong").get(f"{site}/snv/@@work-schedule?format=docx").content))
    cells = [[cell.text for cell in row.cells] for row in sheet.tables[0].rows]
    assert [f"Họp {XSS}", "Trần Đức Long"] in [row[2:4] for row in cells] and "Không có lịch" in [row[2] for row in cells]
    assert any("LỊCH CÔNG TÁC: TUẦN" in paragraph.text for paragraph in sheet.paragraphs)
    yến = visitor("vuhaiyen")
    page = read(yến.get(f"{site}/snv/@@work-schedule"))
    assert not page.xpath("//a[contains(@href, 'schedule-entry')]")
    assert f"Họp {XSS}" not in read(yến.get(f"{site}/snv/@@work-schedule?mine=1")).text_content()
    assert f"Họp {XSS}" in read(visitor("tranduclong").get(f"{site}/snv/@@work-schedule?mine=1")).text_content()
    holidays = read(yến.get(f"{site}/snv/@@work-schedule?week=2026-W36")).xpath("//tbody[contains(., 'Nghỉ: ')]")
    assert [day.xpath("string(.//th/span)") for day in holidays] == ["31/08", "01/09", "02/09"]


def test_an_invitation_drafts_an_entry(functional_province, login_as, client):
    open_registers("snv")
    actors = Actors(login_as)
    tomorrow = clock.today() + timedelta(days=1)
    subject = f"Giấy mời họp lúc 14h30 ngày {tomorrow:%d/%m/%Y}"
    record = received(document_type="invitation", subject=subject, document_number=3)
    secret = received(document_type="invitation", subject="Mời họp kín", secrecy="confidential", document_number=4)
    transaction.commit()
    actors.do(record, "accept", "vanthusnv")
    transaction.commit()
    schedule = ISchedule(getUtility(IDirectory).agency_object("snv"))
    (found,) = schedule.entries(tomorrow, tomorrow, drafts=True)
    assert (found.title, f"{found.start:%H:%M}", found.published, found.by) == (subject, "14:30", False, "system")
    assert schedule.entries(tomorrow, tomorrow) == []
    actors.do(record, "present", "vanthusnv", leader="tranduclong", proposal="Kính trình")
    actors.do(record, "direct", "tranduclong", text="Dự họp", lead=["vuhaiyen"], working_days=5)
    transaction.commit()
    (found,) = schedule.entries(tomorrow, tomorrow, drafts=True)
    assert found.leaders == ("vuhaiyen",)
    assert all("kín" not in one.title for one in schedule.entries(date(2020, 1, 1), date(2030, 1, 1), drafts=True))
    assert secret is not None


def test_a_draft_takes_what_the_file_says_until_somebody_changes_it(functional_province, login_as, visitor, site, read):
    open_registers("snv")
    actors, day = Actors(login_as), clock.today() + timedelta(days=3)
    record = received(document_type="invitation", subject="Giấy mời họp", document_number=5)
    transaction.commit()
    actors.do(record, "accept", "vanthusnv")
    letter = f"1. Thời gian: 9 giờ 30 ngày {day:%d/%m/%Y}.\n2. Địa điểm: Phòng họp B.\n3. Chủ trì: Ông Lê Ước."
    stored = IFileStore(record).add("main", "giay-moi.pdf", text_pdf(letter), by="vanthusnv")
    stored.current.set_text(letter)
    notify(TextRead(record, stored, stored.current))
    transaction.commit()
    schedule = ISchedule(getUtility(IDirectory).agency_object("snv"))
    entry = schedule.of_source(record.UID())
    assert (f"{entry.start:%Y-%m-%d %H:%M}", entry.place) == (f"{day} 09:30", "Phòng họp B")
    assert entry.note == "Chủ trì: Ông Lê Ước" and not entry.published
    form = read(visitor("vanthusnv").get(f"{site}/snv/@@schedule-entry?id={entry.id}"))
    assert any("9 giờ 30" in quote.text for quote in form.xpath("//q"))
    schedule.change(entry.id, {"place": "Phòng họp A"})
    transaction.commit()
    notify(TextRead(record, stored, stored.current))
    assert schedule.get(entry.id).place == "Phòng họp A"
    assert not read(visitor("vanthusnv").get(f"{site}/snv/@@schedule-entry?id={entry.id}")).xpath("//q")


def test_the_calendar_of_a_person(functional_province, site, login_as, client, visitor, read):
    open_registers("snv")
    actors = Actors(login_as)
    record = received()
    transaction.commit()
    actors.do(record, "accept", "vanthusnv")
    actors.do(record, "present", "vanthusnv", leader="tranduclong", proposal="Kính trình")
    actors.do(record, "direct", "tranduclong", text="Chủ trì", lead=["vuhaiyen"], working_days=5)
    transaction.commit()
    made = client("vanthusnv").post("snv/@schedule", json=entry(place="Phòng 1")).json()
    address = client("vuhaiyen").post("@calendar-link").json()["url"]
    answer = requests.get(address, timeout=30)
    assert answer.headers["Content-Type"].startswith("text/calendar") and "no-store" in answer.headers["Cache-Control"]
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    texts = {str(event["summary"]) for event in events}
    assert texts == {f"Hạn xử lý: {record.subject}", f"Họp giao ban {XSS}"}
    assert all(event.get("uid") and event.get("dtstamp") for event in events)
    meeting = next(event for event in events if str(event["uid"]).startswith(f"entry-{made['id']}@"))
    # A zone that the file does not describe is passed over by calendars: the meeting would move by seven hours.
    assert b"TZID" not in answer.content and meeting.decoded("dtstart") == datetime.fromisoformat(made["start"])
    later = (datetime.fromisoformat(made["start"]) + timedelta(days=1)).isoformat()
    assert client("vanthusnv").patch(made["@id"], json={"start": later, "end": None}).status_code == 200
    again = Calendar.from_ical(requests.get(address, timeout=30).content).walk("VEVENT")
    changed = next(event for event in again if event["uid"] == meeting["uid"])
    assert changed.decoded("dtstart").isoformat() != made["start"] and changed["sequence"] > meeting["sequence"] == 0
    assert client("vanthusnv").delete(made["@id"]).status_code == 204
    left = Calendar.from_ical(requests.get(address, timeout=30).content).walk("VEVENT")
    off = next(event for event in left if event["uid"] == meeting["uid"])
    assert (str(off["status"]), str(off["summary"])) == ("CANCELLED", f"Đã hủy: Họp giao ban {XSS}") and len(left) == len(events)
    assert off["sequence"] > changed["sequence"] and off["dtstart"].dt == changed["dtstart"].dt
    assert "description" not in off and changed["status"] == "CONFIRMED"
    others = requests.get(client("vanthuxphulam").post("@calendar-link").json()["url"], timeout=30)
    assert Calendar.from_ical(others.content).walk("VEVENT") == []
    token = address.partition("token=")[2]
    for wrong in (
        "",
        "vuhaiyen",
        "vuhaiyen.",
        token[:-1],
        f"tranduclong.{token.partition('.')[2]}",
        "x" * 5000,
        "a.\u00e9",
    ):
        assert requests.get(f"{site}/@@calendar-feed", params={"token": wrong}, timeout=30).status_code == 404, wrong
    page = read(visitor("vuhaiyen").get(f"{site}/@@calendar-link"))
    form = next(form for form in page.forms if form.action.endswith("calendar-link"))
    fields = {**dict(form.form_values()), "revoke": "1"}
    read(visitor("vuhaiyen").post(form.action, data=fields))
    assert requests.get(address, timeout=30).status_code == 404
    assert client("vuhaiyen").delete("@calendar-link").status_code == 204


def test_deadlines_of_tasks_are_in_the_calendar_of_who_has_to_meet_them(site, client, login_as):
    """The head has those that nobody in his unit has yet, the person his own, once; what is done is gone."""
    given, day = Tasks(login_as), clock.today() + timedelta(days=10)
    unit = given.give(subject="Việc của phòng", deadline=day)
    own = given.give(subject="Việc của Lê Minh Anh", leads=["user:leminhanh"], deadline=day)
    done = given.give(subject="Việc đã xong", deadline=day)
    for act, by in (("accept_task", "phamquochuy"), ("complete", "phamquochuy"), ("approve_result", "nguyenthithuha")):
        given.do(done, act, by, **({"text": "Xong"} if act == "complete" else {}))
    transaction.commit()

    def due(userid):
        address = client(userid).post("@calendar-link").json()["url"]
        events = Calendar.from_ical(requests.get(address, timeout=30).content).walk("VEVENT")
        return {str(event["summary"]): (str(event["uid"]), event["dtstart"].dt) for event in events}

    host = site.split("/")[2].split(":")[0]
    assert due("phamquochuy") == {"Hạn nhiệm vụ: Việc của phòng": (f"task-{unit.UID()}@{host}", day)}
    assert due("leminhanh") == {"Hạn nhiệm vụ: Việc của Lê Minh Anh": (f"task-{own.UID()}@{host}", day)}
    assert due("nguyenthithuha") == {}


def test_calendars_are_told_that_an_entry_is_off_and_on_again(functional_province):
    """A draft was never told of; what was published and made a draft again is off, and published once more above that."""
    agency = getUtility(IDirectory).agency_object("snv")
    schedule = ISchedule(agency)
    never = schedule.add({**entry(title="Dự kiến"), "published": False}, "vanthusnv")
    schedule.remove(never.id)
    assert schedule.cancelled() == []
    made = schedule.add(entry(title="Họp"), "vanthusnv")
    before = made.sequence
    schedule.change(made.id, {"published": False, "title": "Họp, chưa rõ giờ"})
    (off,) = schedule.cancelled()
    assert (off.id, off.title) == (made.id, "Họp") and off.sequence > before
    schedule.change(made.id, {"published": True})
    assert schedule.cancelled() == [] and made.sequence > off.sequence
    schedule.remove(made.id)
    with clock.held(clock.now() + timedelta(days=89)):
        assert [one.id for one in schedule.cancelled()] == [made.id]
    with clock.held(clock.now() + timedelta(days=91)):
        assert schedule.cancelled() == []
        later = schedule.add(entry(title="Họp sau"), "vanthusnv")
        schedule.remove(later.id)
        assert [one.id for one in schedule.cancelled()] == [later.id]
    assert len(schedule.cancelled()) == 1  # the older one was forgotten with the next
