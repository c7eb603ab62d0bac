"""``@readings`` of an agency: list and ask; ``@reading``: one; ``@copies``: its copies, and their bytes."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.readings.indexing import days_late
from qlvb.content.readings.indexing import reader_of
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.api.collections import CollectionGet
from qlvb.workflows.acts.api.collections import CollectionPost
from qlvb.workflows.readings.browser.reading import may_read
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.copies import said_of
from qlvb.workflows.readings.creation import FIELDS
from qlvb.workflows.readings.creation import create_reading
from qlvb.workflows.readings.telling import tell_asked
from qlvb.workflows.stores.acts import PERMISSION
from zope.i18n import translate


_DAYS = ("asked_on", "answer_due", "lent_on", "due", "returned_on")


def reading_json(reading, request):
    """dict of a request."""
    state = state_of(reading)
    days = {name: getattr(reading, name) for name in _DAYS}
    return {
        "@id": reading.absolute_url(),
        "UID": reading.UID(),
        "kind": reading.kind,
        "asked_for": reading.asked_for,
        "record": reading.record or None,
        "purpose": reading.purpose,
        "purpose_text": reading.purpose_text,
        "requester": reading.requester or None,
        "reader": reader_of(reading),
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "days_late": days_late(reading),
        "answer": reading.answer or "",
        "state": {"id": state, "title": translate(title_of_state("Reading", state), context=request)},
    }


class ReadingsGet(CollectionGet):
    """The requests one may see, the newest first, batched; ``state`` and ``holder`` (userid of the reader) narrow."""

    portal_type, service = "Reading", "@readings"
    narrowing = (("state", "state"), ("holder", "holder"))

    def shown(self, record):
        return reading_json(record, self.request)


class ReadingsPost(CollectionPost):
    """Ask: ``{"kind": screen, copy or paper, "asked_for", "record" (UID), "purpose": official, personal or special,
    "purpose_text"}``. Archivists write down others: ``requester`` (userid), or "" with ``reader_name``,
    ``reader_paper``, ``reader_body``, ``reader_contact``.
    """

    portal_type = "Reading"

    def shown(self, record):
        return reading_json(record, self.request)

    def made(self, by):
        body = self.body()
        requester = body.get("requester", by)
        if not isinstance(requester, str):
            requester = ""
        if requester != by and not getSecurityManager().checkPermission(PERMISSION, self.context):
            message = _("violation_reading_for_others", default="Chỉ lưu trữ viên lập phiếu thay người khác.")
            raise Refused(Violation("requester", "forbidden", message), 403)
        values = {name: body.get(name) for name in FIELDS}
        reading = create_reading(self.context.getId(), values, by, requester)
        tell_asked(reading, by)
        return reading


class ReadingGet(AnsweringService):
    """One request."""

    def answer(self):
        return reading_json(self.context, self.request)


class CopiesGet(AnsweringService):
    """The copies made for it while they may be read; their bytes are at ``file``."""

    def answer(self):
        if not may_read(self.context):
            message = _("violation_reading_over", default="Hết hạn đọc, hoặc phiếu này không có bản đọc.")
            raise Refused(Violation("", "reading_over", message), 404)
        base = self.context.absolute_url()
        items = [self._item(f"{base}/@@copy-file/{n}", copy) for n, copy in enumerate(copies_of(self.context))]
        return {"@id": f"{base}/@copies", "until": self.context.due.isoformat(), "items": items}

    def _item(self, address, copy):
        said = said_of(copy)
        said["file"] = address if said.pop("there") else None
        said["title"] = translate(said["title"], context=self.request)
        said["lacking"] = translate(said["lacking"], context=self.request) if said["lacking"] else ""
        return said
