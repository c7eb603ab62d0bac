"""``@@feedback-list`` of an agency and of the site: Phiếu tổng hợp lỗi và góp ý, Góp ý toàn tỉnh."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.files.serving import send
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedRows
from qlvb.content.violations import Refused
from qlvb.policy.exporting.answers import note_export
from qlvb.policy.exporting.order import FORMATS
from qlvb.policy.feedback.gathering import counts_at
from qlvb.policy.feedback.gathering import remarks_at
from qlvb.policy.feedback.interfaces import STATES
from qlvb.policy.feedback.interfaces import IRemarks
from qlvb.policy.feedback.rules import unknown
from qlvb.policy.feedback.sheet import WRITERS
from qlvb.policy.feedback.sheet import FeedbackSheet
from qlvb.policy.feedback.sheet import write
from qlvb.policy.feedback.words import GROUP_TITLES
from qlvb.policy.feedback.words import KIND_TITLES
from qlvb.policy.feedback.words import STATE_TITLES
from qlvb.policy.feedback.words import STATE_TONES
from qlvb.policy.feedback.words import screen_title
from urllib.parse import urlencode
from zope.component import getMultiAdapter
from zope.component import getUtility


class FeedbackList(PagedRows, PostedForm):
    """Lists, marks as gathered, answers, exports."""

    sheet = None

    def __call__(self):
        answer = super().__call__()
        return send(self.request, *self.sheet) if self.sheet else answer

    @property
    def is_agency(self):
        return IAgency.providedBy(self.context)

    @property
    def list_url(self):
        """See PagedRows."""
        return f"{self.context.absolute_url()}/@@feedback-list"

    @property
    def state(self):
        asked = self.value("state")
        return asked if asked in STATES else ""

    @cached_property
    def found(self):
        return remarks_at(self.context, self.state)

    @property
    def tabs(self):
        """list of dict title, count, url, current."""
        counts = counts_at(self.context)
        everything = {"title": _("feedback_all", default="Tất cả"), "count": sum(counts.values()), "state": ""}
        tabs = [everything, *({"title": STATE_TITLES[one], "count": counts[one], "state": one} for one in STATES)]
        return [
            {**tab, "url": self.url(tab["state"]), "current": tab["state"] == self.state} for tab in tabs
        ]

    def url(self, state):
        return f"{self.list_url}?{urlencode({'state': state})}" if state else self.list_url

    def asked(self):
        """See PagedRows."""
        return {"state": self.state}

    def listed(self):
        """See PagedRows."""
        return self.found

    def rows(self):
        """list of dict: the remarks of this page."""
        person = getUtility(IDirectory).person
        return [
            {
                "remark": one,
                "agency": agency,
                "author": person(one.author).fullname,
                "when": show_moment(one.when),
                "group": GROUP_TITLES[one.group],
                "screen": screen_title(one.screen),
                "kind": KIND_TITLES[one.kind],
                "state": STATE_TITLES[one.state],
                "tone": STATE_TONES[one.state],
                "answered_by": person(one.answered_by).fullname if one.answered_by else "",
                "key": f"{agency.id}/{one.id}",
            }
            for agency, one in self.batch
        ]

    def save(self):
        act = self.value("act")
        if act in WRITERS:
            self.sheet = self._export(act)
            return None
        remarks, remark_id = self._chosen()
        if act == "answer":
            remarks.answer(remark_id, self.value("answer"), api.user.get_current().getId())
            message = _("feedback_answer_sent", default="Đã trả lời; người góp ý được báo.")
        else:
            remarks.gather(remark_id)
            message = _("feedback_marked", default="Đã đưa vào phiếu tổng hợp.")
        api.portal.show_message(message, self.request)
        return self.url(self.state)

    def _chosen(self):
        """(IRemarks, id) of the remark that the form names; on an agency, one of its own. :raises Refused: 404."""
        agency_id, _slash, remark_id = self.value("remark").partition("/")
        agency = self.context if self.is_agency else getUtility(IDirectory).agency_object(agency_id)
        if agency is None or agency.getId() != agency_id:
            raise Refused(unknown(), status=404)
        return IRemarks(agency), remark_id

    def _export(self, format):
        """(bytes, file name, media type)."""
        body = self.context.title if self.is_agency else _("feedback_province", default="Toàn tỉnh")
        shell = getMultiAdapter((self.context, self.request), name="qlvb-shell")
        body = api.portal.translate(body, lang=shell.language) if not self.is_agency else body
        sheet = FeedbackSheet(self.found, body, format, shell.language)
        note_export(api.user.get_current().getId(), sheet.order, sheet.total)
        name = f"phieu-tong-hop-loi-va-gop-y-{clock.today():%Y%m%d}.{format}"
        return write(sheet), name, FORMATS[format]
