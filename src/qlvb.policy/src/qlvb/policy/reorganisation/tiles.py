"""Tiles of the system's administrator about the organisation (product/screens 2.7)."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.reorganisation.interfaces import TRIAL
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.reorganisation.rules import days_left
from qlvb.policy.shell.facts import FactGroup
from qlvb.policy.shell.facts import FactTile
from qlvb.policy.shell.facts import IFactTiles
from zope.component import getUtility
from zope.interface import implementer


#: So few days before its end the clock of a code is amber.
SOON = 5


@implementer(IFactTiles)
class OrganisationTiles:
    """See IFactTiles: TỔ CHỨC."""

    functions = frozenset({"manager"})
    order = 30

    def groups(self, agency_id):
        plans = getUtility(IReorganisations)
        waiting = plans.waiting_codes()
        tiles = (
            FactTile("codes", self._codes(waiting), len(waiting), "@@reorganisations#codes", _look(waiting)),
            FactTile(
                "trials",
                _("tile_reorganisation_trial", default="Kế hoạch sáp nhập đang chạy thử"),
                sum(plan.state == TRIAL for plan in plans.all()),
                "@@reorganisations?state=trial",
            ),
        )
        return [FactGroup("organisation", _("tiles_organisation", default="TỔ CHỨC"), tiles)]

    def _codes(self, waiting):
        if not waiting:
            return _("tile_codes", default="Mã định danh chờ cập nhật")
        left = days_left(waiting[0].code_due, clock.today())
        if left < 0:
            mapping = {"days": str(-left)}
            return _("tile_codes_late", default="Mã định danh chờ cập nhật (quá ${days} ngày)", mapping=mapping)
        if left == 0:
            return _("tile_codes_today", default="Mã định danh chờ cập nhật (hết hạn hôm nay)")
        mapping = {"days": str(left)}
        return _("tile_codes_left", default="Mã định danh chờ cập nhật (còn ${days}/15 ngày)", mapping=mapping)


def _look(waiting):
    left = days_left(waiting[0].code_due, clock.today()) if waiting else SOON + 1
    return "late" if left < 0 else "soon" if left <= SOON else ""
