"""Choices that the acts of filing offer."""

from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.catalogue import entries
from qlvb.content.dossiers.catalogue import headings
from qlvb.content.dossiers.interfaces import IDossierCatalogue
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.opened import opened_in
from qlvb.workflows.filing.access import FILE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.access import usable_dossiers
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def _dossier_terms(dossiers):
    return SimpleVocabulary(
        [SimpleTerm(IUUID(dossier), IUUID(dossier), f"{dossier.code} {dossier.title}") for dossier in dossiers]
    )


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
