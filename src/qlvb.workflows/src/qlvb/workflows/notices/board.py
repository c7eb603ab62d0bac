"""The notices of one person, in an annotation of his desk.

Keys are moments (microseconds), so that the newest are at hand without reading the others, and two transactions that
tell one person do not write the same place: trees with a keeper merge. What is older than half a year goes.
"""

from BTrees.LLBTree import LLTreeSet
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from datetime import datetime
from datetime import timedelta
from itertools import islice
from persistent import Persistent
from persistent.mapping import PersistentMapping
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.workflows.notices.interfaces import INotice
from qlvb.workflows.notices.interfaces import INoticeBoard
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ANNOTATION = "qlvb.notices"
KEPT = timedelta(days=180)
CLEARED_AT_ONCE = 20
#: Among so many unread ones those like another are looked for.
LOOKED_AT = 200
_KEEPER = 0  # keeps a tree from ever being empty: inserts into an empty one cannot be merged


@implementer(INotice)
class Notice(Persistent):
    """See INotice. ``token`` is the transaction that told it."""

    read = None

    def __init__(self, key, event, record, text, urgent, due, token):
        self.key = key
        self.event = event
        self.record = record
        self.text = text
        self.urgent = urgent
        self.due = due
        self.token = token
        self.created = clock.now()
        self.owed = PersistentMapping()
        self.sent = PersistentMapping()

    @property
    def id(self):
        return str(self.key)

    def is_about(self, event, record):
        """bool: it is of the kind, about the record (UID)."""
        return (self.event, self.record) == (event, record)

    def is_like(self, token, event, record):
        """bool: the same was told in the same transaction."""
        return self.token == token and self.is_about(event, record)


@implementer(INoticeBoard)
class Board(Persistent):
    """See INoticeBoard."""

    def __init__(self):
        self.notices = LOBTree({_KEEPER: None})
        self.unread_keys = LLTreeSet([_KEEPER])
        self.once = OOBTree({"": None})

    def add(self, event, record, text, urgent, due, token, once=""):
        """Put up a notice and return it; None when it was told before (see INotices.tell)."""
        name = "|".join((event, record, once))
        if once and name in self.once:
            return None
        if not once and any(notice.is_like(token, event, record) for notice in self.newest(size=50)):
            return None
        self._clear()
        key = moment_key(clock.now())
        while key in self.notices:
            key += 1
        notice = Notice(key, event, record, text, urgent, due, token)
        self.notices[key] = notice
        self.unread_keys.insert(key)
        if once:
            self.once[name] = key
        return notice

    def heard_of(self, token, record, event):
        """bool: the transaction (its token) has told of the record (UID) by another event."""
        found = [notice for notice in self.newest(size=50) if (notice.token, notice.record) == (token, record)]
        return any(notice.event != event for notice in found)

    def newest(self, unread_only=False, before="", size=20):
        highest = key_of(before) - 1 if before else None
        if highest is not None and highest <= _KEEPER:
            return []
        tree = self.unread_keys if unread_only else self.notices
        keys = reversed(tree.keys(_KEEPER + 1, highest))
        return [self.notices[key] for key in islice(keys, size)]

    def get(self, notice_id):
        return self.notices.get(key_of(notice_id)) if key_of(notice_id) > _KEEPER else None

    def unread(self):
        return len(self.unread_keys) - 1

    def mark(self, notice_ids):
        keys = [key for key in dict.fromkeys(map(key_of, notice_ids)) if key > _KEEPER and key in self.unread_keys]
        for key in keys:
            self.unread_keys.remove(key)
            self.notices[key].read = clock.now()
        return len(keys)

    def mark_alike(self, notice_id):
        notice = self.get(notice_id)
        if notice is None:
            return 0
        before = reversed(self.unread_keys.keys(_KEEPER + 1, notice.key))
        told = [self.notices[key] for key in islice(before, LOOKED_AT)] if notice.record else []
        return self.mark([notice_id, *(one.id for one in told if one.is_about(notice.event, notice.record))])

    def mark_all(self):
        return self.mark([str(key) for key in self.unread_keys.keys(_KEEPER + 1)])

    def stamp(self):
        return f"{self.notices.maxKey()}-{self.unread()}"

    def _clear(self):
        """Take down a few of the old ones, with a change that writes the board anyway."""
        oldest = moment_key(clock.now() - KEPT)
        for key in list(islice(self.notices.keys(_KEEPER + 1, oldest), CLEARED_AT_ONCE)):
            del self.notices[key]
            if key in self.unread_keys:
                self.unread_keys.remove(key)
        for name in [name for name, key in islice(self.once.items(), 1, 1 + CLEARED_AT_ONCE) if key < oldest]:
            del self.once[name]


@implementer(INoticeBoard)
class EmptyBoard:
    """The board of somebody who has been told nothing yet: reading makes no desk."""

    def heard_of(self, token, record, event):
        return False

    def newest(self, unread_only=False, before="", size=20):
        return []

    def get(self, notice_id):
        return None

    def unread(self):
        return 0

    def mark(self, notice_ids):
        return 0

    def mark_alike(self, notice_id):
        return 0

    def mark_all(self):
        return 0

    def stamp(self):
        return "0-0"


def board_on(desk):
    """The Board of the desk, or an empty one."""
    return (IAnnotations(desk).get(ANNOTATION) if desk is not None else None) or EmptyBoard()


def make_board(desk):
    """The Board of the desk, made on first write."""
    return kept_under(desk, ANNOTATION, Board)


def moment_key(moment):
    """int: microseconds since 1970 of an aware datetime."""
    return int(datetime.timestamp(moment) * 1_000_000)


def key_of(notice_id):
    """int of a notice's id, -1 for what is none."""
    text = str(notice_id)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else -1
