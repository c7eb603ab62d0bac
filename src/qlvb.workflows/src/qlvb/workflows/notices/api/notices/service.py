"""``GET @notices`` lists, ``PATCH @notices`` marks as read."""

from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.notices.etag import unchanged
from qlvb.workflows.notices.grouping import grouped
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.showing import shown
from urllib.parse import urlencode
from zope.component import getUtility
from zope.i18n import translate


MAX_SIZE = 100
MAX_IDS = 500


class _Notices(PathService):
    @property
    def board(self):
        return getUtility(INotices).of(self.userid)

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
            "record": one.address if one.record and one.address else None,
            "hidden": one.hidden,
            "urgent": one.urgent,
            "due": one.due.isoformat() if one.due else None,
            "created": one.created.isoformat(),
            "read": one.read.isoformat() if one.read else None,
        }

    def group_as_json(self, group):
        """The newest of a group (list of Shown) with those before it, as the bell has them in one row."""
        newest, *earlier = group
        return {
            **self.as_json(newest),
            "unread": any(one.read is None for one in group),
            "earlier": [self.as_json(one) for one in earlier],
        }


class NoticesGet(_Notices):
    """The newest first; ``unread=1``: those not read; ``before``: those older than this id; ``b_size`` up to 100.
    ``group=1``: what is of one kind about one record is one item, the newest, the others of the page as ``earlier``.

    With ``ETag``: asked again with ``If-None-Match`` it answers 304 while nothing was told or read.
    """

    def answer(self):
        if self.path:
            return self.one()
        board = self.board
        if unchanged(self.request, board.stamp()):
            return None
        form = self.request.form
        size = _size(form.get("b_size", "20"))
        found = board.newest(_flag(form.get("unread")), str(form.get("before", "")), size + 1)
        page = found[:size]
        address = f"{self.context.absolute_url()}/@notices"
        group = _flag(form.get("group"))
        items = map(self.group_as_json, grouped(shown(page))) if group else map(self.as_json, shown(page))
        asked = {"before": page[-1].id, "b_size": size} if len(found) > size else {}
        asked |= {name: "1" for name in ("group", "unread") if asked and _flag(form.get(name))}
        return {
            "@id": address,
            "unread": board.unread(),
            "items": list(items),
            "next": f"{address}?{urlencode(asked)}" if asked else None,
        }

    def one(self):
        notice = self.board.get(self.only_name)
        if notice is None:
            raise _unknown()
        return self.as_json(shown([notice])[0])


class NoticesPatch(_Notices):
    """Marks as read: ``{"read": ["<id>"]}``, ``{"read": "all"}``, ``PATCH @notices/<id>`` with ``{"read": true}``, or
    ``{"read": "alike"}`` for it and what was told before it of the same kind about the same record.
    """

    def answer(self):
        data = self.body()
        read = data.get("read")
        wrong = [str(name)[:80] for name in data if name != "read"]
        if wrong or not _fits(read, bool(self.path)):
            text = _(
                "violation_notices_read",
                default="“read” phải là true, “alike” (cả nhóm), “all” hoặc danh sách mã thông báo (tối đa 500).",
            )
            raise Refused(Violation(wrong[0] if wrong else "read", "read_wrong", text))
        board = self.board
        if self.path:
            if board.get(self.only_name) is None:
                raise _unknown()
            if read == "alike":
                return {"marked": board.mark_alike(self.only_name), "unread": board.unread()}
            read = self.path
        marked = board.mark_all() if read == "all" else board.mark(read)
        return {"marked": marked, "unread": board.unread()}


def _fits(read, one):
    if one:
        return read is True or read == "alike"
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
