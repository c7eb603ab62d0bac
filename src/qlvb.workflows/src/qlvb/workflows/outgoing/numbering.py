"""The register a document takes its number from, and the numbers held in it."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegisterFinder
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def register_of(document):
    """The register that today's number of the document comes from, or None."""
    agency = getUtility(IDirectory).agency_of(document)
    finder = getUtility(IRegisterFinder)
    return finder.find(agency.id, "outgoing", document.document_type, document.secrecy, clock.today().year)


def held_numbers(document):
    """Numbers of that register which are reserved and not expired, in order: list of INumberEntry."""
    register = register_of(document)
    if register is None:
        return []
    today = clock.today()
    return [entry for entry in INumberBook(register).entries() if entry.status == "reserved" and entry.expires >= today]


@provider(IVocabularyFactory)
def reserved_numbers(context):
    """The held numbers by which a clerk can number the document."""
    terms = [SimpleTerm(entry.number, str(entry.number), shown(entry)) for entry in held_numbers(context)]
    return SimpleVocabulary(terms)


def shown(entry):
    """A held number with what it is held for."""
    return _(
        "outgoing_held_number",
        default="${number}: ${reason} (giữ đến ${date})",
        mapping={"number": f"{entry.number:02d}", "reason": entry.reason, "date": f"{entry.expires:%d/%m/%Y}"},
    )
