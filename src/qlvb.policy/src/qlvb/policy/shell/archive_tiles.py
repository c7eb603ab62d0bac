"""The tiles of the archivist, in the order of product/screens 2.5: plain data."""

from qlvb.content import _
from qlvb.policy.shell.tile import Tile
from qlvb.policy.shell.tile import TileGroup


ARCHIVIST = (
    TileGroup(
        "archive-transfer",
        _("tiles_archive_transfer", default="GIAO NỘP"),
        (
            Tile("transfers.waiting", _("tile_transfers_waiting", default="Chờ tiếp nhận")),
            Tile("transfers.checking", _("tile_transfers_checking", default="Đang kiểm tra")),
            Tile("transfers.returned", _("tile_transfers_returned", default="Trả lại để bổ sung"), "soon"),
            Tile("transfers.accepted", _("tile_transfers_accepted", default="Đã tiếp nhận")),
        ),
    ),
    TileGroup(
        "archive-watch",
        _("tiles_archive_watch", default="THEO DÕI"),
        (
            Tile("transfers.due", _("tile_transfers_due", default="Hồ sơ đến hạn nộp lưu"), "soon"),
            Tile(
                "transfers.overdue", _("tile_transfers_overdue", default="Hồ sơ quá hạn nộp lưu (theo đơn vị)"), "late"
            ),
            Tile("dossiers.unfiled", _("tile_dossiers_unfiled", default="Văn bản chưa vào hồ sơ"), "soon"),
        ),
    ),
    TileGroup(
        "archive-keeping",
        _("tiles_archive_keeping", default="BẢO QUẢN"),
        (
            Tile("disposals.expiring", _("tile_disposals_expiring", default="Sắp hết thời hạn bảo quản"), "soon"),
            Tile("holds.active", _("tile_holds_active", default="Đang tạm dừng hủy")),
            Tile("disposals.council", _("tile_disposals_council", default="Chờ Hội đồng xác định giá trị")),
            Tile("stores.damaged", _("tile_stores_damaged", default="Lỗi toàn vẹn / chữ ký"), "late"),
        ),
    ),
    TileGroup(
        "archive-use",
        _("tiles_archive_use", default="KHAI THÁC"),
        (
            Tile("readings.waiting", _("tile_readings_waiting", default="Chờ duyệt mượn")),
            Tile("readings.lent", _("tile_readings_lent", default="Đang mượn")),
            Tile("readings.overdue", _("tile_readings_overdue", default="Quá hạn trả"), "late"),
        ),
    ),
)
