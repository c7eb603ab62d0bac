"""Following a record, and the list of what one follows."""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from plone.uuid.interfaces import IUUID
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_date
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.wording import TYPES
from qlvb.content.lookup import visible_record
from qlvb.content.paging import PagedRows
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from zope.component import getUtility


def me():
    """userid of who asks."""
    return api.user.get_current().getId()


class FollowButton(BrowserView):
    """A part of the record's screen: begins or ends following it."""

    @property
    def follows(self):
        return getUtility(IMarks).of(me(), IUUID(self.context)).followed


class Follow(BrowserView):
    """What the button sends: ``follow`` 1 or 0; ``back`` ``list`` leads back to the list."""

    def __call__(self):
        CheckAuthenticator(self.request)
        form = self.request.form
        if self.request.method == "POST" and form.get("follow") in ("0", "1"):
            try:
                getUtility(IMarks).change(me(), IUUID(self.context), followed=form["follow"] == "1")
            except Refused as refused:
                message = refused_response(self.request, refused)["error"]["message"]
                api.portal.show_message(message, self.request, type="error")
                self.request.response.setStatus(200)
        listed = form.get("back") == "list"
        url = f"{api.portal.get().absolute_url()}/@@followed" if listed else self.context.absolute_url()
        return self.request.response.redirect(url)


class Followed(PagedRows, BrowserView):
    """What the person follows and may see, the newest first; the rest is counted and can be forgotten in one click."""

    def __call__(self):
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if self.request.form.get("forget") == "1":
                for uid in self.gone:
                    getUtility(IMarks).change(me(), uid, followed=False)
            return self.request.response.redirect(self.list_url)
        return self.index()

    @cached_property
    def uids(self):
        return getUtility(IMarks).followed(me())

    @cached_property
    def visible(self):
        """dict UID -> Row."""
        return rows_by_uid(self.uids)[0]

    @property
    def gone(self):
        """UIDs of what the person follows and may not see: list."""
        return [uid for uid in sorted(self.uids - set(self.visible)) if visible_record(uid) is None]

    @property
    def list_url(self):
        return f"{self.context.absolute_url()}/@@followed"

    def listed(self):
        """See PagedRows."""
        return sorted(self.visible.values(), key=lambda row: row.modified, reverse=True)

    @property
    def rows(self):
        """list of dict for the template."""
        return [
            {
                "url": row.url,
                "subject": row.subject,
                "type": TYPES.get(row.portal_type, row.portal_type),
                "reference": row.reference,
                "state": title_of_state(row.portal_type, row.state),
                "due": show_date(row.due_date),
            }
            for row in self.batch
        ]
