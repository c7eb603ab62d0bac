"""``@@retention-schedule`` of the site and of agencies: search, versions, and a form that changes one row."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedRows
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.retention.period import KINDS
from qlvb.content.retention.row_rules import row_from
from qlvb.content.retention.row_rules import row_json
from qlvb.content.retention.schedule import fitting
from qlvb.content.retention.versions import differences
from qlvb.content.retention.vocabularies import KIND_TITLES
from zope.component import getUtility
from zope.i18n import translate


EDIT = "qlvb: Manage retention schedule"
EMPTY = {"in_force": True, "kind": "years"}
#: What the schedule of the ministry counts from -> its words; an agency may write another event.
EVENTS = {
    "end_of_work": _("retention_from_work", default="khi công việc kết thúc"),
    "superseded": _("retention_from_superseded", default="khi văn bản hết hiệu lực"),
    "end_of_life": _("retention_from_life", default="khi tài sản hết tuổi thọ"),
    "end_of_contract": _("retention_from_contract", default="khi hợp đồng hết hiệu lực"),
}


class RetentionScheduleView(PagedRows, PostedForm):
    """GET lists (``text``, ``b_start``, ``version``), with ``edit`` the form of a row ("" for a new one); POST makes a
    version in which that row is changed, or taken out.
    """

    shell_section = "dossiers"

    @property
    def schedule(self):
        return IRetentionSchedule(self.context)

    @property
    def shown(self):
        """The version asked for, else the newest."""
        asked = self.value("version")
        found = self.schedule.version(int(asked)) if asked.isdecimal() and len(asked) < 6 else None
        return found or self.schedule.current()

    @property
    def number(self):
        """int: the newest version."""
        return self.schedule.current().number

    @property
    def may_edit(self):
        return bool(getSecurityManager().checkPermission(EDIT, self.context))

    @property
    def of_agency(self):
        """bool: this is an agency's schedule, not the one that all share."""
        return IAgency.providedBy(self.context)

    @property
    def shared_url(self):
        """Address of the schedule that all agencies share."""
        return f"{api.portal.get().absolute_url()}/@@retention-schedule"

    @property
    def prescribed(self):
        """Label of the period below which the row in the form may not go, or None."""
        if not self.of_agency:
            return None
        row = IRetentionSchedule(api.portal.get()).current().row(self.row().get("token", ""))
        return row.period.label if row is not None else None

    def removable(self, row):
        """bool: the row in the form (dict) may be taken out: of an agency only its own."""
        token = row.get("token")
        return bool(row.get("basis")) and (not self.of_agency or token in self.schedule.current().own)

    @property
    def text(self):
        return self.value("text")

    def listed(self):
        """See PagedRows."""
        return fitting(self.shown.rows, self.text)

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@retention-schedule"

    def asked(self):
        """See Paged."""
        return {"text": self.text, "version": self.value("version")}

    def history(self):
        """Versions, newest first: list of dict number, by, when, reason, changes."""
        directory, found = getUtility(IDirectory), self.schedule.versions()
        return [
            {
                "number": one.number,
                "by": directory.person(one.by).fullname if one.when else "",
                "when": show_moment(one.when),
                "reason": one.reason,
                "changes": [self.said(change) for change in differences(older.rows, one.rows)] if older else [],
            }
            for one, older in zip(found, [*found[1:], None], strict=True)
        ]

    def said(self, change):
        return {
            "token": change.token,
            "name": (change.new or change.old).name,
            "old": change.old.period.label if change.old else None,
            "new": change.new.period.label if change.new else None,
        }

    @property
    def editing(self):
        return self.may_edit and ("edit" in self.request.form or self.request.method == "POST")

    def row(self):
        """The row in the form: dict of :func:`row_json`, as it was typed after a refusal."""
        if self.request.method == "POST":
            found = self.typed()
        else:
            asked = self.schedule.current().row(self.value("edit"))
            found = row_json(asked) if asked is not None else EMPTY
        event = found.get("counted_from", "")
        return {**found, "counted_from": self.event_words.get(event, event)}

    @property
    def event_words(self):
        """dict: event of the schedule -> its words in the language of the page."""
        return {event: translate(words, context=self.request) for event, words in EVENTS.items()}

    def events(self):
        """What is offered as the event from which a period is counted: list of str."""
        return list(self.event_words.values())

    def problems(self):
        """See PostedForm; the fields as the form calls them."""
        found = super().problems()
        return [{**one, "field": one["field"].removeprefix("row.").removeprefix("rows.0.")} for one in found]

    def kinds(self):
        chosen = self.row().get("kind")
        return [{"value": kind, "title": KIND_TITLES[kind], "chosen": kind == chosen} for kind in KINDS]

    def typed(self):
        names = ("token", "group", "group_title", "title", "detail", "kind", "schedule")
        years, event = self.value("years"), self.value("counted_from")
        return {
            **{name: self.value(name) for name in names},
            "counted_from": {words: event for event, words in self.event_words.items()}.get(event, event),
            "years": int(years) if years.isdecimal() and len(years) < 4 else None,
            "in_force": bool(self.value("in_force")),
        }

    def save(self):
        if not self.may_edit:
            api.portal.show_message(
                _("retention_not_yours", default="Anh/chị không được sửa bảng thời hạn."), self.request
            )
            return self.page_url(0)
        seen, token = self.value("seen"), self.value("token")
        removed = [token] if self.value("remove") else []
        version = self.schedule.change(
            [] if removed else [row_from(self.typed())],
            removed,
            getSecurityManager().getUser().getId(),
            self.value("reason"),
            int(seen) if seen.isdecimal() else None,
        )
        message = _(
            "retention_schedule_saved",
            default="Đã lưu bảng thời hạn, phiên bản ${number}. Hồ sơ đã có thời hạn giữ nguyên cho đến khi áp dụng.",
            mapping={"number": str(version.number)},
        )
        api.portal.show_message(message, self.request)
        return self.page_url(0)


class ProvinceScheduleView(RetentionScheduleView):
    """The schedule that all agencies share: the system administrators' to keep."""

    shell_section = "administration"
