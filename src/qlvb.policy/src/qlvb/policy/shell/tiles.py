"""The tiles of the home page, by function, in the order of iOffice 4.0 (product/screens 2.2 to 2.7): plain data."""

from qlvb.content import _
from qlvb.content.desks.arrangement import arranged
from qlvb.content.index.interfaces import IBox
from qlvb.policy.shell.archive_tiles import ARCHIVIST
from qlvb.policy.shell.facts import ITileFact
from qlvb.policy.shell.tile import Part
from qlvb.policy.shell.tile import Tile
from qlvb.policy.shell.tile import TileGroup
from zope.component import queryUtility


_INCOMING = _("tiles_incoming", default="VĂN BẢN ĐẾN")
_OUTGOING = _("tiles_outgoing", default="VĂN BẢN ĐI")
_EXPRESS = ("express", "express_timed")
#: The ways in which documents come, as clerks divide them: each of qlvb.arrival_channels belongs to one.
ARRIVALS = (
    Part(_("source_interchange", default="Liên thông"), (("source", ("internal", "interchange", "one_stop")),)),
    Part(_("source_email", default="E-mail"), (("source", ("email",)),)),
    Part(_("source_paper", default="Giấy"), (("source", ("post",)),)),
)

TODAY = TileGroup(
    "today",
    _("tiles_today", default="HÔM NAY"),
    (
        Tile("", _("tile_schedule", default="Lịch công tác"), fact="schedule"),
        Tile("todo", _("tile_express", default="Văn bản Hỏa tốc"), "late", (("urgency", _EXPRESS),)),
        Tile("delegations.ending", _("tile_delegations_ending", default="Việc ủy quyền sắp hết hạn"), "soon"),
    ),
)
LEADER = (
    TileGroup(
        "leader-incoming",
        _INCOMING,
        (
            Tile("incoming.unread", _("tile_unread", default="Chưa xử lý")),
            Tile("incoming.in_progress", _("tile_in_progress", default="Đang xử lý")),
            Tile("incoming.done", _("tile_done", default="Đã xử lý")),
            Tile("incoming.due", _("tile_due", default="Đến hạn"), "soon"),
            Tile("incoming.overdue", _("tile_overdue", default="Quá hạn"), "late"),
            Tile("incoming.to_direct", _("tile_to_approve", default="Chờ duyệt")),
            Tile("incoming.delegated_away", _("tile_incoming_delegated_away", default="VB Ủy quyền duyệt")),
            Tile("incoming.forwarded", _("tile_forwarded", default="Đã chuyển thực hiện")),
            Tile("incoming.to_extend", _("tile_to_extend", default="Chờ duyệt gia hạn"), "soon"),
            Tile("incoming.to_confirm", _("tile_to_confirm", default="Chờ xác nhận hoàn thành")),
        ),
    ),
    TileGroup(
        "leader-outgoing",
        _OUTGOING,
        (
            Tile("outgoing.to_review", _("tile_to_approve", default="Chờ duyệt")),
            Tile("outgoing.to_rework", _("tile_to_rework", default="Chờ xử lý")),
            Tile("outgoing.delegated_away", _("tile_outgoing_delegated_away", default="Ủy quyền duyệt")),
            Tile("outgoing.issued", _("tile_issued", default="Đã phát hành")),
        ),
    ),
    TileGroup(
        "leader-onestop",
        _("tiles_onestop", default="MỘT CỬA"),
        (Tile("outgoing.onestop_to_sign", _("tile_onestop_to_sign", default="Văn bản chờ ký duyệt từ một cửa")),),
    ),
    TileGroup(
        "leader-signing",
        _("tiles_signing", default="KÝ SỐ"),
        (
            Tile("signing.needed", _("tile_to_sign", default="Cần ký")),
            Tile("signing.running", _("tile_signing_running", default="Đang xử lý")),
            Tile("signing.failed", _("tile_signing_failed", default="Thất bại"), "late"),
        ),
    ),
    TileGroup(
        "leader-notes",
        _("tiles_notes", default="PHIẾU TRÌNH"),
        (
            Tile("notes.to_decide", _("tile_notes_to_decide", default="Chờ xử lý")),
            Tile("notes.in_progress", _("tile_in_progress", default="Đang xử lý")),
            Tile("notes.approved", _("tile_notes_approved", default="Đã phê duyệt")),
            Tile("notes.to_comment", _("tile_notes_to_comment", default="Xin ý kiến")),
            Tile("opinions.to_answer", _("tile_opinions_to_answer", default="Cơ quan khác xin ý kiến"), "soon"),
        ),
    ),
    TODAY,
)
CLERK = (
    TileGroup(
        "clerk-incoming",
        _INCOMING,
        (
            Tile("incoming.waiting", _("tile_waiting", default="Chờ tiếp nhận"), parts=ARRIVALS),
            Tile("incoming.to_distribute", _("tile_to_distribute", default="Chờ phân phối")),
            Tile("incoming.returned", _("tile_returned", default="Bị trả lại"), "soon"),
            Tile("incoming.overdue_agency", _("tile_agency_overdue", default="Quá hạn của cơ quan"), "late"),
            Tile("incoming.to_recall", _("tile_to_recall", default="Văn bản chờ thu hồi"), "soon"),
            Tile("opinions.to_answer", _("tile_opinions_to_answer", default="Cơ quan khác xin ý kiến"), "soon"),
        ),
    ),
    TileGroup(
        "clerk-outgoing",
        _OUTGOING,
        (
            Tile("outgoing.to_number", _("tile_to_number", default="Chờ cấp số / Văn bản chờ ban hành")),
            Tile("outgoing.onestop_to_issue", _("tile_onestop_to_issue", default="Văn bản chờ ban hành một cửa")),
            Tile("outgoing.to_seal", _("tile_to_seal", default="Chờ đóng dấu")),
            Tile("outgoing.to_send", _("tile_to_send", default="Văn bản chờ gửi qua mạng")),
            Tile("outgoing.not_arrived", _("tile_not_arrived", default="Văn bản đã gửi nhưng chưa đến nơi"), "soon"),
            Tile("outgoing.refused", _("tile_refused", default="VB từ chối, trả lại"), "late"),
            Tile("outgoing.replaced", _("tile_replaced", default="VB thay thế, thu hồi")),
        ),
    ),
)
#: People's own work, for clerks too: it must not drown in the work of the unit.
PERSONAL = (
    TileGroup(
        "own-incoming",
        _INCOMING,
        (
            Tile("incoming.unread", _("tile_unread", default="Chưa xử lý")),
            Tile("incoming.in_progress", _("tile_in_progress", default="Đang xử lý")),
            Tile("incoming.due", _("tile_due", default="Đến hạn"), "soon"),
            Tile("incoming.overdue", _("tile_overdue", default="Quá hạn"), "late"),
            Tile("incoming.information", _("tile_information", default="Nhận để biết")),
            Tile("incoming.returned", _("tile_returned", default="Bị trả lại"), "soon"),
        ),
    ),
    TileGroup(
        "own-drafts",
        _("tiles_own_drafts", default="XỬ LÝ CÔNG VIỆC"),
        (
            Tile("outgoing.drafts", _("tile_drafts", default="Dự thảo")),
            Tile("outgoing.returned", _("tile_drafts_returned", default="Dự thảo bị trả lại"), "soon"),
            Tile("outgoing.to_comment", _("tile_to_comment", default="Chờ cho ý kiến")),
            Tile("outgoing.under_way", _("tile_to_work_on", default="Chờ xử lý (VB đi)")),
            Tile("outgoing.issued", _("tile_issued", default="Đã phát hành")),
            Tile("opinions.to_answer", _("tile_opinions_to_answer", default="Cơ quan khác xin ý kiến"), "soon"),
        ),
    ),
)
#: Tasks that were given, and tasks that were received.
STEERING = TileGroup(
    "steering",
    _("tiles_steering", default="CHỈ ĐẠO ĐIỀU HÀNH"),
    (
        Tile("tasks.assigned", _("tile_tasks_assigned", default="Đang thực hiện")),
        Tile("tasks.assigned_due", _("tile_tasks_due", default="Sắp đến hạn"), "soon"),
        Tile("tasks.assigned_overdue", _("tile_tasks_late", default="Chậm tiến độ"), "late"),
        Tile("tasks.to_approve", _("tile_tasks_to_approve", default="Chờ phê duyệt")),
        Tile("tasks.reported", _("tile_tasks_reported", default="Có hồi báo mới")),
        Tile("tasks.province", _("tile_tasks_province", default="Tỉnh giao")),
    ),
)
RECEIVED = TileGroup(
    "own-tasks",
    _("tiles_own_tasks", default="VIỆC ĐƯỢC GIAO"),
    (
        Tile("tasks.to_accept", _("tile_tasks_to_accept", default="Chờ tiếp nhận")),
        Tile("tasks.in_progress", _("tile_tasks_assigned", default="Đang thực hiện")),
        Tile("tasks.due", _("tile_tasks_due", default="Sắp đến hạn"), "soon"),
        Tile("tasks.overdue", _("tile_overdue", default="Quá hạn"), "late"),
    ),
)
OWN_DOSSIERS = TileGroup(
    "own-dossiers",
    _("tiles_own_dossiers", default="HỒ SƠ"),
    (
        Tile("dossiers.mine", _("tile_tasks_assigned", default="Đang thực hiện"), filters=(("state", "open"),)),
        Tile("dossiers.incomplete", _("tile_dossiers_incomplete", default="Cần bổ sung"), "soon"),
        Tile("transfers.due", _("tile_dossiers_due", default="Đến hạn nộp lưu"), "soon"),
    ),
)
_OWN_ROW = TileGroup(
    "own", _("tiles_own", default="VIỆC CỦA RIÊNG TÔI"), (*PERSONAL[0].tiles[:5], *PERSONAL[1].tiles[:2])
)


#: What waits for somebody in another's place (seed 004: *VB được ủy quyền*); only for who stands in today.
DELEGATED = TileGroup(
    "delegated",
    _("tiles_delegated", default="ĐƯỢC ỦY QUYỀN"),
    (
        Tile("incoming.delegated", _("tile_incoming_delegated", default="VB được ủy quyền (đến)")),
        Tile("outgoing.delegated", _("tile_outgoing_delegated", default="VB được ủy quyền")),
        Tile("notes.delegated", _("tile_notes_delegated", default="Phiếu trình")),
        Tile("opinions.delegated", _("tile_opinions_delegated", default="Xin ý kiến")),
        Tile("tasks.delegated", _("tile_tasks_delegated", default="Nhiệm vụ")),
    ),
)


def groups_for(functions, stands_in=False):
    """The groups of tiles that somebody with ``functions`` sees, in order: tuple of TileGroup; ``stands_in``: somebody
    has delegated to him today.
    """
    groups = _groups_of_functions(functions)
    if not stands_in:
        return groups
    return (*groups[:-1], DELEGATED, TODAY) if TODAY in groups[-1:] else (*groups, DELEGATED)


def _groups_of_functions(functions):
    if "archivist" not in functions:
        return _groups_of_work(functions)
    others = functions - {"archivist", "member", "agency_admin"}
    return (*ARCHIVIST, *(_groups_of_work(functions) if others else (_OWN_ROW,)))


def registered(groups):
    """``groups`` (tuple of TileGroup) with the tiles that this site can count: list of TileGroup."""
    found = []
    for group in groups:
        kept = tuple(tile for tile in group.tiles if _is_counted(tile))
        if kept:
            found.append(TileGroup(group.id, group.title, kept))
    return found


def _is_counted(tile):
    if tile.fact:
        return queryUtility(ITileFact, name=tile.fact) is not None
    return queryUtility(IBox, name=tile.box) is not None


def _groups_of_work(functions):
    leads = functions & {"leader", "unit_leader", "appraiser"}
    groups = ()
    if "clerk" in functions:
        groups += CLERK
    if leads:
        groups += (*LEADER[:-1], STEERING, RECEIVED, LEADER[-1])
    if "clerk" in functions:
        return (*groups, _OWN_ROW) if not leads else groups
    if leads:
        return groups
    if "agency_admin" in functions and "specialist" not in functions:
        return (_OWN_ROW,)
    return (*PERSONAL, RECEIVED, OWN_DOSSIERS) if "member" in functions or "specialist" in functions else ()


def placed(groups, order, hidden):
    """The groups with their tiles as a person has arranged them: list of (TileGroup, tuple of Tile); empty ones go.

    ``order`` holds ids of tiles and, as ``group:<id>``, of groups. Pure.
    """
    by_id = {f"group:{group.id}": group for group in groups}
    found = []
    for group_id in arranged(list(by_id), order):
        group = by_id[group_id]
        own = {tile_id(group, tile): tile for tile in group.tiles}
        kept = tuple(own[one] for one in arranged(list(own), order, hidden))
        if kept:
            found.append((group, kept))
    return found


def tile_id(group, tile):
    """str: a tile in its group; the same box may stand in two groups."""
    return f"{group.id}:{tile.id}"
