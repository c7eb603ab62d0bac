"""Tiles of an agency's administrator about accounts (product/screens 2.6)."""

from qlvb.content import _
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.words import STATE_TITLES
from qlvb.policy.shell.facts import FactGroup
from qlvb.policy.shell.facts import FactTile
from qlvb.policy.shell.facts import IFactTiles
from zope.component import getUtility
from zope.interface import implementer


_LOOKS = {"first_password": "soon", "inactive": "late", "soon": "soon"}


@implementer(IFactTiles)
class AccountTiles:
    """See IFactTiles: the lists of ``@@people``, and who leaves with open work."""

    functions = frozenset({"agency_admin"})
    order = 10

    def groups(self, agency_id):
        accounts = getUtility(IAccounts)
        counts = accounts.counts(agency_id)
        shown = [state for state in STATES if state not in ("withdrawal", "left")]
        tiles = tuple(_tile(state, counts[state], agency_id) for state in shown)
        leaving = FactTile(
            "leaving",
            _("tile_leaving", default="Người sắp nghỉ/chuyển còn việc mở"),
            len({one.userid for one in accounts.leaving(agency_id)}),
            f"{agency_id}/@@handover",
            "late",
        )
        return [
            FactGroup("accounts", _("tiles_accounts", default="TÀI KHOẢN"), tiles),
            FactGroup("handover", _("tiles_handover", default="BÀN GIAO"), (leaving,)),
        ]


def _tile(state, count, agency_id):
    query = "" if state == "current" else f"?state={state}"
    return FactTile(state, STATE_TITLES[state], count, f"{agency_id}/@@people{query}", _LOOKS.get(state, ""))
