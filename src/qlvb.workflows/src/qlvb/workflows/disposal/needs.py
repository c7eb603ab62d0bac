"""What an agency has to ask for before it may decide."""

from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def needs_opinion(disposal):
    """bool: the agency deposits with a historical archive, so the competent body is heard (Luật 2024 Điều 16)."""
    directory = getUtility(IDirectory)
    agency = directory.agency_object(directory.agency_of(disposal).id)
    return bool(getattr(agency, "archive_source", False))
