"""Who follows a record is told of every act on it, unless he did it himself or hears of it anyway."""

from itertools import islice
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.desks.interfaces import IMarks
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import actor_name
from qlvb.content.journal.wording import sentence
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.following.interfaces import IFollowedWith
from qlvb.workflows.following.interfaces import IFollowing
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.kinds import NoticeKind
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


followed = NoticeKind(_("notice_followed", default="Diễn biến của việc đang theo dõi"), ("email",))
HAPPENED = _("told_followed", default="${who}: ${what}")
NOTED = _("told_followed_journal", default="${who} ${what}")
#: The entry of an act is among the last few: what followed from it in the same transaction stands behind it.
LOOKED_AT = 20


@implementer(IFollowing)
class Following:
    """See IFollowing."""

    def followers(self, record):
        marks, others = getUtility(IMarks), IFollowedWith(record, None)
        uids = [IUUID(record), *(others.uids() if others is not None else ())]
        return {userid for uid in uids for userid in marks.followers(uid)}

    def tell(self, people, record, message, once="", journal=None):
        told = []
        for userid in sorted(people):
            if not _may(userid, "View", record):
                continue
            text = journal if journal is not None and _may(userid, "qlvb: View journal", record) else message
            told += getUtility(INotices).tell([userid], "followed", record, text, once=once, if_untold=True)
        return told


def _may(userid, permission, record):
    return api.user.get(userid=userid) is not None and api.user.has_permission(permission, userid, obj=record)


@adapter(IActPerformed)
def tell_followers(event):
    """After an act; registered behind the rooms that tell of turns."""
    record = event.record
    following = getUtility(IFollowing)
    people = following.followers(record) - {event.actor.userid} if IRecord.providedBy(record) else ()
    if not people:
        return
    seq = event.result["seq"]
    entry = next(one for one in islice(IJournal(record).entries(newest_first=True), LOOKED_AT) if one.seq == seq)
    who = getUtility(IDirectory).person(event.actor.userid).fullname or event.actor.userid
    message = Message(HAPPENED, mapping={"who": who, "what": event.act.title})
    journal = Message(NOTED, mapping={"who": actor_name(entry), "what": sentence(entry)})
    following.tell(people, record, message, str(seq), journal)


@implementer(IFollowedWith)
@adapter(IDocument)
class DocumentInDossiers:
    """Who follows a dossier hears of its documents; that one was filed is an act on the document, too."""

    def __init__(self, record):
        self.record = record

    def uids(self):
        """See IFollowedWith."""
        return dossier_uids(self.record)
