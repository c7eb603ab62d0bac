"""Files that were not taken, or in which a virus was found: by whom, when, where, why (account regulation Điều 16.5).

A refused request stores nothing, so what it was refused for is written down when it is over.
"""

from plone import api
from qlvb.content import clock
from qlvb.content.exposures.interfaces import CLOSED
from qlvb.content.files.names import clean_filename
from qlvb.content.safety.interfaces import FILE
from qlvb.content.safety.interfaces import ISafetyLog
from qlvb.content.safety.interfaces import SafetyEvent
from qlvb.content.safety.watching import address_of
from zope.annotation.interfaces import IAnnotations
from zope.component import queryUtility
from zope.globalrequest import getRequest


QUEUE = "qlvb.content.safety.blocked"
VIRUS = "file_infected"
#: Codes of violations that say what a file is, not how it was sent (empty, too large, without a name).
BLOCKED = (
    *("file_type_not_allowed", "file_extension_mismatch", "file_has_macros", "file_encrypted", "file_broken"),
    *("file_too_large_unpacked", VIRUS, CLOSED),
)
#: Of one request so many are written down: who sends thousands is seen by the first.
MOST = 20


def note_blocked(filename, violations, where=None, by=""):
    """Log those of ``violations`` that block the file; ``where``: the record it belongs to, or None where that is what
    the request asked for; ``by``: who sent it, "" for whoever is signed in.
    """
    found = [violation for violation in violations if violation.code in BLOCKED]
    log = queryUtility(ISafetyLog)
    if not found or log is None:
        return
    request = getRequest()
    published = request is not None and "PUBLISHED" in getattr(request, "other", {})
    place = where if where is not None else (request["PARENTS"][0] if published and request.get("PARENTS") else None)
    for violation in found:
        event = SafetyEvent(
            FILE,
            clock.now(),
            violation.code,
            userid=by or api.user.get_current().getId() or "",
            address=address_of(request) if published else "",
            what=clean_filename(filename)[:200],
            where=_path(place),
            message=violation.message,
        )
        if published:
            _queue(request, event)
        else:
            log.note(event)


def _queue(request, event):
    """A file is looked at more than once in a request: it is one event."""
    waiting = IAnnotations(request).setdefault(QUEUE, {})
    if len(waiting) < MOST:
        waiting.setdefault((event.what, event.code), event)


def queued(request):
    """The events that wait for the end of the request: list, each given out once."""
    return list(IAnnotations(request).pop(QUEUE, {}).values())


def _path(place):
    """Path of an object below the site, "" for none."""
    site = api.portal.get().getPhysicalPath()
    path = place.getPhysicalPath() if hasattr(place, "getPhysicalPath") else ()
    return "/".join(path[len(site) :]) if path[: len(site)] == site else ""
