"""Opening the document screen is itself an act of the holder of a line: reading a line for information finishes it."""

from plone.protect.interfaces import IDisableCSRFProtection
from qlvb.content.clock import now
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.changes import record_changed
from qlvb.workflows.incoming.escalation import ESCALATED
from qlvb.workflows.incoming.handling import change_handling
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.interfaces import ILines
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.interface import alsoProvides


def opened(record, userid):
    """Note that ``userid`` has opened the record; returns True if a line changed. Called by the document screen on
    GET.
    """
    lines = ILines(record)
    changed = [line for line in lines.of(userid) if lines.open(line)]
    if not changed and not note_seen(record, userid):
        return False
    # The page is fetched with GET, and reading is what is to be written down: no form of ours could carry a token for
    # it.
    alsoProvides(getRequest(), IDisableCSRFProtection)
    if changed:
        record_changed(record)
    return bool(changed)


def note_seen(record, userid):
    """Note that whoever an urgent document lies with has opened it; returns True if that was new."""
    state, handling = state_of(record), handling_of(record)
    if record.urgency not in ESCALATED or handling.seen is not None or state not in ("waiting", "to_direct"):
        return False
    directory = getUtility(IDirectory)
    clerks = directory.holders(directory.agency_of(record).id, "clerk") if state == "waiting" else ()
    if userid not in clerks and not (state == "to_direct" and userid == handling.leader):
        return False
    change_handling(record).seen = now()
    return True
