"""``@@notices`` and the panel of the bell: what the person was told; opening one leads to its record."""

import json
from plone import api
from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.workflows.notices.etag import unchanged
from qlvb.workflows.notices.grouping import grouped
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.replies import act_for
from qlvb.workflows.notices.showing import shown
from qlvb.workflows.notices.showing import without_subject
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides


PAGE = 30
PANEL = 8
#: So many of the newest are looked at for the groups of the panel.
PANEL_LOOKS_AT = 60
#: The look of an event; others have a bell.
ICONS = {
    "turn": "arrow-right-circle",
    "information": "info-circle",
    "returned": "arrow-counterclockwise",
    "recalled": "x-circle",
    "issued": "send-check",
    "arrived": "inbox",
    "deadline_near": "clock",
    "overdue": "alarm",
    "followed": "eye",
}


class _Notices(BrowserView):
    @property
    def board(self):
        return getUtility(INotices).of(api.user.get_current().getId())

    @property
    def portal_url(self):
        return api.portal.get().absolute_url()

    @property
    def unread(self):
        return self.board.unread()

    def rows(self, notices):
        """list of dict for the template: one for all of a kind about a record, the newest with the ``earlier`` ones."""
        return [self._group(group) for group in grouped(shown(notices))]

    def _group(self, group):
        newest, *earlier = map(self._row, group)
        new = any(one.read is None for one in group)
        return {**newest, "is_new": new, "earlier": earlier, "more": str(len(earlier))}

    def _row(self, one):
        hidden = _("notice_hidden", default="Văn bản không còn trong phạm vi anh/chị được xem.")
        return {
            "id": one.id,
            "icon": ICONS.get(one.event, "bell"),
            "title": one.title,
            "text": self._words(one, hidden),
            "subject": one.subject,
            "reference": one.reference,
            "url": f"{self.portal_url}/@@open-notice?id={one.id}" if one.address else None,
            "urgent": one.urgent,
            "due": show_date(one.due),
            "when": when(one.created),
            "moment": one.created.isoformat(),
            "is_new": one.read is None,
        }

    def _words(self, one, hidden):
        """What was told, without the subject that stands above it."""
        return without_subject(translate(hidden if one.hidden else one.text, context=self.request), one.subject)


class NoticesPage(_Notices):
    """All notices, or the unread ones, a page at a time."""

    @property
    def unread_only(self):
        return self.request.form.get("show") == "unread"

    @property
    def page(self):
        """dict ``rows`` and ``older``, the address of what comes before, or None."""
        found = self.board.newest(self.unread_only, str(self.request.form.get("before", "")), PAGE + 1)
        older = None
        if len(found) > PAGE:
            older = f"{self.portal_url}/@@notices?before={found[PAGE - 1].id}"
            older += "&show=unread" if self.unread_only else ""
        return {"rows": self.rows(found[:PAGE]), "older": older}


class NoticesPanel(_Notices):
    """The newest few, as they open under the bell: a fragment."""

    def __call__(self):
        self.request.response.setHeader("X-Theme-Disabled", "1")
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @property
    def newest(self):
        groups = grouped(self.board.newest(size=PANEL_LOOKS_AT))[:PANEL]
        return self.rows([notice for group in groups for notice in group])


class News(_Notices):
    """What the bell asks every half minute: how many are unread, and the newest of them. 304 when nothing is new."""

    def __call__(self):
        board = self.board
        self.request.response.setHeader("X-Theme-Disabled", "1")
        if unchanged(self.request, board.stamp()):
            return ""
        self.request.response.setHeader("Content-Type", "application/json")
        newest = self.rows(board.newest(unread_only=True, size=1))
        return json.dumps({"unread": board.unread(), "newest": newest[0] if newest else None})


class OpenNotice(_Notices):
    """Leads to the record, with ``answer`` to the form on which the notice is answered, and marks it as read. Links of
    e-mails lead here, so it is a GET.
    """

    def __call__(self):
        notice = self.board.get(self.request.form.get("id", ""))
        if notice is None:
            return self.request.response.redirect(f"{self.portal_url}/@@notices")
        # Reading is what is to be noted, and it begins with a link: no form of ours could carry a token for it.
        alsoProvides(self.request, IDisableCSRFProtection)
        self.board.mark_alike(notice.id)
        one = shown([notice])[0]
        act = act_for(one) if one.address and self.request.form.get("answer") else None
        address = f"{one.address}/@@act/{act.id}" if act is not None else one.leads_to
        return self.request.response.redirect(address or f"{self.portal_url}/@@notices")


class MarkNotices(_Notices):
    """POST: marks one (``id``) or all as read."""

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            wanted = self.request.form.get("id")
            if wanted:
                self.board.mark_alike(wanted)
            else:
                self.board.mark_all()
        show = "?show=unread" if self.request.form.get("show") == "unread" else ""
        return self.request.response.redirect(f"{self.portal_url}/@@notices{show}")


def when(moment):
    """ "08:30" for today, else "08:30 21/11/2026"."""
    return moment.strftime("%H:%M") if moment.date() == clock.today() else show_moment(moment)
