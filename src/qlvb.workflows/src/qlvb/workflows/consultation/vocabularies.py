"""Whom one may ask, what one may answer."""

from AccessControl import getSecurityManager
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.consultation.agencies import ANSWERING
from qlvb.workflows.consultation.agencies import principal_of
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.words import ANSWER_TITLES
from qlvb.workflows.consultation.words import DECISION_TITLES
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@provider(IVocabularyFactory)
def people(context):
    """``qlvb.consultation.people``: active people of the agency but oneself."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    me = getSecurityManager().getUser().getId()
    found = directory.people(agency.id) if agency is not None else []
    return SimpleVocabulary(
        [SimpleTerm(person.userid, person.userid, person.fullname) for person in found if person.userid != me]
    )


@provider(IVocabularyFactory)
def units(context):
    """``qlvb.consultation.units``: departments of the agency that somebody leads today; the value is the group of
    their leaders.
    """
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    departments = directory.departments(agency.id) if agency is not None else []
    return SimpleVocabulary(
        [
            SimpleTerm(group_id(agency.id, "unit_leader", unit.id), unit.id, unit.title)
            for unit in departments
            if directory.holders(agency.id, "unit_leader", unit.id)
        ]
    )


@provider(IVocabularyFactory)
def agencies(context):
    """``qlvb.consultation.agencies``: the other agencies of the site that somebody leads today, by their ids."""
    directory = getUtility(IDirectory)
    own = directory.agency_of(context)
    return SimpleVocabulary(
        [
            SimpleTerm(principal_of(agency.id), agency.id, agency.title)
            for agency in directory.agencies()
            if own is not None and agency.id != own.id and directory.holders(agency.id, ANSWERING)
        ]
    )


@provider(IVocabularyFactory)
def assignees(context):
    """``qlvb.opinions.people``: active people of the agency that is asked."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context)
    found = directory.people(agency.id) if agency is not None else []
    return SimpleVocabulary([SimpleTerm(person.userid, person.userid, person.fullname) for person in found])


def _titled(titles):
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in titles.items()])


@provider(IVocabularyFactory)
def answers(context):
    """``qlvb.consultation.answers``."""
    return _titled(ANSWER_TITLES)


@provider(IVocabularyFactory)
def decisions(context):
    """``qlvb.consultation.decisions``."""
    return _titled(DECISION_TITLES)


@provider(IVocabularyFactory)
def points(context):
    """``qlvb.consultation.points``: every remark of every round."""
    rounds = IConsultations(context).rounds() if IOutgoingDocument.providedBy(context) else ()
    return SimpleVocabulary(
        [
            SimpleTerm(point.id, point.id, f"{point.place}: {point.text}"[:200] if point.place else point.text[:200])
            for found in rounds
            for opinion in found.opinions
            for point in opinion.points
        ]
    )
