"""How mailbox and scanner of an agency stand. Reading writes nothing."""

from dataclasses import dataclass
from datetime import datetime
from qlvb.content import _
from qlvb.content import clock
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.log import OUTCOMES
from qlvb.workflows.scanning import folders


#: State of a mailbox -> (words, tone of the chip).
MAILBOX_STATES = {
    "none": (_("sources_mail_none", default="Chưa đặt hộp thư"), "neutral"),
    "off": (_("sources_mail_off", default="Đang tắt"), "neutral"),
    "not_allowed": (_("sources_mail_not_allowed", default="Chờ quản trị hệ thống cho phép máy chủ"), "warn"),
    "new": (_("sources_mail_new", default="Chưa đọc lần nào"), "neutral"),
    "error": (_("mailbox_bad", default="Không đọc được"), "bad"),
    "good": (_("mailbox_good", default="Đọc được"), "good"),
}


@dataclass(frozen=True)
class MailboxState:
    """``state``: a key of MAILBOX_STATES; ``counts``: dict taken, skipped, waiting (letters that could not be taken);
    ``letters``: tuple of Line, the newest first.
    """

    state: str
    account: str
    folder: str
    checked: datetime | None
    next_look: datetime | None
    error: str
    counts: dict
    letters: tuple


def mailbox_state(agency):
    """MailboxState of an agency."""
    mailbox = IMailbox(agency)
    settings, told = mailbox.settings, mailbox.state
    if not settings["host"]:
        state = "none"
    elif not settings["enabled"]:
        state = "off"
    elif not AllowedServers().allows(settings):
        state = "not_allowed"
    elif told["checked"] is None:
        state = "new"
    else:
        state = "error" if told["error"] else "good"
    return MailboxState(
        state=state,
        account=settings["account"],
        folder=settings["folder"],
        checked=told["checked"],
        next_look=mailbox.next_look(),
        error=told["error"],
        counts={"taken": told["taken"], "skipped": told["skipped"], "waiting": len(told["failing"])},
        letters=tuple(mailbox.letters()),
    )


def narrowed(letters, show):
    """Lines of ``letters`` to look at: ``show`` "look" those that the clerk has to see to, "nothing" those that became
    no document, else all. Pure.
    """
    if show == "look":
        return [line for line in letters if OUTCOMES[line.outcome][2]]
    if show == "nothing":
        return [line for line in letters if not line.record]
    return list(letters)


@dataclass(frozen=True)
class ScannerState:
    """``set_up``: scans are taken from folders at all; ``waiting`` and, the newest first, ``refused``: tuples of File;
    ``done``: how many files were taken today.
    """

    set_up: bool
    waiting: tuple
    refused: tuple
    done: int


def scanner_state(agency_id):
    """ScannerState of an agency's folder."""
    root = folders.root()
    if root is None:
        return ScannerState(False, (), (), 0)
    folder = root / agency_id
    return ScannerState(
        True,
        tuple(folders.lying(folder)),
        tuple(folders.refused(folder)),
        folders.done_on(folder, clock.today().isoformat()),
    )
