"""Tiles: remarks that nobody has taken into the summary yet (product/screens 2.6, 2.7)."""

from plone import api
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.feedback.gathering import counts_at
from qlvb.policy.feedback.words import STATE_TITLES
from qlvb.policy.shell.facts import FactGroup
from qlvb.policy.shell.facts import FactTile
from qlvb.policy.shell.facts import IFactTiles
from zope.component import getUtility
from zope.interface import implementer


@implementer(IFactTiles)
class AgencyFeedback:
    """See IFactTiles."""

    functions = frozenset({"agency_admin"})
    order = 30

    def groups(self, agency_id):
        count = counts_at(getUtility(IDirectory).agency_object(agency_id))["new"]
        tile = FactTile("feedback", STATE_TITLES["new"], count, f"{agency_id}/@@feedback-list?state=new", "soon")
        return [FactGroup("feedback", _("tiles_feedback", default="GÓP Ý"), (tile,))]


@implementer(IFactTiles)
class ProvinceFeedback:
    """See IFactTiles."""

    functions = frozenset({"manager"})
    order = 30

    def groups(self, agency_id):
        count = counts_at(api.portal.get())["new"]
        tile = FactTile("feedback-all", STATE_TITLES["new"], count, "@@feedback-list?state=new", "soon")
        return [FactGroup("feedback-all", _("tiles_feedback_all", default="GÓP Ý TOÀN TỈNH"), (tile,))]
