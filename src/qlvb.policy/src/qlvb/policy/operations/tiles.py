"""Tiles of the system's administrator (product/screens 2.7): what exists of it."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.safety.interfaces import KINDS
from qlvb.policy.operations import safety
from qlvb.policy.operations import words
from qlvb.policy.operations.exchange import LIMIT
from qlvb.policy.operations.state import LITTLE
from qlvb.policy.operations.state import system_state
from qlvb.policy.shell.facts import FactGroup
from qlvb.policy.shell.facts import FactTile
from qlvb.policy.shell.facts import IFactTiles
from zope.component import getUtility
from zope.interface import implementer


SAFETY = _("tiles_safety", default="AN TOÀN")


@implementer(IFactTiles)
class SystemTiles:
    """See IFactTiles: TÌNH TRẠNG."""

    functions = frozenset({"manager"})
    order = 10

    def groups(self, agency_id):
        state = system_state()
        lines = {line.group: line for line in state.lines}
        exchange, recognition = lines["exchange"], lines["recognition"]
        slow = state.times.most is not None and state.times.most > LIMIT
        backup = show_moment(state.backup.when) if state.backup else words.NEVER_TOLD
        tiles = [
            FactTile(
                "times",
                _("tile_times", default="Thời gian gửi/nhận (ngưỡng 5 s)"),
                words.seconds(state.times.most),
                "@@system-state#times",
                "late" if slow else "",
            ),
            FactTile(
                "exchange",
                _("tile_exchange", default="Hàng đợi liên thông: chờ"),
                exchange.waiting,
                "@@system-state#queues",
            ),
            FactTile(
                "exchange-failed",
                _("tile_exchange_failed", default="Hàng đợi liên thông: lỗi"),
                exchange.failed,
                "@@failed-jobs?group=exchange",
                "late",
            ),
            FactTile(
                "signing",
                _("tile_signing", default="Hàng đợi ký số: chờ"),
                lines["signing"].waiting,
                "@@system-state#queues",
            ),
            FactTile(
                "signatures-failed",
                _("tile_signatures_failed", default="Kiểm tra chữ ký số: lỗi"),
                lines["signatures"].failed,
                "@@failed-jobs?group=signatures",
                "late",
            ),
            FactTile(
                "recognition",
                _("tile_recognition", default="OCR: chờ"),
                recognition.waiting,
                "@@system-state#queues",
            ),
            FactTile(
                "failed", _("tile_failed", default="Mọi việc nền: lỗi"), lines["all"].failed, "@@failed-jobs", "late"
            ),
            FactTile(
                "backup",
                _("tile_backup", default="Sao lưu gần nhất"),
                backup,
                "@@system-state#backups",
                "" if state.fresh else "late",
            ),
        ]
        if state.room is not None:
            title = _("tile_room", default="Dung lượng còn trống")
            look = "late" if state.room.share < LITTLE else ""
            tiles.append(FactTile("room", title, words.share(state.room.share), "@@system-state#room", look))
        return [FactGroup("system", _("tiles_system", default="TÌNH TRẠNG"), tuple(tiles))]


@implementer(IFactTiles)
class SafetyTiles:
    """See IFactTiles: AN TOÀN."""

    functions = frozenset({"manager"})
    order = 15

    def groups(self, agency_id):
        tiles = tuple(
            FactTile(f"safety-{kind}", safety.TITLES[kind], safety.counted(kind), f"@@safety-log?kind={kind}", "late")
            for kind in KINDS
        )
        return [FactGroup("safety", SAFETY, (*tiles, _reports("")))]


@implementer(IFactTiles)
class AgencySafetyTiles:
    """See IFactTiles: the reports of secret material that concern an agency, for as long as one is open."""

    functions = frozenset({"agency_admin", "leader"})
    order = 12

    def groups(self, agency_id):
        tile = _reports(agency_id) if agency_id else None
        return [FactGroup("agency-safety", SAFETY, (tile,))] if tile is not None and tile.value else []


def _reports(agency_id):
    """The tile of open reports of secret material: of an agency, of all for ""."""
    count = len(getUtility(ICases).all(OPEN, agency_id))
    title = _("tile_secret_reports", default="Báo tài liệu mật đang mở")
    return FactTile("secret-reports", title, count, f"{agency_id}/@@secret-reports".lstrip("/"), "late")
