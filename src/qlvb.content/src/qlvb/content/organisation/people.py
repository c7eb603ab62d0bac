"""What people are called."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from zope.component import getUtility


#: Where somebody stands who works in no department, as the leaders of an agency.
NO_UNIT = _("organisation_no_unit", default="Không thuộc phòng, ban")


def name_of(userid):
    """str: the full name of a person; "" for nobody, the userid of somebody whom the directory does not know."""
    return getUtility(IDirectory).person(userid).fullname if userid else ""


def finder_of(agency_id):
    """Function: text (userid or full name) -> userid of a person of the agency, or None for nobody or several."""
    people = getUtility(IDirectory).people(agency_id)
    by_name = {}
    for person in people:
        by_name.setdefault(fold(person.fullname), []).append(person.userid)
    known = {person.userid for person in people}

    def find(text):
        if text in known:
            return text
        found = by_name.get(fold(" ".join(text.split())), [])
        return found[0] if len(found) == 1 else None

    return find
