"""To whom somebody may give work. The rule is a pure function over facts that :func:`standing_of` collects."""

from dataclasses import dataclass
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


#: Functions that speak for the whole agency; the head of the office prepares for the leaders.
FOR_THE_AGENCY = frozenset({"leader", "appraiser"})


@dataclass(frozen=True)
class Standing:
    """What somebody is in the agency in the name of which he gives work. ``led`` and ``units``: department ids,
    ``below``: path ids of agencies under this one or addressed by the document, ``carries``: he carries out the task
    above.
    """

    userid: str
    agency: str
    functions: frozenset = frozenset()
    led: frozenset = frozenset()
    units: frozenset = frozenset()
    below: frozenset = frozenset()
    carries: bool = False


def refusal(executor, standing):
    """Code of the reason why ``executor`` may not be given work by somebody of that standing, "" for none."""
    if executor.person == standing.userid:
        return ""
    if executor.agency != standing.agency:
        if not standing.functions & FOR_THE_AGENCY or executor.agency not in standing.below:
            return "agency_not_below"
        return "inside_other_agency" if executor.unit or executor.person else ""
    if standing.functions & FOR_THE_AGENCY or executor.unit in standing.led:
        return ""
    if standing.carries and executor.unit in standing.units and executor.person:
        return ""
    return "not_superior"


def may_give(standing):
    """bool: there is anybody besides himself to whom he may give work."""
    return bool(standing.functions & FOR_THE_AGENCY or standing.led or standing.carries)


def agencies_below(agency_id):
    """Path ids of all agencies under an agency: frozenset."""
    agencies = getUtility(IDirectory).agencies()
    found, grown = {agency_id}, True
    while grown:
        more = {info.id for info in agencies if info.parent in found} - found
        found |= more
        grown = bool(more)
    return frozenset(found - {agency_id})


def standing_of(userid, agency_id, addressed=(), carries=False):
    """The Standing of a person in an agency; ``addressed``: path ids of agencies that the document addresses."""
    posts = [post for post in getUtility(IDirectory).person(userid).posts if post.agency == agency_id]
    return Standing(
        userid=userid,
        agency=agency_id,
        functions=frozenset(name for post in posts for name in post.functions),
        led=frozenset(post.department for post in posts if post.department and "unit_leader" in post.functions),
        units=frozenset(post.department for post in posts if post.department),
        below=agencies_below(agency_id) | frozenset(addressed),
        carries=carries,
    )
