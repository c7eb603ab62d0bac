"""``GET @notices`` lists, ``PATCH @notices`` marks as read."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.workflows.notices.etag import unchanged
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.showing import shown
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


MAX_SIZE = 100
MAX_IDS = 500


@implementer(IPublishTraverse)
class _Notices(Service):
    """``self.params``: what stands behind ``@notices`` in the address."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.params = []

    def publishTraverse(self, request, name):
        self.params.append(name)
        return self

    @property
    def board(self):
        return getUtility(INotices).of(api.user.get_current().getId())

    def as_json(self, one):
        """dict of JSON values of a Shown."""
        return {
            "@id": f"{self.context.absolute_url()}/@notices/{one.id}",
            "id": one.id,
            "event": one.event,
            "event_title": translate(one.title, context=self.request),
            "text": translate(one.text, context=self.request),
            "subject": one.subject,
            "reference": one.reference,
            "record": one.address or None,
            "hidden": one.hidden,
            "urgent": one.urgent,
            "due": one.due.isoformat() if one.due else None,
            "created": one.created.isoformat(),
            "read": one.read.isoformat() if one.read else None,
        }

    def reply(self):
        try:
            return self.answer()
        except Refused as refused:
            return refused_response(self.request, refused)


class NoticesGet(_Notices):
    """The newest first; ``unread=1``: those not read; ``before``: those older than this id; ``b_size`` up to 100.

    With ``ETag``: asked again with ``If-None-Match`` it answers 304 while nothing was told or read.
    """

    def answer(self):
        if self.params:
            return self.one()
        board = self.board
        if unchanged(self.request, board.stamp()):
            return None
        form = self.request.form
        size = _size(form.get("b_size", "20"))
        found = board.newest(_flag(form.get("unread")), str(form.get("before", "")), size + 1)
        page = found[:size]
        address = f"{self.context.absolute_url()}/@notices"
        return {
            "@id": address,
            "unread": board.unread(),
            "items": [self.as_json(one) for one in shown(page)],
            "next": f"{address}?before={page[-1].id}&b_size={size}" if len(found) > size else None,
        }

    def one(self):
        notice = self.board.get(self.params[0]) if len(self.params) == 1 else None
        if notice is None:
            raise _unknown()
        return self.as_json(shown([notice])[0])


class NoticesPatch(_Notices):
    """Marks as read: ``{"read": ["<id>"]}``, ``{"read": "all"}``, ``PATCH @notices/<id>`` with ``{"read": true}``."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        data = sent_json(self.request)
        read = data.get("read")
        wrong = [str(name)[:80] for name in data if name != "read"]
        if wrong or not _fits(read, bool(self.params)):
            text = _(
                "violation_notices_read", default="“read” phải là true, “all” hoặc danh sách mã thông báo (tối đa 500)."
            )
            raise Refused(Violation(wrong[0] if wrong else "read", "read_wrong", text))
        board = self.board
        if self.params:
            if len(self.params) != 1 or board.get(self.params[0]) is None:
                raise _unknown()
            read = self.params
        marked = board.mark_all() if read == "all" else board.mark(read)
        return {"marked": marked, "unread": board.unread()}


def _fits(read, one):
    if one:
        return read is True
    return read == "all" or (
        isinstance(read, list) and len(read) <= MAX_IDS and all(isinstance(notice_id, str) for notice_id in read)
    )


def _flag(value):
    return str(value or "").lower() in ("1", "true")


def _size(value):
    size = int(value) if str(value).isascii() and str(value).isdigit() else 0
    if not 1 <= size <= MAX_SIZE:
        text = _("violation_notices_size", default="b_size phải từ 1 đến 100.")
        raise Refused(Violation("b_size", "size_wrong", text))
    return size


def _unknown():
    text = _("violation_notice_unknown", default="Không có thông báo này.")
    return Refused(Violation("", "notice_unknown", text), status=404)
