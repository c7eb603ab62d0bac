"""The work of looking into the mailboxes. Each letter is one transaction: the record and the memory that the letter was
taken are saved together or not at all, so a crash in between takes nothing twice and loses nothing.
"""

from datetime import timedelta
import logging
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.files.intake import max_bytes
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.mailbox import parsing
from qlvb.workflows.mailbox import server as mail_server
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.entries import make_entry
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.mailbox import TRIES
from qlvb.workflows.mailbox.mailbox import note_look
from qlvb.workflows.notices import replies
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from time import monotonic
from zope.component import getUtility
from zope.interface import implementer


logger = logging.getLogger(__name__)

#: One look at one mailbox takes at most so many letters and seconds; the rest waits for the next.
MOST_LETTERS = 50
MOST_SECONDS = 60
LONGEST_WAIT = 60  # minutes between looks at a mailbox that fails


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
        again = [uid for uid, (tries, _error) in memory.failing.items() if tries < TRIES]
        for uid in (again + server.uids_after(memory.last_uid))[:MOST_LETTERS]:
            if monotonic() - began > MOST_SECONDS:
                break
            word = self._take(agency_id, server, uid)
            told[word] = told.get(word, 0) + 1

    def _take(self, agency_id, server, uid):
        """Take one letter: "taken", "answered", "skipped" or "failed"."""
        try:
            size = server.size(uid)
            whole = size is not None and size <= most_bytes()
            raw = server.letter(uid, whole) if size is not None else None
            if raw is None:  # deleted by somebody meanwhile
                self.transactions.attempt(lambda: _done(memory_of(agency_id), uid))
                return "skipped"
            letter = parsing.parse(raw, whole)
            return self.transactions.attempt(lambda: store(agency_id, uid, letter, raw))
        except mail_server.MailboxUnreachable:
            raise
        except Exception as fault:
            # One letter that nobody foresaw must not block the mailbox: it is noted, shown and tried again.
            logger.exception("Letter %s of %s was not taken", uid, agency_id)
            error = f"{type(fault).__name__}: {fault}"[:300]
            self.transactions.attempt(lambda: _failed(memory_of(agency_id), uid, error))
            return "failed"


def store(agency_id, uid, letter, raw):
    """In one transaction: the record, or what the letter answers, and that it was taken. Returns "taken", "answered" or
    "skipped".
    """
    memory = memory_of(agency_id)
    if letter.key in memory.seen:
        _done(memory, uid)
        return "skipped"
    if letter.automatic:
        memory.seen[letter.key] = f"skipped: {letter.automatic}"
        _done(memory, uid)
        return "skipped"
    if uid_of_answered := replies.take(letter):
        memory.seen[letter.key] = f"answered: {uid_of_answered}"
        _done(memory, uid)
        return "answered"
    memory.seen[letter.key] = IUUID(make_entry(agency_id, letter, raw))
    _done(memory, uid)
    return "taken"


def is_due(agency, now):
    """bool: the mailbox is read, its server is allowed, and the last failures are long enough ago."""
    memory = IMailbox(agency).memory
    if memory is None or not memory.values["enabled"] or not AllowedServers().allows(memory.values):
        return False
    wait = min(2 ** min(memory.faults, 10), LONGEST_WAIT) if memory.faults else 0
    return memory.checked is None or now - memory.checked >= timedelta(minutes=wait)


def memory_of(agency_id):
    """The Memory of the mailbox of an agency, or None before settings were made."""
    return IMailbox(getUtility(IDirectory).agency_object(agency_id)).memory


def most_bytes():
    """Letters greater than this are not fetched: a file of the greatest size, as mail encodes it."""
    return max_bytes() * 3 // 2


def _same_numbers(memory, uidvalidity):
    if memory.uidvalidity != uidvalidity:
        memory.uidvalidity, memory.last_uid = uidvalidity, 0
        memory.failing.clear()


def _done(memory, uid):
    memory.last_uid = max(memory.last_uid, uid)
    if uid in memory.failing:
        del memory.failing[uid]


def _failed(memory, uid, error):
    tries = memory.failing.get(uid, (0, ""))[0] + 1
    memory.last_uid = max(memory.last_uid, uid)
    memory.failing[uid] = (tries, error)
