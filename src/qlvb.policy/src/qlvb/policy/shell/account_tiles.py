"""Tiles of both administrators about accounts and requests for them (product/screens 2.6, 2.7)."""

from qlvb.content import _
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.words import STATE_TITLES
from qlvb.policy.shell.facts import FactGroup
from qlvb.policy.shell.facts import FactTile
from qlvb.policy.shell.facts import IFactTiles
from qlvb.workflows.accounts.requests.creation import days_left
from qlvb.workflows.accounts.requests.lists import LISTS
from qlvb.workflows.accounts.requests.lists import clock_words
from qlvb.workflows.accounts.requests.lists import counts
from qlvb.workflows.accounts.requests.lists import requests_in
from qlvb.workflows.accounts.watching import unused_accounts
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
            _requests(agency_id),
            FactGroup("accounts", _("tiles_accounts", default="TÀI KHOẢN"), tiles),
            FactGroup("handover", _("tiles_handover", default="BÀN GIAO"), (leaving,)),
        ]


def _requests(agency_id):
    """Yêu cầu tài khoản (Mẫu 01 · 02 · 03): Mới · Đang xử lý (còn x/3 ngày) · Đã xong."""
    found, address = counts(agency_id), f"{agency_id}/requests?state="
    nearest = min((days_left(request) for request in requests_in("processing", agency_id)), default=None)
    processing = LISTS["processing"]
    if nearest is not None:
        processing = _(
            "tile_requests_processing", default="Đang xử lý (${clock})", mapping={"clock": clock_words(nearest)}
        )
    tiles = (
        FactTile("submitted", LISTS["submitted"], found["submitted"], f"{address}submitted"),
        FactTile(
            "processing",
            processing,
            found["processing"],
            f"{address}processing",
            "late" if nearest is not None and nearest < 0 else "",
        ),
        FactTile("done", LISTS["done"], found["done"], f"{address}done"),
    )
    return FactGroup("requests", _("tiles_requests", default="YÊU CẦU TÀI KHOẢN (MẪU 01 · 02 · 03)"), tiles)


@implementer(IFactTiles)
class ProvinceAccountTiles:
    """See IFactTiles: TÀI KHOẢN of the system's administrator (product/screens 2.7)."""

    functions = frozenset({"manager"})
    order = 20

    def groups(self, agency_id):
        found = counts()
        # Reading every account of the province takes seconds: the worker counts them twice a day.
        listed, when = unused_accounts()
        unused = len(listed) if when is not None else "–"
        tiles = (
            FactTile(
                "requests-new", _("tile_requests_new", default="Yêu cầu mới"), found["submitted"], "@@account-requests"
            ),
            FactTile(
                "requests-late",
                _("tile_requests_late", default="Yêu cầu quá 3 ngày"),
                found["late"],
                "@@account-requests?state=late",
                "late",
            ),
            FactTile(
                "unused",
                _("tile_unused", default="Danh sách 6 tháng"),
                unused,
                "@@account-figures?state=inactive",
                "soon",
            ),
        )
        return [FactGroup("province-accounts", _("tiles_accounts", default="TÀI KHOẢN"), tiles)]


def _tile(state, count, agency_id):
    query = "" if state == "current" else f"?state={state}"
    return FactTile(state, STATE_TITLES[state], count, f"{agency_id}/@@people{query}", _LOOKS.get(state, ""))
