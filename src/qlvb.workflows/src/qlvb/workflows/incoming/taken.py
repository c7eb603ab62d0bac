"""What became of an arrival that no longer waits: for the second of two clerks who have it open."""

from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import person_name
from qlvb.content.text import show_number
from qlvb.content.violations import Violation
from qlvb.workflows.acts.transitions import state_of


WAITING = ("waiting",)
#: Event of the journal with which an arrival stops waiting -> how that is told.
ENDINGS = {
    "act.accept": _(
        "told_arrival_accepted", default="${person} đã tiếp nhận văn bản này lúc ${when}, số đến ${number}."
    ),
    "act.refuse": _("told_arrival_refused", default="${person} đã trả lại nơi gửi văn bản này lúc ${when}."),
    "act.merge": _("told_arrival_merged", default="${person} đã gắn bản này vào văn bản đã có lúc ${when}."),
}


def ending_of(record):
    """The journal's entry with which the arrival stopped waiting; None while it waits, or when it never waited."""
    if state_of(record) in WAITING:
        return None
    entries = IJournal(record).entries(newest_first=True)
    return next((one for one in entries if one.event in ENDINGS), None)


def told_ending(record):
    """Message of who has taken the arrival in, sent it back or joined it to another document, when and with which
    number; None as :func:`ending_of`.
    """
    entry = ending_of(record)
    if entry is None:
        return None
    number = show_number(entry.detail.get("arrival_number"))
    mapping = {"person": person_name(entry.actor), "when": show_moment(entry.when), "number": number}
    words = ENDINGS[entry.event]
    return _(str(words), default=words.default, mapping=mapping)


def no_longer_waiting(record, code="wrong_state"):
    """Violation for whoever wants to register what another clerk has dealt with, with the way to what became of it;
    None as :func:`ending_of`.
    """
    entry = ending_of(record)
    if entry is None:
        return None
    existing = entry.detail.get("existing")
    leads_to = uuidToObject(existing, unrestricted=True) if existing else None
    url = (leads_to if leads_to is not None else record).absolute_url()
    mapping = {"what": told_ending(record), "url": url}
    return Violation("", code, _("violation_no_longer_waiting", default="${what} (${url})", mapping=mapping))


class OfWaiting:
    """Mixed into acts on what waits: the refusal says what has become of it, not only in which state it is."""

    states = WAITING

    def wrong_state(self):
        """See Act."""
        return no_longer_waiting(self.record) or super().wrong_state()

    def overtaken(self, conflicts):
        """See Act."""
        ended = no_longer_waiting(self.record, "someone_was_faster")
        return [ended] if conflicts and ended is not None else conflicts
