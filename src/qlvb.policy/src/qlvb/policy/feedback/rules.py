"""What a remark must be: pure functions."""

from qlvb.content import _
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
from qlvb.policy.feedback.interfaces import KINDS
from qlvb.policy.feedback.words import GROUP_TITLES
import re


SHORTEST, LONGEST = 5, 2000
#: A name of a page, a type, a state and a list: words without anything of a record.
_SCREEN = re.compile(r"[\w@.+ -]{0,120}", re.ASCII)
FIELDS = ("text", "kind", "proposal", "group", "screen")


def cleaned(values):
    """dict of FIELDS, composed and stripped; what is no text stays as it is, for :func:`mistakes`."""
    found = {name: values.get(name, "") for name in FIELDS}
    return {name: nfc(value).strip() if isinstance(value, str) else value for name, value in found.items()}


def mistakes(values):
    """list of Violation of a remark's values (as :func:`cleaned` leaves them)."""
    found = []
    if not isinstance(values["text"], str) or not SHORTEST <= len(values["text"]) <= LONGEST:
        found.append(length("text", SHORTEST))
    if not isinstance(values["proposal"], str) or len(values["proposal"]) > LONGEST:
        found.append(length("proposal", 0))
    for name, known in (("kind", ("", *KINDS)), ("group", tuple(GROUP_TITLES))):
        if values[name] not in known:
            found.append(_wrong(name))
    if not isinstance(values["screen"], str) or not _SCREEN.fullmatch(values["screen"]):
        found.append(_wrong("screen"))
    return found


def unknown():
    """Violation: there is no such remark."""
    return Violation("id", "remark_unknown", _("violation_feedback_unknown", default="Không có góp ý này."))


def length(field, least):
    """Violation: the text of a field is too short or too long."""
    mapping = {"min": str(least), "max": str(LONGEST)}
    message = _("violation_feedback_length", default="Hãy ghi từ ${min} đến ${max} ký tự.", mapping=mapping)
    return Violation(field, "text_length", message)


def screen_of(view="", portal_type="", state="", box=""):
    """What a remark says of the page it was made on: names that the software gave, nothing of the record.

    >>> screen_of("view", "OutgoingDocument", "in_review"), screen_of("worklist", box="incoming.unread")
    ('view OutgoingDocument in_review', 'worklist incoming.unread')
    """
    words = [word for word in (view, portal_type, state, box) if word]
    return " ".join(word for word in words if _SCREEN.fullmatch(word))[:120].strip()


def _wrong(name):
    return Violation(name, "field_wrong_value", _("violation_mailbox_value", default="Giá trị không hợp lệ."))
