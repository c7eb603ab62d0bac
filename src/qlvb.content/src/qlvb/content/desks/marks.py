"""Stars and notes that a person puts on records for himself (đánh dấu sao, ghi chú riêng)."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.interface import implementer


LONGEST_NOTE = 2000
MOST = 2000


@dataclass(frozen=True)
class Mark:
    """What one person keeps about one record."""

    starred: bool = False
    note: str = ""
    changed: datetime | None = None


NOTHING = Mark()


@implementer(IMarks)
class Marks:
    """See IMarks."""

    def of(self, userid, uid):
        return self._on(userid).get(uid, NOTHING)

    def change(self, userid, uid, starred=None, note=None):
        before = self.of(userid, uid)
        after = before
        if starred is not None:
            after = replace(after, starred=bool(starred))
        if note is not None:
            after = replace(after, note=nfc(note).strip())
        if len(after.note) > LONGEST_NOTE:
            longest = {"max": str(LONGEST_NOTE)}
            message = _("violation_note_long", default="Ghi chú dài tối đa ${max} ký tự.", mapping=longest)
            raise Refused(Violation("note", "too_long", message))
        if after == before:
            return before
        desk = getUtility(IDesks).open(userid)
        if desk.marks is None:
            desk.marks = OOBTree()
        if not after.starred and not after.note:
            desk.marks.pop(uid, None)
            return NOTHING
        if uid not in desk.marks and len(desk.marks) >= MOST:
            message = _(
                "violation_marks_many", default="Đã đánh dấu ${max} văn bản; hãy bỏ bớt.", mapping={"max": str(MOST)}
            )
            raise Refused(Violation("", "too_many_marks", message))
        desk.marks[uid] = replace(after, changed=clock.now())
        return desk.marks[uid]

    def starred(self, userid):
        return frozenset(uid for uid, mark in self._on(userid).items() if mark.starred)

    def noted(self, userid, text=""):
        words = fold(text).split()
        return frozenset(
            uid
            for uid, mark in self._on(userid).items()
            if mark.note and all(word in fold(mark.note) for word in words)
        )

    def _on(self, userid):
        desk = getUtility(IDesks).get(userid) if userid else None
        return desk.marks if desk is not None and desk.marks is not None else {}
