"""Whom the secretary may write down as absent: members of the council whose votes are missing."""

from qlvb.content.disposals.interfaces import IDisposal
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.incoming.line_vocabularies import KnownLines
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm


#: Chair and secretary make the meeting; without them there is none.
ALWAYS_THERE = ("chair", "secretary")


def has_voted(sheet, userid):
    """bool: the member has said what he thinks of everything on the list."""
    votes = sheet.votes
    return all(userid in votes.get(item.uid, {}) for item in sheet.items())


def may_be_absent(sheet):
    """userids of members whom the votes wait for: list."""
    return [
        userid
        for userid, role in sheet.members.items()
        if role not in ALWAYS_THERE and userid not in sheet.absent and not has_voted(sheet, userid)
    ]


@provider(IVocabularyFactory)
def absentees(context):
    """The members who may be absent are offered; every member is understood, so that it can be said why he may not."""
    return _members(context, may_be_absent)


def _members(context, offered):
    if not IDisposal.providedBy(context):
        return KnownLines([], [])
    sheet, directory = ISheet(context), getUtility(IDirectory)
    terms = {userid: SimpleTerm(userid, userid, directory.person(userid).fullname) for userid in sheet.members}
    return KnownLines([terms[userid] for userid in offered(sheet)], terms.values())


@provider(IVocabularyFactory)
def absent(context):
    """The members who are written down as absent; every member is understood."""
    return _members(context, lambda sheet: list(sheet.absent))
