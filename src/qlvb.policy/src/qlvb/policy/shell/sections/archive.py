"""The section ``archive`` of the menu: transfer, keeping, use, disposal (product/screens 2.5)."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


ARCHIVISTS = frozenset({"archivist"})
KEEPERS = frozenset({"archivist", "leader"})
CATALOGUES = _("shell_dossier_catalogues", default="Danh mục hồ sơ")
TRANSFERS = _("shell_transfers", default="Thu nộp")
NUMBERS = _("shell_archive_statistics", default="Kho số")
PAPER = _("shell_stores", default="Kho giấy")
USE = _("shell_readings", default="Khai thác sử dụng")
DISPOSAL = _("disposals_title", default="Xác định giá trị và hủy")
PACKAGES = _("shell_package_ingests", default="Gói lưu trữ")
REPORTS = _("shell_archive_extract", default="Báo cáo")

SECTION = Section(
    "archive",
    _("shell_archive", default="Lưu trữ"),
    "archive",
    (
        Place(
            ARCHIVISTS,
            _("menu_catalogues_draft", default="Dự thảo năm sau"),
            path="{agency}/dossiers?tab=catalogues&state=draft",
            group=CATALOGUES,
        ),
        Place(
            ARCHIVISTS,
            _("menu_catalogues_approved", default="Đã ban hành"),
            path="{agency}/dossiers?tab=catalogues&state=approved",
            group=CATALOGUES,
        ),
        Place(
            ARCHIVISTS,
            _("menu_transfers_waiting", default="Hồ sơ tiếp nhận"),
            box="transfers.waiting",
            group=TRANSFERS,
        ),
        *boxes(ARCHIVISTS, "transfers.checking", "transfers.to_complete", group=TRANSFERS),
        # What depositors have to do, too.
        *boxes(EVERYBODY, "transfers.returned", group=TRANSFERS),
        *boxes(ARCHIVISTS, "transfers.accepted", group=TRANSFERS),
        Place(
            EVERYBODY,
            _("menu_transfer_minutes", default="Biên bản giao nhận"),
            path="{agency}/transfers",
            group=TRANSFERS,
        ),
        *boxes(EVERYBODY, "transfers.due", "transfers.overdue", "transfers.mine", group=TRANSFERS),
        *boxes(ARCHIVISTS, "dossiers.unfiled", group=TRANSFERS),
        Place(
            KEEPERS,
            _("menu_archive_by", default="Theo phông, năm, đơn vị, thời hạn"),
            path="{agency}/@@archive-statistics",
            group=NUMBERS,
        ),
        *boxes(ARCHIVISTS, "stores.dossiers", group=NUMBERS),
        Place(KEEPERS, _("stores_manage", default="Quản lý kho"), path="{agency}/stores", group=PAPER),
        Place(
            KEEPERS, _("stores_shelves_manage", default="Quản lý kệ"), path="{agency}/stores/@@shelves", group=PAPER
        ),
        Place(KEEPERS, _("stores_boxes_manage", default="Quản lý hộp"), path="{agency}/stores/@@boxes", group=PAPER),
        *boxes(ARCHIVISTS, "stores.kept", group=PAPER),
        Place(KEEPERS, _("menu_readings_waiting", default="Phiếu yêu cầu"), box="readings.waiting", group=USE),
        Place(ARCHIVISTS, _("menu_readings_lent", default="Mượn – Trả"), box="readings.lent", group=USE),
        *boxes(ARCHIVISTS, "readings.overdue", group=USE),
        Place(ARCHIVISTS, _("menu_readings_book", default="Sổ đăng ký"), box="readings.all", group=USE),
        Place(
            EVERYBODY,
            _("box_readings_mine", default="Phiếu yêu cầu của tôi"),
            path="{agency}/readings",
            group=USE,
        ),
        *boxes(ARCHIVISTS, "disposals.expiring", "retention.documents", "disposals.council", group=DISPOSAL),
        *boxes(EVERYBODY, "disposals.mine", group=DISPOSAL),
        Place(
            ARCHIVISTS | LEADERS,
            _("menu_disposals", default="Đợt xét hủy"),
            path="{agency}/disposals",
            group=DISPOSAL,
        ),
        *boxes(ARCHIVISTS, "holds.active", group=DISPOSAL),
        Place(
            ARCHIVISTS | LEADERS, _("holds_title", default="Tạm dừng hủy"), path="{agency}/holds", group=DISPOSAL
        ),
        *boxes(KEEPERS, "disposals.precedents", group=DISPOSAL),
        Place(
            ARCHIVISTS,
            _("ingests_title", default="Tiếp nhận gói tin"),
            path="{agency}/@@package-ingests",
            group=PACKAGES,
        ),
        Place(
            ARCHIVISTS,
            _("shell_document_packages", default="Gói văn bản rời"),
            path="{agency}/@@document-packages",
            group=PACKAGES,
        ),
        *boxes(ARCHIVISTS, "transfers.to_deposit", group=PACKAGES),
        Place(
            KEEPERS,
            _("extract_heading", default="Trích xuất kho lưu trữ"),
            path="{agency}/@@archive-extract",
            group=REPORTS,
        ),
        Place(
            KEEPERS,
            _("shell_access_statistics", default="Lượt truy cập"),
            path="{agency}/@@access-statistics",
            group=REPORTS,
        ),
        *boxes(ARCHIVISTS, "stores.damaged", group=REPORTS),
        Place(
            ARCHIVISTS,
            _("integrity_title", default="Toàn vẹn dữ liệu"),
            path="{agency}/@@integrity",
            group=REPORTS,
        ),
    ),
    folds=True,
)
