"""Documents of years before the demonstration begins."""

from qlvb.workflows.importing.entering import States
from qlvb.workflows.importing.interfaces import STATES
from qlvb.workflows.rights.interfaces import IGrants


def dealt_with(document, by, handler):
    """It was dealt with in its time: nobody's desk has it any more, and who dealt with it still reads it. ``by``:
    userid of who entered it; ``handler``: userid.
    """
    States().enter(document, STATES[document.portal_type], by)
    IGrants(document).grant(handler, "Participant", "sharing", "import")
    document.reindexObject()
    document.reindexObjectSecurity()
