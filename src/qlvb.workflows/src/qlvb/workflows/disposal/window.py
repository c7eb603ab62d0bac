"""How long an execution can still be stopped: a setting of the site, 24 hours where nothing is set."""

from datetime import datetime
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.rules import window
from qlvb.content.states import state_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations


KEY = "qlvb.workflows.disposal.hours_to_undo"
DEFAULT = 24
LONGEST = 240  # within the fifteen days from the decision


def hours_to_undo():
    """int: hours between the act and the destruction."""
    return IAnnotations(api.portal.get()).get(KEY, DEFAULT)


def set_hours(hours):
    """Set it. :raises Refused: 400 not between 0 and LONGEST."""
    if not isinstance(hours, int) or isinstance(hours, bool) or not 0 <= hours <= LONGEST:
        message = _(
            "violation_disposal_hours", default="Thời gian chờ từ 0 đến ${max} giờ.", mapping={"max": str(LONGEST)}
        )
        raise Refused(Violation("hours_to_undo", "out_of_range", message))
    IAnnotations(api.portal.get())[KEY] = hours


def window_of(disposal):
    """Window of the execution that goes on now, or None."""
    sheet = ISheet(disposal)
    final = sheet.execution.get("final")
    if state_of(disposal) != "executing" or not final:
        return None
    return window(datetime.fromisoformat(final), clock.now(), any(item.done for item in sheet.items()))
