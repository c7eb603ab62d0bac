"""Which document may stand in which one's place: pure."""

from qlvb.content import _
from qlvb.content.violations import Violation


ARTICLE = "NĐ 30/2020 Điều 18"


def successor_violations(kind, old_type, new_type, old_date, new_date):
    """list of Violation: what forbids that a document of ``new_type`` issued on ``new_date`` recalls, replaces or
    corrects (``kind``) one of ``old_type`` issued on ``old_date``. Types are keys, dates ``datetime.date`` or None.
    """
    found = []
    if kind == "replace" and old_type != new_type:
        message = _(
            "violation_successor_form",
            default="Văn bản có sai sót về nội dung phải được thay thế bằng văn bản có hình thức tương đương.",
        )
        found.append(Violation("successor", "successor_form", message, ARTICLE))
    if kind == "update" and new_type != "official_letter":
        message = _("violation_successor_letter", default="Đính chính phải được thực hiện bằng công văn.")
        found.append(Violation("successor", "successor_letter", message, ARTICLE))
    if old_date and new_date and new_date < old_date:
        message = _(
            "violation_successor_older", default="Văn bản được chọn ban hành trước văn bản này: hãy chọn văn bản khác."
        )
        found.append(Violation("successor", "successor_older", message))
    return found
