"""Looking at a file is part of the record's history (Nghị định 30/2020/NĐ-CP, Phụ lục VI, 5a and 6l)."""

from datetime import timedelta
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from qlvb.content import clock
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from zope.interface import alsoProvides


EVENT = "file_viewed"
#: A viewer fetches one file in many pieces: within this time it is one look.
SPAN = timedelta(hours=1)


def note_view(record, stored, version, request):
    """Write into the journal, and count in the records index, that the current user looks at ``version``: once per
    person, version and hour.

    This is the one place where a GET request writes, so only here the request is exempt from the check against forged
    requests: a forged one would only say truthfully that the person's browser fetched the file.
    """
    userid = api.user.get_current().getId()
    if userid is None or _looked_lately(record, stored.id, version.number, userid):
        return
    alsoProvides(request, IDisableCSRFProtection)
    detail = {"file": stored.id, "version": version.number, "filename": version.filename}
    IJournal(record).append(EVENT, userid, detail)
    renew(record)


def _looked_lately(record, file_id, number, userid):
    since = clock.now() - SPAN
    for entry in IJournal(record).entries(newest_first=True, events=(EVENT,)):
        if entry.when < since:
            return False
        if entry.actor == userid and (entry.detail["file"], entry.detail["version"]) == (file_id, number):
            return True
    return False
