"""When a later deadline may be asked for, and granted. Pure functions; days are dates, counts are working days."""

from qlvb.content import _
from qlvb.content.violations import Violation


def check_ask(deadline, until, granted, today, settings, between):
    """Violations of asking for ``until`` (None: before it is known). ``granted``: how many extensions there were,
    ``settings`` has the fields of ITaskSettings, ``between`` counts working days of (start, end]: list.
    """
    if deadline is None:
        message = _("violation_extension_no_deadline", default="Nhiệm vụ không đặt hạn nên không cần gia hạn.")
        return [Violation("", "no_deadline", message)]
    if granted >= settings.most_extensions:
        message = _(
            "violation_extension_too_often",
            default="Đã gia hạn ${count} lần, hết số lần cho phép.",
            mapping={"count": str(granted)},
        )
        return [Violation("", "too_often", message)]
    if today > deadline and not settings.ask_late:
        message = _("violation_extension_late", default="Đã quá hạn nên không đề nghị gia hạn được nữa.")
        return [Violation("", "asked_late", message)]
    if today <= deadline and between(today, deadline) < settings.ask_before:
        message = _(
            "violation_extension_too_near",
            default="Phải đề nghị trước hạn ít nhất ${days} ngày làm việc.",
            mapping={"days": str(settings.ask_before)},
        )
        return [Violation("", "asked_too_near", message)]
    return check_until(deadline, until, today, settings, between) if until is not None else []


def check_until(deadline, until, today, settings, between):
    """Violations of the new deadline ``until``: list."""
    if until <= max(deadline, today):
        message = _("violation_extension_not_later", default="Ngày gia hạn phải sau hạn hiện nay và sau hôm nay.")
        return [Violation("until", "not_later", message)]
    if between(max(deadline, today), until) > settings.longest_extension:
        message = _(
            "violation_extension_too_long",
            default="Mỗi lần chỉ gia hạn tối đa ${days} ngày làm việc.",
            mapping={"days": str(settings.longest_extension)},
        )
        return [Violation("until", "too_long_extension", message)]
    return []
