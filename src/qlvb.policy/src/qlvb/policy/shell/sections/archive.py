"""The section ``archive`` of the menu: transfer, keeping, use, disposal (product/screens 2.5)."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


ARCHIVISTS = frozenset({"archivist"})
KEEPERS = frozenset({"archivist", "leader"})
#: What is chased, and what the archivist takes in.
_TRANSFERS = ("transfers.waiting", "transfers.checking", "transfers.accepted")
#: What depositors have to do, too.
_DEPOSITS = ("transfers.returned", "transfers.due", "transfers.overdue", "transfers.mine")
_DISPOSALS = ("disposals.expiring", "retention.documents", "disposals.council", "holds.active")

SECTION = Section(
    "archive",
    _("shell_archive", default="Lưu trữ"),
    "archive",
    (
        Place(
            ARCHIVISTS, _("shell_dossier_catalogues", default="Danh mục hồ sơ"), path="{agency}/dossiers?tab=catalogues"
        ),
        Place(EVERYBODY, _("shell_transfers", default="Thu nộp"), path="{agency}/transfers"),
        *boxes(ARCHIVISTS, *_TRANSFERS),
        *boxes(EVERYBODY, *_DEPOSITS),
        *boxes(ARCHIVISTS, "transfers.to_deposit", "dossiers.unfiled"),
        Place(
            KEEPERS,
            _("shell_archive_statistics", default="Kho số"),
            path="{agency}/@@archive-statistics",
        ),
        *boxes(ARCHIVISTS, "stores.dossiers"),
        Place(KEEPERS, _("shell_stores", default="Kho giấy"), path="{agency}/stores"),
        *boxes(ARCHIVISTS, "stores.kept"),
        Place(EVERYBODY, _("shell_readings", default="Khai thác sử dụng"), path="{agency}/readings"),
        *boxes(KEEPERS, "readings.waiting"),
        *boxes(ARCHIVISTS, "readings.lent", "readings.overdue", "readings.all"),
        *boxes(ARCHIVISTS, *_DISPOSALS),
        *boxes(KEEPERS, "disposals.precedents"),
        *boxes(EVERYBODY, "disposals.mine"),
        Place(
            ARCHIVISTS | LEADERS,
            _("disposals_title", default="Xác định giá trị và hủy"),
            path="{agency}/disposals",
        ),
        Place(ARCHIVISTS | LEADERS, _("holds_title", default="Tạm dừng hủy"), path="{agency}/holds"),
        Place(ARCHIVISTS, _("shell_package_ingests", default="Gói lưu trữ"), path="{agency}/@@package-ingests"),
        Place(
            ARCHIVISTS, _("shell_document_packages", default="Gói văn bản rời"), path="{agency}/@@document-packages"
        ),
        Place(
            KEEPERS,
            _("shell_archive_extract", default="Báo cáo"),
            path="{agency}/@@archive-extract",
        ),
        *boxes(ARCHIVISTS, "stores.damaged"),
        Place(ARCHIVISTS, _("integrity_title", default="Toàn vẹn dữ liệu"), path="{agency}/@@integrity"),
    ),
)
