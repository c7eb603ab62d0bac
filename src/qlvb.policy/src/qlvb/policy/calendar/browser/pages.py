"""``<agency>/@@work-schedule``: the week; its form; today's entries on the home page; the calendar for programs."""

from AccessControl import getSecurityManager
from datetime import date
from datetime import timedelta
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.files.kinds import DOCX
from qlvb.content.files.serving import send
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.calendar import tokens
from qlvb.policy.calendar.feed import feed
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.calendar.rules import name_of_week
from qlvb.policy.calendar.rules import week_of
from qlvb.policy.calendar.sheet import week_file
from qlvb.policy.calendar.today import entries_today
from qlvb.policy.document.browser.assets import Assets
from qlvb.workflows.lines.days import days_of_year
from qlvb.workflows.lines.interfaces import IDecidedDays
from urllib.parse import urlsplit
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.i18n import translate


DAYS = (
    _("schedule_monday", default="Thứ Hai"),
    _("schedule_tuesday", default="Thứ Ba"),
    _("schedule_wednesday", default="Thứ Tư"),
    _("schedule_thursday", default="Thứ Năm"),
    _("schedule_friday", default="Thứ Sáu"),
    _("schedule_saturday", default="Thứ Bảy"),
    _("schedule_sunday", default="Chủ nhật"),
)

QUOTED = {
    "start": _("schedule_start", default="Bắt đầu"),
    "place": _("schedule_place", default="Địa điểm"),
    "chair": _("schedule_chair", default="Chủ trì"),
}


def row(entry):
    """dict of an entry for a template."""
    directory = getUtility(IDirectory)
    end = f"–{entry.end:%H:%M}" if entry.end and entry.end.date() == entry.start.date() else ""
    source = visible_record(entry.source) if entry.source else None
    return {
        "id": entry.id,
        "time": f"{entry.start:%H:%M}{end}",
        "title": entry.title,
        "place": entry.place,
        "leaders": ", ".join(directory.person(one).fullname for one in entry.leaders),
        "participants": entry.participants,
        "note": entry.note,
        "draft": not entry.published,
        "quotes": quotes_of(entry),
        "source": source.absolute_url() if source is not None else None,
    }


def quotes_of(entry):
    """What a draft from an invitation was read from: list of dict label, words ("" where nothing says it); [] for all
    other entries.
    """
    if entry is None or not entry.untouched:
        return []
    quotes = dict(entry.quotes)
    shown = [(name, quotes.get(name, "")) for name in QUOTED if name == "start" or name in quotes]
    return [{"label": QUOTED[name], "words": words} for name, words in shown]


class Week(BrowserView):
    """Toàn bộ lịch công tác: a week of the agency."""

    shell_section = "schedule"

    def __call__(self):
        if self.request.form.get("format") != "docx":
            return self.index()
        language = getMultiAdapter((self.context, self.request), name="qlvb-shell").language
        written = week_file(self.context.title, self.title, self.days, language)
        return send(self.request, written, f"lich-cong-tac-{self.monday:%Y%m%d}.docx", DOCX)

    @cached_property
    def only(self):
        """The one day that is asked for (date, ``?day=2026-11-23``), None for the week."""
        try:
            return date.fromisoformat(str(self.request.form.get("day", "")))
        except ValueError:
            return None

    @cached_property
    def monday(self):
        if self.only is not None:
            return self.only - timedelta(days=self.only.weekday())
        return week_of(str(self.request.form.get("week", "")), clock.today())

    @cached_property
    def keeps(self):
        return bool(getSecurityManager().checkPermission("qlvb: Edit schedule", self.context))

    @property
    def mine(self):
        return self.request.form.get("mine") == "1"

    @property
    def days(self):
        """list of dict title, day, today, off (why nobody works on it, "" otherwise), rows."""
        me = api.user.get_current().getId()
        entries = ISchedule(self.context).entries(self.monday, self.monday + timedelta(days=6), self.keeps)
        if self.mine:
            entries = [entry for entry in entries if me in entry.leaders]
        found, off = [], self._days_off
        for number, title in enumerate(DAYS):
            day = self.monday + timedelta(days=number)
            if self.only not in (None, day):
                continue
            rows = [row(entry) for entry in entries if entry.start.date() <= day <= (entry.end or entry.start).date()]
            if rows or number < 5 or self.only is not None:
                is_today = day == clock.today()
                words = {"title": title, "day": day.strftime("%d/%m"), "off": off.get(day, "")}
                found.append({**words, "today": is_today, "rows": rows})
        return found

    @property
    def _days_off(self):
        """dict day -> the holiday's name, or what the site or the agency noted with its decision."""
        years = {self.monday.year, (self.monday + timedelta(days=6)).year}
        decided = IDecidedDays(self.context).all(), IDecidedDays(api.portal.get()).all()
        days = [one for year in years for one in days_of_year(year, *decided)]
        return {day: name for day, worked, name, _source in days if not worked}

    @property
    def title(self):
        if self.only is not None:
            name = translate(DAYS[self.only.weekday()], context=self.request)
            mapping = {"name": name, "day": f"{self.only:%d/%m/%Y}"}
            return _("schedule_one_day", default="${name}, ${day}", mapping=mapping)
        last = self.monday + timedelta(days=6)
        mapping = {
            "week": str(self.monday.isocalendar()[1]),
            "first": self.monday.strftime("%d/%m"),
            "last": last.strftime("%d/%m/%Y"),
        }
        return _("schedule_week", default="Tuần ${week} (${first} – ${last})", mapping=mapping)

    def url(self, weeks=0, mine=None):
        """Address of a week before or after this."""
        name = name_of_week(self.monday + timedelta(weeks=weeks))
        mine = self.mine if mine is None else mine
        return f"{self.context.absolute_url()}/@@work-schedule?week={name}{'&mine=1' if mine else ''}"


class EntryForm(Assets, PostedForm):
    """``@@schedule-entry?id=…``: a new entry, or changes of one."""

    shell_section = "schedule"

    @cached_property
    def entry(self):
        """The IEntry that is changed, or None for a new one."""
        entry_id = self.request.form.get("id")
        entry = ISchedule(self.context).get(entry_id) if entry_id else None
        if entry_id and entry is None:
            raise NotFound(str(entry_id)[:80])
        return entry

    def shown(self, name):
        """str: what was typed, else what is kept."""
        kept = getattr(self.entry, name, "") if self.entry is not None else ""
        if name in ("start", "end"):
            kept = kept.strftime("%Y-%m-%dT%H:%M") if kept else ""
        return self.value(name, kept)

    @property
    def published(self):
        if self.request.method == "POST":
            return bool(self.value("published"))
        return self.entry.published if self.entry is not None else True

    @property
    def quotes(self):
        return quotes_of(self.entry)

    @property
    def people(self):
        """list of dict id, name, post, chosen: leaders of agency and departments first."""
        directory, agency = getUtility(IDirectory), self.context.getId()
        ranked = dict.fromkeys(
            [
                *directory.holders(agency, "leader"),
                *directory.holders(agency, "unit_leader"),
                *directory.holders(agency, "member"),
            ]
        )
        chosen = self.leaders()
        posts = {one: directory.main_post(one, agency) for one in ranked}
        return [
            {
                "id": one,
                "name": directory.person(one).fullname,
                "post": post.title if post is not None else "",
                "chosen": one in chosen,
            }
            for one, post in posts.items()
        ]

    def leaders(self):
        if self.request.method == "POST":
            given = self.request.form.get("leaders", [])
            return [given] if isinstance(given, str) else list(given)
        return list(self.entry.leaders) if self.entry is not None else []

    def save(self):
        schedule = ISchedule(self.context)
        if self.value("remove") and self.entry is not None:
            monday = self.entry.start.date()
            schedule.remove(self.entry.id)
        else:
            values = {name: self.value(name) for name in ("start", "end", "title", "place", "participants", "note")}
            values |= {"leaders": self.leaders(), "published": bool(self.value("published"))}
            if self.entry is not None:
                saved = schedule.change(self.entry.id, values)
            else:
                saved = schedule.add(values, api.user.get_current().getId())
            monday = saved.start.date()
        return f"{self.context.absolute_url()}/@@work-schedule?week={name_of_week(monday)}"


class Today(BrowserView):
    """``@@schedule-today``: today's entries of the agency that the person works for, in the home group HÔM NAY."""

    @cached_property
    def agency(self):
        shell = getMultiAdapter((self.context, self.request), name="qlvb-shell")
        return getUtility(IDirectory).agency_object(shell.agency)

    @property
    def rows(self):
        return [row(entry) for entry in entries_today(self.agency.getId())] if self.agency is not None else []

    @property
    def address(self):
        return f"{self.agency.absolute_url()}/@@work-schedule"


class Feed(BrowserView):
    """``@@calendar-feed?token=…``: the calendar of whom the token belongs to. Programs cannot sign in, so the address
    itself is the secret.
    """

    def __call__(self):
        token = self.request.form.get("token", "")
        userid = tokens.owner(token) if isinstance(token, str) and len(token) < 300 else None
        if userid is None or not getUtility(IDirectory).person(userid).active or api.user.get(userid=userid) is None:
            raise NotFound("calendar-feed")
        with api.env.adopt_user(username=userid):
            written = feed(userid, urlsplit(self.context.absolute_url()).hostname)
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        return send(self.request, written, "qlvb.ics", "text/calendar; charset=utf-8")


class CalendarLink(BrowserView):
    """``@@calendar-link``: the person makes or revokes the address of his calendar."""

    shell_section = "schedule"
    made = None

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            userid = api.user.get_current().getId()
            if self.request.form.get("revoke"):
                tokens.revoke(userid)
            else:
                self.made = f"{api.portal.get().absolute_url()}/@@calendar-feed?token={tokens.make(userid)}"
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @property
    def since(self):
        moment = tokens.created(api.user.get_current().getId())
        return show_moment(moment)
