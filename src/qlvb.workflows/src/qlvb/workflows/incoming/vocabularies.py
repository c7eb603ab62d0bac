"""Choices of the acts on incoming documents."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.clock import today
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import IRegister
from qlvb.workflows.incoming.duplicates import duplicates_of
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


LINE_ROLE_TITLES = {
    "lead": _("line_role_lead", default="Chủ trì"),
    "coordinate": _("line_role_coordinate", default="Phối hợp"),
    "information": _("line_role_information", default="Nhận để biết"),
}


class KnownPeople(SimpleVocabulary):
    """Offers some people, understands everybody the directory knows: who chose one that has left is told so by name."""

    def __contains__(self, value):
        return super().__contains__(value) or (isinstance(value, str) and is_known(value))

    def getTerm(self, value):
        return self.getTermByToken(value)

    def getTermByToken(self, token):
        if token in self.by_token:
            return self.by_token[token]
        if not is_known(token):
            raise LookupError(token)
        return SimpleTerm(token, token, getUtility(IDirectory).person(token).fullname)


def is_known(userid):
    """bool: there is, or was, such a person."""
    person = getUtility(IDirectory).person(userid)
    return person.active or person.fullname != userid


@provider(IVocabularyFactory)
def leaders(context):
    """Leaders of the agency that the record lies in, by rank; value and token are the userid."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    found = dict.fromkeys(directory.holders(agency.id, "leader")) if agency else {}
    return KnownPeople([SimpleTerm(userid, userid, directory.person(userid).fullname) for userid in found])


@provider(IVocabularyFactory)
def people(context):
    """Active people of the agency that the record lies in, by name."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    found = directory.people(agency.id) if agency else []
    return KnownPeople([SimpleTerm(person.userid, person.userid, person.fullname) for person in found])


@provider(IVocabularyFactory)
def registers(context):
    """Open registers of incoming documents of the agency, this year's first; value and token are the UID."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    section = directory.agency_object(agency.id).get("registers") if agency else None
    found = [
        register
        for register in (section.objectValues() if section is not None else ())
        if IRegister.providedBy(register) and register.direction == "incoming" and not register.closed
    ]
    found.sort(key=lambda register: (register.year != today().year, -register.year, register.getId()))
    return SimpleVocabulary([SimpleTerm(IUUID(item), IUUID(item), item.title) for item in found])


@provider(IVocabularyFactory)
def duplicates(context):
    """Documents of the agency that seem to be the same as the record; value and token are the UID. Of one that may not
    be viewed the subject is not said.
    """
    rows = duplicates_of(context) if IIncomingDocument.providedBy(context) else []
    return SimpleVocabulary([SimpleTerm(row.uid, row.uid, _said_of(row)) for row in rows])


def _said_of(row):
    subject = row.subject if visible_record(row.uid) is not None else "…"
    return " · ".join(filter(None, (row.reference, subject)))[:160]
