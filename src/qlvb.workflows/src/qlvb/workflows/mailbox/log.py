"""What became of each letter of an agency's mailbox, for the clerk: the newest ones, in the mailbox's memory."""

from BTrees.LOBTree import LOBTree
from dataclasses import dataclass
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from zope.i18nmessageid import Message


KEPT = 500
LONGEST = 300
#: What became of a letter -> (words, tone of the chip, whether the clerk has to look).
OUTCOMES = {
    "taken": (_("letter_became_entry", default="Thành văn bản chờ tiếp nhận"), "good", False),
    "partly": (_("letter_became_part", default="Thành văn bản, có phần không nhận được"), "warn", True),
    "too_large": (_("letter_became_head", default="Quá lớn: chỉ có tên thư, nội dung còn ở hộp thư"), "warn", True),
    "answered": (_("letter_became_answer", default="Ghi nhận là câu trả lời đôn đốc"), "good", False),
    "automatic": (_("letter_became_nothing", default="Thư tự động, không thành văn bản"), "neutral", False),
    "gone": (_("letter_gone", default="Đã bị xóa khỏi hộp thư trước khi đọc"), "warn", True),
    "failed": (_("letter_failed", default="Chưa lấy được, hệ thống còn thử"), "bad", True),
    "given_up": (_("letter_given_up", default="Không lấy được, chờ bấm Thử lại"), "bad", True),
}

#: Outcomes that are no longer said once there is another: the letter was taken after all.
PASSING = ("failed", "given_up", "automatic")


@dataclass(frozen=True)
class Line:
    """One letter. ``record``: UID of what it became, or ""; ``why``: str or message id; ``uid`` and ``uidvalidity``
    are its number in the mailbox and the numbering that it belongs to.
    """

    number: int
    at: datetime
    uid: int
    uidvalidity: int | None
    sender: str
    subject: str
    outcome: str
    record: str = ""
    why: str = ""

    @property
    def may_be_taken(self):
        """bool: the clerk may have an entry made of it all the same."""
        return self.outcome == "automatic"


def lines_of(memory):
    """list of Line, the newest first; [] for a mailbox of which nothing was kept yet."""
    log = memory.log if memory is not None else None
    return [Line(number, **log[number]) for number in reversed(list(log))] if log else []


def note(memory, uid, letter, outcome, record="", why=""):
    """Keep what became of the letter with the number ``uid``; ``letter`` (Letter) is None when nobody could read it.

    What was said of the letter before it was taken goes.
    """
    if memory.log is None:
        memory.log = LOBTree()
    log = memory.log
    for number in [one for one in log if _superseded(log[one], uid, memory.uidvalidity)]:
        del log[number]
    log[log.maxKey() + 1 if log else 1] = {
        "at": clock.now(),
        "uid": uid,
        "uidvalidity": memory.uidvalidity,
        "sender": _sender(letter),
        "subject": letter.subject[:LONGEST] if letter is not None else "",
        "outcome": outcome,
        "record": record,
        "why": why if isinstance(why, Message) else why[:LONGEST],
    }
    while len(log) > KEPT:
        del log[log.minKey()]


def _superseded(kept, uid, uidvalidity):
    return kept["uid"] == uid and kept["uidvalidity"] == uidvalidity and kept["outcome"] in PASSING


def _sender(letter):
    if letter is None:
        return ""
    return f"{letter.sender_name} <{letter.sender_address}>".strip() if letter.sender_name else letter.sender_address
