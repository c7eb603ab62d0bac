"""Looking at a file, and opening a record that has none, is part of the record's history (Nghị định 30/2020/NĐ-CP, Phụ
lục VI, 5a, 6a and 6l).
"""

from datetime import timedelta
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from qlvb.content import clock
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from zope.interface import alsoProvides


EVENT = "file_viewed"
#: A dossier was opened, or a document on paper alone: there is no file whose reading would tell.
OPENED = "opened"
#: What counts as an access to a record.
ACCESSES = (EVENT, OPENED)
#: A viewer fetches one file in many pieces: within this time it is one look.
SPAN = timedelta(hours=1)


def note_view(record, stored, version, request):
    """Write into the journal, and count in the records index, that the current user looks at ``version``: once per
    person, version and hour.

    Here a GET request writes, so the request is exempt from the check against forged requests: a forged one would only
    say truthfully that the person's browser fetched the file.
    """
    detail = {"file": stored.id, "version": version.number, "filename": version.filename}
    _note(record, EVENT, detail, request)


def note_opening(record, request):
    """Write into the journal, and count in the records index, that the current user opened the screen of ``record``:
    once per person and hour. A GET that writes, as :func:`note_view` does.
    """
    _note(record, OPENED, {}, request)


def _note(record, event, detail, request):
    userid = api.user.get_current().getId()
    if userid is None or _noted_lately(record, event, detail, userid):
        return
    alsoProvides(request, IDisableCSRFProtection)
    IJournal(record).append(event, userid, detail)
    renew(record)


def _noted_lately(record, event, detail, userid):
    since, names = clock.now() - SPAN, ("file", "version")
    for entry in IJournal(record).entries(newest_first=True, events=(event,)):
        if entry.when < since:
            return False
        if entry.actor == userid and all(entry.detail.get(name) == detail.get(name) for name in names):
            return True
    return False
