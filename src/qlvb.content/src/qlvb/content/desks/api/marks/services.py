"""``GET @marks``, ``PATCH @marks`` of a record; ``GET @marks`` of the site."""

from plone import api
from plone.restapi.services import Service
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


def mark_json(mark):
    """dict of JSON values."""
    return {
        "starred": mark.starred,
        "note": mark.note,
        "followed": mark.followed,
        "changed": mark.changed.isoformat() if mark.changed else None,
    }


class MarkGet(AnsweringService):
    """Whether the person has given the record a star or follows it, and what he noted on it for himself."""

    def answer(self):
        mark = getUtility(IMarks).of(self.userid, IUUID(self.context))
        return {"@id": f"{self.context.absolute_url()}/@marks", **mark_json(mark)}


class MarkPatch(MarkGet):
    """Change it: ``{"starred": true}``, ``{"note": "…"}``, an empty note takes it away; ``{"followed": true}``: be told
    of what happens to the record.
    """

    def answer(self):
        data = self.body()
        kinds = {"starred": bool, "note": str, "followed": bool}
        wrong = [name for name, value in data.items() if not isinstance(value, kinds.get(name, ()))]
        if wrong:
            message = _("violation_mark_field", default="Chỉ nhận “starred”, “followed” (true, false) và “note” (chữ).")
            raise Refused([Violation(str(name)[:80], "invalid", message) for name in wrong])
        getUtility(IMarks).change(self.userid, IUUID(self.context), **data)
        return super().answer()


class MarksGet(Service):
    """All marks of the person, by UID; lists narrow by them with the filters ``starred``, ``followed``, ``noted``."""

    def reply(self):
        desk = getUtility(IDesks).get(api.user.get_current().getId())
        marks = desk.marks if desk is not None and desk.marks is not None else {}
        items = [{"UID": uid, **mark_json(mark)} for uid, mark in marks.items()]
        return {"@id": f"{self.context.absolute_url()}/@marks", "items": items, "items_total": len(items)}
