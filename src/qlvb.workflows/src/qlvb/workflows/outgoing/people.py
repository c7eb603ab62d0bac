"""Whom a draft can be passed to, as value lists of the acts' forms."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.workflows.delegation.interfaces import IAbsences
from qlvb.workflows.outgoing.interfaces import IRoute
from qlvb.workflows.routes.interfaces import IFollowedRoute
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: Functions whose holders receive drafts, in the order in which they are offered.
RECEIVING = ("leader", "appraiser", "unit_leader")
#: Functions whose holders draft.
DRAFTING = ("specialist", "unit_leader")


def shown_as(userid, agency_id):
    """str: name and post as people choose by: ``Phạm Quốc Huy (Trưởng phòng)``."""
    directory = getUtility(IDirectory)
    post = directory.main_post(userid, agency_id)
    name = directory.person(userid).fullname
    found = f"{name} ({post.title})" if post is not None and post.title else name
    absence = getUtility(IAbsences).current(userid)
    return away(found, absence) if absence is not None else found


def away(name, absence):
    """Message: a person who is away, and who is proposed instead."""
    mapping = {"name": name, "until": absence.last.strftime("%d/%m/%Y")}
    if not absence.deputy:
        return _("outgoing_person_away", default="${name} – vắng mặt đến ${until}", mapping=mapping)
    mapping["deputy"] = name_of(absence.deputy)
    return _(
        "outgoing_person_away_deputy",
        default="${name} – vắng mặt đến ${until}, người thay: ${deputy}",
        mapping=mapping,
    )


def term(userid, agency_id):
    """The term of a person; account names are plain letters and serve as tokens."""
    return SimpleTerm(userid, userid, shown_as(userid, agency_id))


def leaders_of(document):
    """userids of all who may review or sign drafts of the document's agency, own department's leaders first."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(document)
    if agency is None:
        return []
    proposal = IFollowedRoute(document).proposal()
    found = list(proposal.people) if proposal is not None else []
    unit = getattr(document, "drafting_unit", "") or ""
    if unit:
        found.extend(directory.holders(agency.id, "unit_leader", unit))
    for function in RECEIVING:
        found.extend(directory.holders(agency.id, function))
    return with_deputies(found, agency.id)


def with_deputies(userids, agency_id):
    """``userids``, each once, with whoever somebody who is away proposes in his place: offered, never forced. List."""
    directory, absences = getUtility(IDirectory), getUtility(IAbsences)
    found = {}
    for userid in userids:
        found[userid] = None
        absence = absences.current(userid)
        deputy = absence.deputy if absence is not None else ""
        if deputy and directory.main_post(deputy, agency_id) is not None:
            found[deputy] = None
    return list(found)


@provider(IVocabularyFactory)
def receivers(context):
    """Leaders the current user can pass the draft to: all but himself."""
    agency = getUtility(IDirectory).agency_of(context)
    actor = getSecurityManager().getUser().getId()
    return SimpleVocabulary([term(userid, agency.id) for userid in leaders_of(context) if userid != actor])


@provider(IVocabularyFactory)
def specialists(context):
    """Who else in the document's agency drafts: specialists, then leaders of departments, the drafting one first."""
    directory, unit = getUtility(IDirectory), getattr(context, "drafting_unit", "") or ""
    agency = directory.agency_of(context)
    found = []
    for function in DRAFTING:
        found.extend(directory.holders(agency.id, function, unit) if unit else ())
        found.extend(directory.holders(agency.id, function))
    return SimpleVocabulary([term(userid, agency.id) for userid in dict.fromkeys(found) if userid != context.drafter])


@provider(IVocabularyFactory)
def earlier_people(context):
    """To whom the draft can go back: the drafter, and those who reviewed it before."""
    agency = getUtility(IDirectory).agency_of(context)
    actor = getSecurityManager().getUser().getId()
    steps = [step for step in IRoute(context).steps() if step.kind in ("review", "appraise", "sign")]
    reviewed = [step.done_by for step in steps if step.done_by]
    found = dict.fromkeys([context.drafter, *reviewed])
    return SimpleVocabulary([term(userid, agency.id) for userid in found if userid and userid != actor])


@provider(IVocabularyFactory)
def appraisers(context):
    """Who checks the form of drafts in the document's agency (chức năng thẩm định), not the current user himself."""
    agency = getUtility(IDirectory).agency_of(context)
    actor = getSecurityManager().getUser().getId()
    found = with_deputies(getUtility(IDirectory).holders(agency.id, "appraiser"), agency.id) if agency else []
    return SimpleVocabulary([term(userid, agency.id) for userid in found if userid != actor])
