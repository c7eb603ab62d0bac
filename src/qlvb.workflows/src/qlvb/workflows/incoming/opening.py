"""Opening the document screen is itself an act of the holder of a line: reading a line for information finishes it."""

from plone.protect.interfaces import IDisableCSRFProtection
from qlvb.workflows.incoming.changes import record_changed
from qlvb.workflows.lines.interfaces import ILines
from zope.globalrequest import getRequest
from zope.interface import alsoProvides


def opened(record, userid):
    """Note that ``userid`` has opened the record; returns True if a line changed. Called by the document screen on
    GET.
    """
    lines = ILines(record)
    changed = [line for line in lines.of(userid) if lines.open(line)]
    if not changed:
        return False
    # The page is fetched with GET, and reading is what is to be written down: no form of ours could carry a token for
    # it.
    alsoProvides(getRequest(), IDisableCSRFProtection)
    record_changed(record)
    return True
