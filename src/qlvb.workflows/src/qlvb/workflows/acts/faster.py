"""What to say when somebody else has acted between reading and acting."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.acts.transitions import state_of
from zope.component import queryAdapter
from zope.component import queryUtility


ENVELOPE = ("expected_state", "expected_seq")


def split_envelope(raw):
    """``(expectations, rest)``: what the person saw when he decided, and the input itself."""
    raw = dict(raw or {})
    return {key: raw.pop(key) for key in ENVELOPE if key in raw}, raw


def last_act(record):
    """The newest journal entry of an act, or None."""
    for entry in IJournal(record).entries(newest_first=True):
        if entry.event.startswith("act."):
            return entry
    return None


def sequence_of(record):
    """int: number of the newest act in the journal, 0 before the first. Views and conversions do not count."""
    entry = last_act(record)
    return entry.seq if entry is not None else 0


def acts_since(record, seq):
    """Ids of the acts behind the entry ``seq`` (int or its digits) of the journal; None when there is no such act."""
    found = []
    for entry in IJournal(record).entries(newest_first=True):
        if str(entry.seq) == str(seq):
            return found
        if entry.event.startswith("act."):
            found.append(entry.event.removeprefix("act."))
    return None


def overtaken(record, expected, beside=()):
    """list of Violation: empty when the record still is as ``expected`` says, but for acts with ids in ``beside``."""
    state = expected.get("expected_state")
    seq = expected.get("expected_seq")
    if not state or state == state_of(record):
        if seq in (None, "") or str(seq) == str(sequence_of(record)):
            return []
        since = acts_since(record, seq) if beside else None
        if since is not None and set(since) <= set(beside):
            return []
    entry = last_act(record)
    if entry is None:
        message = _(
            "violation_someone_was_faster", default="Văn bản đã thay đổi sau khi anh/chị mở. Hãy tải lại trang."
        )
        return [Violation("", "someone_was_faster", message)]
    mapping = {
        "person": name_of(entry.actor),
        "act": title_of(record, entry.event.removeprefix("act.")),
        "when": show_moment(entry.when),
    }
    message = _(
        "violation_someone_was_faster_who",
        default="${person} đã thực hiện “${act}” lúc ${when}, trước khi anh/chị gửi. Hãy tải lại trang.",
        mapping=mapping,
    )
    return [Violation("", "someone_was_faster", message)]


def name_of(userid):
    """The person's name, or the userid where there is no directory."""
    directory = queryUtility(IDirectory)
    return directory.person(userid).fullname if directory is not None else userid


def title_of(record, act_id):
    act = queryAdapter(record, IAct, name=act_id)
    return act.title if act is not None else act_id
