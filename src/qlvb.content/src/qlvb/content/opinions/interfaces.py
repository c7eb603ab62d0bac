"""Requests for an opinion: ``<agency asked>/opinions/<year>/<month>/<id>``. Fields: :class:`schema.IRequestSchema`.

The draft itself stays in the agency that asks. A request names it and the version that is asked about; whoever has the
request in hand reads that version through it, and nothing else of the draft.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Interface


class IOpinionRequest(IRecord):
    """Phiếu xin ý kiến."""


class IOpinionRequestFactory(Interface):
    """Utility."""

    def create(agency_id, values, by):
        """Make a request in the agency that is asked, from field values, and return it; ``by`` (userid) asks.

        :raises Refused: 400 unknown agency.
        """
