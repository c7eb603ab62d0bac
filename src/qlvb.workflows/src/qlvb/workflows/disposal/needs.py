"""Whether the competent body is heard about a disposal."""

from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from zope.component import getUtility


def deposits(disposal):
    """bool: the agency deposits with a historical archive now, so the competent body is heard (Luật 2024 Điều 16)."""
    directory = getUtility(IDirectory)
    agency = directory.agency_object(directory.agency_of(disposal).id)
    return bool(getattr(agency, "archive_source", False))


def needs_opinion(disposal):
    """bool: the competent body is heard, or was to be when the council concluded: what becomes of the agency after that
    changes nothing for a disposal that was decided under way.
    """
    sheet = ISheet(disposal)
    if not sheet.council.get("concluded"):
        return deposits(disposal)
    # Councils that concluded before this was kept: what has come shows it.
    return sheet.council.get("heard", bool(sheet.opinion) or state_of(disposal) == "opinion")
