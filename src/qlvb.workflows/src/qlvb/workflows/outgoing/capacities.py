"""In what capacity the current user may sign a document (Nghị định 30/2020/NĐ-CP, Điều 13)."""

from AccessControl import getSecurityManager
from dataclasses import replace
from qlvb.content import clock
from qlvb.content.organisation.capacity import Authorisation
from qlvb.content.organisation.capacity import allowed_capacities
from qlvb.content.organisation.capacity import check_capacity
from qlvb.content.organisation.capacity import full_title
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary
from zope.schema.vocabulary import getVocabularyRegistry


def offered(userid, agency):
    """Capacities in which the person may sign for ``agency``, the usual one first: dict capacity -> PostInfo."""
    found = {}
    for post in getUtility(IDirectory).person(userid).posts:
        if post.agency == agency.id:
            for capacity in allowed_capacities(agency, post):
                found.setdefault(capacity, post)
    return found


def position_of(post):
    """str: the post's title as written under a name, complete with its department."""
    return full_title(post.title, getUtility(IDirectory).department(post.agency, post.department))


def lines_above_signature(agency, post, capacity):
    """list of str: what is printed above the signature."""
    return signature_block(agency, post, capacity, getUtility(IDirectory).department(post.agency, post.department))


def capacity_violations(agency, post, capacity, document, valid_from, valid_to):
    """Why the holder of ``post`` may not sign in ``capacity`` today; the rest is the written authorisation."""
    authorisation = Authorisation(document, valid_from, valid_to)
    found = check_capacity(agency, post, capacity, clock.today(), authorisation)
    fields = {"authorisation_missing": "authorisation", "authorisation_expired": "authorised_until"}
    return [replace(violation, field=fields.get(violation.code, "capacity")) for violation in found]


@provider(IVocabularyFactory)
def own_capacities(context):
    """The capacities in which the current user may sign this document."""
    agency = getUtility(IDirectory).agency_of(context)
    userid = getSecurityManager().getUser().getId()
    all_terms = getVocabularyRegistry().get(context, "qlvb.capacities")
    return SimpleVocabulary([all_terms.getTerm(capacity) for capacity in offered(userid, agency)])
