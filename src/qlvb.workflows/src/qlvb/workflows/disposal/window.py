"""How long an execution that goes on can still be stopped."""

from datetime import datetime
from qlvb.content import clock
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.rules import window
from qlvb.content.states import state_of


def window_of(disposal):
    """Window of the execution that goes on now, or None."""
    sheet = ISheet(disposal)
    final = sheet.execution.get("final")
    if state_of(disposal) != "executing" or not final:
        return None
    return window(datetime.fromisoformat(final), clock.now(), any(item.done for item in sheet.items()))
