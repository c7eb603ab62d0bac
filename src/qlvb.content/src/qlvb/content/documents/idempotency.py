"""Requests that were answered already: the same key from the same person gives the same document again.

A client whose connection breaks does not know whether its document was stored; it asks again with the same key.
"""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from hashlib import sha256
from qlvb.content import clock
from zope.annotation.interfaces import IAnnotations


KEY = "qlvb.content.documents.requests"
KEPT = timedelta(days=30)
MAX_LENGTH = 200


class AnsweredRequests:
    """The answered creation requests of an agency, kept for 30 days: day -> hash of person and key -> UID.

    Two requests with one key at the same time write the same place, so one of them is run again and then finds the
    other's.
    """

    def __init__(self, agency):
        self.annotations = IAnnotations(agency)

    def find(self, userid, key):
        """UID of the document that this request has made, or None."""
        name = _name(userid, key)
        days = self.annotations.get(KEY, {})
        return next((days[day][name] for day in reversed(list(days)) if name in days[day]), None)

    def remember(self, userid, key, uid):
        """Note the document that the request has made."""
        if KEY not in self.annotations:
            self.annotations[KEY] = OOBTree()
        days = self.annotations[KEY]
        today = clock.today()
        if today.isoformat() not in days:
            for day in list(days.keys(max=(today - KEPT).isoformat())):
                del days[day]
            days[today.isoformat()] = OOBTree()
        days[today.isoformat()][_name(userid, key)] = uid


def _name(userid, key):
    return sha256(f"{userid}\n{key}".encode()).hexdigest()
