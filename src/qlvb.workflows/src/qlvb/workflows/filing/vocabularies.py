"""Choices that the acts of filing offer."""

from collections import Counter
from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.catalogue import entries
from qlvb.content.dossiers.catalogue import headings
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.opened import opened_in
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.filing.access import FILE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.access import usable_dossiers
from qlvb.workflows.filing.acts.archival_form import lacking
from qlvb.workflows.filing.sharing import readers
from qlvb.workflows.filing.sharing import title_of
from qlvb.workflows.filing.templates import templates_of
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def _dossier_terms(dossiers):
    """Terms by UID; codes come again with each year, so those that do are told apart by it."""
    dossiers = list(dossiers)
    times = Counter(dossier.code for dossier in dossiers)
    return SimpleVocabulary(
        [SimpleTerm(IUUID(one), IUUID(one), _called(one, times[one.code] > 1)) for one in dossiers]
    )


def _called(dossier, with_year):
    year = f" ({dossier.year})" if with_year else ""
    return f"{dossier.code} {dossier.title}{year}"


def _numbered(pairs):
    """Terms with ASCII tokens for values that may hold any letter."""
    return SimpleVocabulary(
        [SimpleTerm(value, value if value.isascii() else value.encode().hex(), title) for value, title in pairs]
    )


@provider(IVocabularyFactory)
def open_dossiers(context):
    """``qlvb.filing.open_dossiers``: by UID, those in which the current user may file."""
    return _dossier_terms(usable_dossiers(context))


@provider(IVocabularyFactory)
def dossiers_of_document(context):
    """``qlvb.filing.dossiers_of_document``: by UID, those that keep the document and that the current user may
    change.
    """
    found = getUtility(IDossierFinder).dossiers_of(context)
    return _dossier_terms([dossier for dossier in found if may(FILE, dossier)])


@provider(IVocabularyFactory)
def not_archival(context):
    """``qlvb.filing.not_archival``: PDF files of the document that are not PDF/A, by id."""
    found = lacking(context) if IDocument.providedBy(context) else ()
    return SimpleVocabulary([SimpleTerm(one.id, one.id, one.current.filename) for one in found])


@provider(IVocabularyFactory)
def unopened_entries(context):
    """``qlvb.filing.unopened_entries``: by code, entries of the catalogue whose dossier is not opened yet."""
    if not IDossierCatalogue.providedBy(context):
        return SimpleVocabulary([])
    opened = opened_in(context)
    return _numbered(
        (entry.code, f"{entry.code} {entry.title}") for entry in entries(context) if entry.code not in opened
    )


@provider(IVocabularyFactory)
def catalogue_headings(context):
    """``qlvb.filing.headings``: headings of the catalogue by key."""
    if not IDossierCatalogue.providedBy(context):
        return SimpleVocabulary([])
    return _numbered((heading.key, f"{heading.symbol} · {heading.title}") for heading in headings(context))


@provider(IVocabularyFactory)
def agency_leaders(context):
    """``qlvb.filing.agency_leaders``: who signs for the agency, by userid."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    holders = directory.holders(agency.id, "leader") if agency is not None else ()
    return SimpleVocabulary([SimpleTerm(one, one, directory.person(one).fullname) for one in dict.fromkeys(holders)])


@provider(IVocabularyFactory)
def agency_people(context):
    """``qlvb.filing.agency_people``: everybody of the agency, by userid."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    people = directory.people(agency.id) if agency is not None else ()
    return SimpleVocabulary([SimpleTerm(one.userid, one.userid, one.fullname) for one in people])


@provider(IVocabularyFactory)
def agency_units(context):
    """``qlvb.filing.agency_units``: departments of the agency, by id."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    units = directory.departments(agency.id) if agency is not None else ()
    return SimpleVocabulary([SimpleTerm(one.id, one.id, one.title) for one in units])


@provider(IVocabularyFactory)
def shared(context):
    """``qlvb.filing.shared_with``: who reads the dossier by sharing, a unit once."""
    return _numbered((principal, title_of(principal)) for principal in readers(context))


@provider(IVocabularyFactory)
def templates(context):
    """``qlvb.filing.templates``: templates of the agency, by id."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    found = templates_of(directory.agency_object(agency.id)) if agency is not None else ()
    return SimpleVocabulary([SimpleTerm(one.id, one.id, one.title) for one in found])
