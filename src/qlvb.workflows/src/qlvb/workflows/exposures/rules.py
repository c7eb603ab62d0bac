"""What a report and its ending must say: pure functions."""

from qlvb.content import _
from qlvb.content.exposures.interfaces import RULE
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


SHORTEST, LONGEST = 10, 2000


def cleaned_reason(value, field="reason", least=SHORTEST):
    """str, composed and stripped. :raises Refused: 400 it is no text, too short or too long."""
    text = nfc(value).strip() if isinstance(value, str) else ""
    if not least <= len(text) <= LONGEST:
        mapping = {"min": str(least), "max": str(LONGEST)}
        message = _("violation_feedback_length", default="Hãy ghi từ ${min} đến ${max} ký tự.", mapping=mapping)
        raise Refused(Violation(field, "text_length", message))
    return text


def chosen_files(value, known):
    """Ids of files (set of str), empty for all. :raises Refused: 400 one that the record does not have."""
    value = [value] if isinstance(value, str) else value or []
    chosen = {one for one in value if isinstance(one, str)} if isinstance(value, (list, tuple)) else None
    if chosen is None or not chosen <= set(known):
        message = _("violation_file_unknown", default="Văn bản không có tệp này.")
        raise Refused(Violation("files", "file_unknown", message))
    return chosen


def no_files():
    """Refused: there is nothing to report."""
    message = _("violation_secret_no_files", default="Mục này không có tệp nào để báo tài liệu mật.")
    return Refused(Violation("files", "no_files", message), 409)


def unknown_case():
    """Refused: there is no such case, or not for whoever asks."""
    return Refused(Violation("case", "case_unknown", _("violation_secret_case", default="Không có vụ việc này.")), 404)


def already_closed():
    """Refused: somebody ended the case already."""
    message = _("violation_secret_over", default="Vụ việc này đã được kết luận; không thay đổi được nữa.")
    return Refused(Violation("", "wrong_state", message), 409)


def not_head():
    """Refused: only the head of the agency decides."""
    message = _(
        "violation_secret_head", default="Chỉ người đứng đầu cơ quan có tài liệu mới kết luận được việc này."
    )
    return Refused(Violation("", "not_head", message, RULE), 403)


def partly_gone():
    """Refused: what was taken out in one agency is not declared harmless in another."""
    message = _(
        "violation_secret_partly",
        default="Một cơ quan đã gỡ tài liệu theo vụ việc này, nên không bỏ phong tỏa được nữa.",
    )
    return Refused(Violation("", "partly_taken_out", message), 409)
