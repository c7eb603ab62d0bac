"""The work of looking into the mailboxes. Each letter is one transaction: the record and the memory that the letter was
taken are saved together or not at all, so a crash in between takes nothing twice and loses nothing.
"""

from datetime import timedelta
import logging
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.mailbox import parsing
from qlvb.workflows.mailbox import server as mail_server
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.entries import largest_letter
from qlvb.workflows.mailbox.entries import make_entry
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
from qlvb.workflows.mailbox.log import note
from qlvb.workflows.mailbox.mailbox import TRIES
from qlvb.workflows.mailbox.mailbox import note_look
from qlvb.workflows.mailbox.mailbox import pause_of
from qlvb.workflows.notices import replies
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from time import monotonic
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


logger = logging.getLogger(__name__)

#: One look at one mailbox takes at most so many letters and seconds; the rest waits for the next.
MOST_LETTERS = 50
MOST_SECONDS = 60
#: Why nobody wrote a letter, as ``parsing.automatic`` calls it -> words.
AUTOMATIC = {
    "auto_reply": _("letter_auto_reply", default="Thư trả lời tự động."),
    "report": _("letter_report", default="Báo cáo tự động của máy chủ thư."),
    "bounce": _("letter_bounce", default="Thư báo không gửi được của máy chủ thư."),
}


@implementer(IPeriodicWork)
class ReadMailboxes:
    """See IPeriodicWork. A mailbox that fails does not stop the others, and is asked ever more seldom."""

    title = _("periodic_mailboxes", default="Đọc hộp thư của các cơ quan")
    interval = timedelta(minutes=1)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        told = {"mailboxes": 0, "taken": 0, "skipped": 0, "failed": 0}
        for info in getUtility(IDirectory).agencies():
            self.transactions.refresh()
            agency = getUtility(IDirectory).agency_object(info.id)
            if agency is None or not is_due(agency, now):
                continue
            told["mailboxes"] += 1
            try:
                with mail_server.opened(IMailbox(agency).settings, IMailbox(agency).password()) as server:
                    self._read(info.id, server, told)
                error = ""
            except mail_server.MailboxUnreachable as unreachable:
                error = str(unreachable) or type(unreachable).__name__
                logger.warning("The mailbox of %s: %s", info.id, error)
            self.transactions.attempt(lambda info=info, error=error: note_look(memory_of(info.id), error))
        return told

    def _read(self, agency_id, server, told):
        began = monotonic()
        self.transactions.attempt(lambda: _same_numbers(memory_of(agency_id), server.uidvalidity))
        memory = memory_of(agency_id)
        given_up = {uid for uid, (tries, _error) in memory.failing.items() if tries >= TRIES}
        again = [uid for uid in dict.fromkeys([*memory.wanted, *memory.failing]) if uid not in given_up]
        for uid in (again + server.uids_after(memory.last_uid))[:MOST_LETTERS]:
            if monotonic() - began > MOST_SECONDS:
                break
            word = self._take(agency_id, server, uid)
            told[word] = told.get(word, 0) + 1

    def _take(self, agency_id, server, uid):
        """Take one letter: "taken", "answered", "skipped" or "failed"."""
        letter = None
        try:
            size = server.size(uid)
            whole = size is not None and size <= most_bytes()
            raw = server.letter(uid, whole) if size is not None else None
            if raw is None:  # deleted by somebody meanwhile
                self.transactions.attempt(lambda: _gone(memory_of(agency_id), uid))
                return "skipped"
            letter = parsing.parse(raw, whole)
            return self.transactions.attempt(lambda: store(agency_id, uid, letter, raw))
        except mail_server.MailboxUnreachable:
            raise
        except Exception as fault:
            # One letter that nobody foresaw must not block the mailbox: it is noted, shown and tried again.
            logger.exception("Letter %s of %s was not taken", uid, agency_id)
            error = f"{type(fault).__name__}: {fault}"[:300]
            self.transactions.attempt(lambda: _failed(memory_of(agency_id), uid, error, letter))
            return "failed"


def store(agency_id, uid, letter, raw):
    """In one transaction: the record, or what the letter answers, and that it was taken. Returns "taken", "answered" or
    "skipped".
    """
    memory = memory_of(agency_id)
    known = memory.seen.get(letter.key)
    wanted = uid in memory.wanted
    if known is not None and not (wanted and known.startswith("skipped")):
        _done(memory, uid)
        return "skipped"
    if letter.automatic and not wanted:
        memory.seen[letter.key] = f"skipped: {letter.automatic}"
        note(memory, uid, letter, "automatic", why=AUTOMATIC[letter.automatic])
        _done(memory, uid)
        return "skipped"
    if uid_of_answered := replies.take(letter):
        memory.seen[letter.key] = f"answered: {uid_of_answered}"
        note(memory, uid, letter, "answered", uid_of_answered)
        _done(memory, uid)
        return "answered"
    record = make_entry(agency_id, letter, raw)
    memory.seen[letter.key] = IUUID(record)
    findings = IOriginalLetter(record).findings
    outcome = "too_large" if "too_large" in letter.faults else "partly" if findings else "taken"
    why = " ".join(translate(finding, target_language="vi") for finding in findings)
    note(memory, uid, letter, outcome, IUUID(record), why)
    _done(memory, uid)
    return "taken"


def is_due(agency, now):
    """bool: the mailbox is read, its server is allowed, and the last failures are long enough ago."""
    memory = IMailbox(agency).memory
    if memory is None or not memory.values["enabled"] or not AllowedServers().allows(memory.values):
        return False
    return memory.checked is None or now - memory.checked >= pause_of(memory)


def memory_of(agency_id):
    """The Memory of the mailbox of an agency, or None before settings were made."""
    return IMailbox(getUtility(IDirectory).agency_object(agency_id)).memory


def most_bytes():
    """Letters greater than this are not fetched: a file of the greatest size, as mail encodes it."""
    return largest_letter()


def _same_numbers(memory, uidvalidity):
    if memory.uidvalidity != uidvalidity:
        memory.uidvalidity, memory.last_uid, memory.wanted = uidvalidity, 0, ()
        memory.failing.clear()


def _done(memory, uid):
    memory.last_uid = max(memory.last_uid, uid)
    memory.wanted = tuple(one for one in memory.wanted if one != uid)
    if uid in memory.failing:
        del memory.failing[uid]


def _gone(memory, uid):
    note(memory, uid, None, "gone")
    _done(memory, uid)


def _failed(memory, uid, error, letter):
    tries = memory.failing.get(uid, (0, ""))[0] + 1
    memory.last_uid = max(memory.last_uid, uid)
    memory.failing[uid] = (tries, error)
    note(memory, uid, letter, "failed" if tries < TRIES else "given_up", why=error)
