"""Value lists that the directory answers. Agencies and departments are those of the organisation room."""

from binascii import hexlify
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def _term(value, title):
    token = value if value.isascii() else hexlify(value.encode()).decode()
    return SimpleTerm(value, token, title)


@implementer(IVocabularyFactory)
class PeopleVocabulary:
    """People of the agency that the context lies in, by userid; outside an agency everybody.

    Whoever the context already names stays in the list, so that a record naming somebody who has left can still be
    edited.
    """

    def __call__(self, context=None):
        directory = getUtility(IDirectory)
        agency = directory.agency_of(context) if context is not None else None
        names = {person.userid: person.fullname for person in directory.people(agency.id if agency else None)}
        for field in ("drafter", "signatory"):
            userid = getattr(context, field, "")
            if isinstance(userid, str) and userid and userid not in names:
                names[userid] = directory.person(userid).fullname
        return SimpleVocabulary([_term(userid, name) for userid, name in names.items()])


people_vocabulary = PeopleVocabulary()
