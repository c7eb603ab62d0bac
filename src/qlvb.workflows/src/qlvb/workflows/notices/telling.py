"""Telling people."""

from plone.uuid.interfaces import IUUID
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc
from qlvb.workflows.notices.board import board_on
from qlvb.workflows.notices.board import make_board
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.sending import send_later
from qlvb.workflows.rights.viewers import holders_of
import transaction
from uuid import uuid4
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(INotices)
class Notices:
    """See INotices."""

    def tell(self, userids, event, record, text, urgent=False, due=None, once="", by=(), if_untold=False):
        getUtility(INoticeKind, name=event)
        people = sorted({userid for principal in userids if principal for userid in holders_of(principal)})
        text = text if isinstance(text, Message) else nfc(text)
        uid = (IUUID(record, None) or "") if record is not None else ""
        told = []
        for userid in people:
            if not getUtility(IDirectory).person(userid).active:
                continue
            if if_untold and self.of(userid).heard_of(self._token(), uid, event):
                continue
            desk = getUtility(IDesks).open(userid)
            notice = make_board(desk).add(event, uid, text, bool(urgent), due, self._token(), once)
            if notice is not None:
                send_later(userid, desk, notice, by)
                told.append(userid)
        return told

    def of(self, userid):
        return board_on(getUtility(IDesks).get(userid) if userid else None)

    def _token(self):
        """A word for the current transaction. Notices carry it, so what a savepoint takes back is told again."""
        current = transaction.get()
        try:
            return current.data(self)
        except KeyError:
            token = uuid4().hex
            current.set_data(self, token)
            return token
