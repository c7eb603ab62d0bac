"""In what capacity a person signs (Nghị định 30/2020/NĐ-CP, Điều 13) and what is printed above the name."""

from AccessControl import getSecurityManager
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import getVocabularyRegistry
from zope.schema.vocabulary import SimpleVocabulary


def signing_posts(userid, agency_id):
    """Posts of the person in the agency that carry a right to sign, the main one first: list of PostInfo."""
    person = getUtility(IDirectory).person(userid)
    return [post for post in person.posts if post.agency == agency_id and post.capacity not in ("", "none")]


def post_for(userid, agency_id, capacity):
    """The post in which the person signs with ``capacity``, or None."""
    return next((post for post in signing_posts(userid, agency_id) if post.capacity == capacity), None)


def position_lines(capacity, post_title, head_title, body_name):
    """The lines above the signature as printed, a tuple of str (Phụ lục I, Mục II.7; pure function).

    >>> position_lines("deputy", "Phó Giám đốc", "Giám đốc", "")
    ('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC')
    >>> position_lines("on_behalf", "Chủ tịch", "Chủ tịch", "ỦY BAN NHÂN DÂN")
    ('TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH')
    """
    own, head = post_title.upper(), head_title.upper()
    return {
        "on_behalf": (f"TM. {body_name.upper()}", own),
        "acting": (f"Q. {head}",),
        "deputy": (f"KT. {head}", own),
        "by_order": (f"TL. {head}", own),
        "by_authorisation": (f"TUQ. {head}", own),
    }.get(capacity, (own,))


@provider(IVocabularyFactory)
def own_capacities(context):
    """The capacities in which the current user may sign this document."""
    agency = getUtility(IDirectory).agency_of(context)
    userid = getSecurityManager().getUser().getId()
    all_terms = getVocabularyRegistry().get(context, "qlvb.capacities")
    offered = dict.fromkeys(post.capacity for post in signing_posts(userid, agency.id))
    return SimpleVocabulary([all_terms.getTerm(capacity) for capacity in offered])
