"""Stars and notes that a person puts on records for himself (đánh dấu sao, ghi chú riêng), and what he follows."""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


#: On the site: OOBTree UID -> OOTreeSet of the userids of those who follow the record; the desks say the same.
FOLLOWERS = "qlvb.followers"
LONGEST_NOTE = 2000
MOST = 2000


@dataclass(frozen=True)
class Mark:
    """What one person keeps about one record."""

    starred: bool = False
    note: str = ""
    changed: datetime | None = None
    followed: bool = False


NOTHING = Mark()


@implementer(IMarks)
class Marks:
    """See IMarks."""

    def of(self, userid, uid):
        return self._on(userid).get(uid, NOTHING)

    def change(self, userid, uid, starred=None, note=None, followed=None):
        before = self.of(userid, uid)
        after = before
        if starred is not None:
            after = replace(after, starred=bool(starred))
        if followed is not None:
            after = replace(after, followed=bool(followed))
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
        if not after.starred and not after.note and not after.followed:
            desk.marks.pop(uid, None)
            _say_followed(userid, uid, False)
            return NOTHING
        if uid not in desk.marks and len(desk.marks) >= MOST:
            message = _(
                "violation_marks_many", default="Đã đánh dấu ${max} văn bản; hãy bỏ bớt.", mapping={"max": str(MOST)}
            )
            raise Refused(Violation("", "too_many_marks", message))
        desk.marks[uid] = replace(after, changed=clock.now())
        _say_followed(userid, uid, after.followed)
        return desk.marks[uid]

    def starred(self, userid):
        return frozenset(uid for uid, mark in self._on(userid).items() if mark.starred)

    def followed(self, userid):
        return frozenset(uid for uid, mark in self._on(userid).items() if mark.followed)

    def followers(self, uid):
        return frozenset(_all_followers().get(uid, ()))

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


def _all_followers():
    """OOBTree, or an empty dict while nobody follows anything."""
    return IAnnotations(getUtility(IPloneSiteRoot)).get(FOLLOWERS, {})


def _say_followed(userid, uid, follows):
    """Bring the followers of a record in step with a desk."""
    if (userid in _all_followers().get(uid, ())) == follows:
        return
    site = IAnnotations(getUtility(IPloneSiteRoot))
    if FOLLOWERS not in site:
        site[FOLLOWERS] = OOBTree()
    if follows:
        site[FOLLOWERS].setdefault(uid, OOTreeSet()).insert(userid)
        return
    site[FOLLOWERS][uid].remove(userid)
    if not site[FOLLOWERS][uid]:
        del site[FOLLOWERS][uid]
