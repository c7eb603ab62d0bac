"""Value lists that the directory answers. Agencies and departments are those of the organisation room."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.tokens import token_of
from qlvb.content.organisation.tokens import userid_of
from zope.component import getUtility
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.interfaces import IVocabularyTokenized
from zope.schema.vocabulary import SimpleTerm


@implementer(IVocabularyTokenized)
class People:
    """People of an agency ("" = everybody) by userid, with those that a record names already.

    Whether somebody belongs to it is asked of the directory for that person alone: checking a field must not cost more
    the more people an agency has. Only a form goes through all of them.
    """

    def __init__(self, agency_id, named):
        self.directory = getUtility(IDirectory)
        self.agency_id = agency_id
        self.named = named

    def __contains__(self, userid):
        if not isinstance(userid, str) or not userid:
            return False
        if userid in self.named:
            return True
        person = self.directory.person(userid)
        return person.active and (not self.agency_id or any(post.agency == self.agency_id for post in person.posts))

    def __iter__(self):
        people = self.directory.people(self.agency_id or None)
        yield from (_term(person.userid, person.fullname) for person in people)
        listed = {person.userid for person in people}
        yield from (self._named_term(userid) for userid in self.named if userid not in listed)

    def __len__(self):
        return sum(1 for _term in self)

    def getTerm(self, userid):
        if userid not in self:
            raise LookupError(userid)
        return self._named_term(userid)

    def getTermByToken(self, token):
        """The term of a token: the userid, or its hex where it is not ASCII."""
        if token in self:
            return self.getTerm(token)
        try:
            return self.getTerm(userid_of(token))
        except ValueError as error:
            raise LookupError(token) from error

    def _named_term(self, userid):
        return _term(userid, self.directory.person(userid).fullname)


def _term(userid, fullname):
    return SimpleTerm(userid, token_of(userid), fullname)


@implementer(IVocabularyFactory)
class PeopleVocabulary:
    """People of the agency that the context lies in; outside an agency everybody."""

    def __call__(self, context=None):
        agency = getUtility(IDirectory).agency_of(context) if context is not None else None
        named = [getattr(context, field, "") for field in ("drafter", "signatory")]
        return People(agency.id if agency else "", [userid for userid in named if isinstance(userid, str) and userid])


people_vocabulary = PeopleVocabulary()
