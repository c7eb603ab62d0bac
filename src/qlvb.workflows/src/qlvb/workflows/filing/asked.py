"""Which dossiers of an agency a person asks for: the same on the page and over REST."""

from qlvb.content.index.filters import given
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from zope.component import getUtility


FILTERS = ("text", "state", "year", "heading", "retention", "retention_years", "unit", "holder", "additional")
#: Filters whose choices are what the dossiers of the agency have.
FACETS = ("state", "year", "heading", "retention", "holder")
#: Values of one facet to choose from.
MOST = 200


def dossiers_question(agency_id, filters):
    """The Question for ``filters`` (dict of names in ``FILTERS``), newest year first and by code. A ``unit`` may be
    named by its id alone.
    """
    asked = given(filters, FILTERS)
    if "unit" in asked:
        units = asked["unit"] if isinstance(asked["unit"], list) else [asked["unit"]]
        asked["unit"] = [str(unit) if "." in str(unit) else f"{agency_id}.{unit}" for unit in units]
    return Question(types=("Dossier",), filters={**asked, "agency": agency_id}, sort="number")


def choices_of(agency_id):
    """What the dossiers of the agency that the current user may view have: dict facet -> list of (value, count)."""
    return getUtility(IListing).facets(dossiers_question(agency_id, {}), FACETS, MOST)
