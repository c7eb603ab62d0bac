"""PATCH of a dossier: plone.restapi's, with what our rules refuse told as everywhere."""

from plone.restapi.services.content.update import ContentPatch
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
import transaction


class DossierPatch(ContentPatch):
    """Change fields, sent as JSON. Those that acts decide (code, period, state) are passed over."""

    def reply(self):
        """See plone.restapi."""
        try:
            return super().reply()
        except Refused as refused:
            transaction.doom()
            return refused_response(self.request, refused)
