"""The calendar of one person for other programs (iCalendar, RFC 5545): his deadlines, and the work schedule.

Moments are written in UTC, which every program shows in the zone of its machine; a zone of our own would have to be
described in the file. What is taken off the schedule stays in it as cancelled for 90 days: programs that update what
they have know so that it is off, where they would go on showing what is merely gone.
"""

from datetime import UTC
from datetime import date
from datetime import timedelta
from icalendar import Calendar
from icalendar import Event
from icalendar import vDuration
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import records
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.workflows.lines.closing import OPEN
from sqlalchemy import select
from zope.component import getUtility
from zope.i18n import translate


BEFORE, AFTER = timedelta(days=31), timedelta(days=180)
MOST = 1000
#: How soon programs should ask again (RFC 7986, and the older word of Outlook).
ASKED_AGAIN = timedelta(hours=1)
SECRET = _("feed_secret", default="Văn bản mật")
DEADLINE = _("feed_deadline", default="Hạn xử lý: ${subject}")
TASK_DEADLINE = _("feed_task_deadline", default="Hạn nhiệm vụ: ${subject}")
#: As lines of tasks say it: somebody still has to finish them.
OPEN_TASKS = ("task.assigned", "task.in_progress", "task.to_extend")
CANCELLED = _("feed_cancelled", default="Đã hủy: ${subject}")
NAME = _("feed_name", default="QLVB: lịch công tác và hạn xử lý")


def feed(userid, host):
    """bytes of the calendar as the current user, who is ``userid``, may see it. ``host`` makes ids unique."""
    calendar = Calendar()
    calendar.add("prodid", "-//QLVB//vi")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", translate(NAME, target_language="vi"))
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    calendar.add("refresh-interval", ASKED_AGAIN, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", vDuration(ASKED_AGAIN).to_ical().decode())
    for event in (*_deadlines(userid, host), *_schedule(userid, host)):
        calendar.add_component(event)
    return calendar.to_ical()


def _mine(userid):
    """Clause on lines: a person's own, and tasks of the places that he leads which nobody there has yet."""
    lines = assignment_lines.c
    places = [
        post.agency if "leader" in post.functions else f"{post.agency}.{post.department}"
        for post in getUtility(IDirectory).person(userid).posts
        if {"leader", "unit_leader"} & set(post.functions)
    ]
    own = (lines.recipient == userid) & lines.state.in_((*OPEN, *OPEN_TASKS))
    return own | (lines.recipient.in_(places) & lines.state.in_(OPEN_TASKS) & (records.c.holder == ""))


def _deadlines(userid, host):
    since = (clock.today() - BEFORE).toordinal()
    wanted = (
        select(assignment_lines.c.line, assignment_lines.c.deadline_day, records.c.uid, records.c.portal_type)
        .join(records, records.c.id == assignment_lines.c.record_id)
        .where(
            _mine(userid),
            assignment_lines.c.deadline_day.between(since, (clock.today() + 10 * AFTER).toordinal()),
        )
        .order_by(assignment_lines.c.deadline_day)
        .limit(MOST)
    )
    with reading() as connection:
        # A task has several lines with one deadline, whose ids say no more than what they are.
        lines = {
            f"task-{line.uid}" if line.portal_type == "Task" else f"line-{line.line}": line
            for line in connection.execute(wanted)
        }
    rows, _there = rows_by_uid([line.uid for line in lines.values()])
    for name, line in lines.items():
        row = rows.get(line.uid)
        if row is None:
            continue
        secret = row.secrecy not in ("", "none")
        subject = translate(SECRET, target_language="vi") if secret else row.subject
        event = _event(f"{name}@{host}")
        day = date.fromordinal(line.deadline_day)
        words = TASK_DEADLINE if line.portal_type == "Task" else DEADLINE
        event.add("summary", translate(_with(words, subject=subject), target_language="vi"))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("url", row.url)
        yield event


def _schedule(userid, host):
    directory, today = getUtility(IDirectory), clock.today()
    for agency_id in sorted({post.agency for post in directory.person(userid).posts}):
        agency = directory.agency_object(agency_id)
        for entry in ISchedule(agency).entries(today - BEFORE, today + AFTER)[:MOST]:
            event = _of_entry(entry, host, entry.title, entry.changed, "CONFIRMED")
            leaders = ", ".join(directory.person(one).fullname for one in entry.leaders)
            event.add("description", "\n".join(filter(None, [leaders, entry.participants, entry.note])))
            event.add("transp", "OPAQUE" if userid in entry.leaders else "TRANSPARENT")
            yield event
        for gone in ISchedule(agency).cancelled()[:MOST]:
            # Said in words, too: some programs show the status nowhere.
            title = translate(_with(CANCELLED, subject=gone.title), target_language="vi")
            event = _of_entry(gone, host, title, gone.when, "CANCELLED")
            event.add("transp", "TRANSPARENT")
            yield event


def _of_entry(entry, host, title, changed, status):
    event = _event(f"entry-{entry.id}@{host}")
    event.add("summary", title)
    event.add("dtstart", entry.start.astimezone(UTC))
    event.add("dtend", (entry.end or entry.start + timedelta(hours=1)).astimezone(UTC))
    event.add("last-modified", changed.astimezone(UTC))
    event.add("sequence", entry.sequence)
    event.add("status", status)
    event.add("location", entry.place)
    return event


def _event(uid):
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", clock.now())
    return event


def _with(message, **mapping):
    return type(message)(message, mapping=mapping)
