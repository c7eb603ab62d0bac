"""In what capacity the current user may sign a document (Nghị định 30/2020/NĐ-CP, Điều 13)."""

from AccessControl import getSecurityManager
from dataclasses import replace
from qlvb.content import clock
from qlvb.content.organisation.capacity import Authorisation
from qlvb.content.organisation.capacity import allowed_capacities
from qlvb.content.organisation.capacity import check_capacity
from qlvb.content.organisation.capacity import delegated_capacities
from qlvb.content.organisation.capacity import full_title
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.actors import actor_of
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleVocabulary
from zope.schema.vocabulary import getVocabularyRegistry


def offered(actor, agency):
    """Capacities in which the Actor may sign for ``agency``, the usual one first: dict capacity -> PostInfo.

    In somebody's place he signs in his own capacity, as far as the decree lets that person hand it on.
    """
    directory = getUtility(IDirectory)
    giver = directory.main_post(actor.on_behalf, agency.id) if actor.on_behalf else None
    found = {}
    for post in directory.person(actor.userid).posts:
        if post.agency != agency.id or (actor.on_behalf and giver is None):
            continue
        lawful = delegated_capacities(agency, giver, post) if giver else allowed_capacities(agency, post)
        for capacity in lawful:
            found.setdefault(capacity, post)
    return found


def head_of_unit(actor, agency, capacity):
    """str: complete title of the unit's head when his deputy signs under his TL. (KT. CHÁNH VĂN PHÒNG), else ""."""
    giver = getUtility(IDirectory).main_post(actor.on_behalf, agency.id) if actor.on_behalf else None
    under = giver is not None and capacity == "by_order" and giver.capacity == "by_order"
    return position_of(giver) if under else ""


def position_of(post):
    """str: the post's title as written under a name, complete with its department."""
    return full_title(post.title, getUtility(IDirectory).department(post.agency, post.department))


def lines_above_signature(agency, post, capacity, head_of_unit=""):
    """list of str: what is printed above the signature."""
    department = getUtility(IDirectory).department(post.agency, post.department)
    return signature_block(agency, post, capacity, department, head_of_unit=head_of_unit)


def block_of(actor, agency, post, capacity):
    """str: the whole signature block in one line, as it has to be printed: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / name."""
    lines = lines_above_signature(agency, post, capacity, head_of_unit(actor, agency, capacity))
    return " / ".join([*lines, getUtility(IDirectory).person(actor.userid).fullname])


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
    actor = actor_of(context, getSecurityManager().getUser().getId() or "", "qlvb: Sign")
    all_terms = getVocabularyRegistry().get(context, "qlvb.capacities")
    return SimpleVocabulary([all_terms.getTerm(capacity) for capacity in offered(actor, agency)])
