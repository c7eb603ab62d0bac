"""What stands in the menus, and for whom: plain data and pure functions (product wording of TDoffice and iOffice)."""

from dataclasses import dataclass
from qlvb.content import _

EVERYBODY = frozenset({"member", "leader", "unit_leader", "appraiser", "specialist", "clerk", "archivist", "agency_admin"})
READERS = frozenset({"member", "leader", "unit_leader", "appraiser", "specialist", "clerk"})
LEADERS = frozenset({"leader", "unit_leader", "appraiser"})


@dataclass(frozen=True)
class Place:
    """An entry of the left panel. ``box`` is counted; ``path`` (from the site or, with ``{agency}``, the agency) is not."""

    title: str
    functions: frozenset
    box: str = ""
    path: str = ""


@dataclass(frozen=True)
class Section:
    """An entry of the top menu with its places in the left panel."""

    id: str
    title: str
    icon: str
    places: tuple


def _boxes(functions, *pairs):
    return tuple(Place(title, functions, box=box) for box, title in pairs)


SECTIONS = (
    Section(
        "incoming",
        _("shell_incoming", default="Văn bản đến"),
        "inbox",
        (
            *_boxes(
                frozenset({"clerk"}),
                ("incoming.waiting", _("box_incoming_waiting", default="Văn bản chờ tiếp nhận")),
                ("incoming.to_distribute", _("box_incoming_to_distribute", default="Chờ phân phối")),
                ("incoming.returned", _("box_incoming_returned", default="Bị trả lại")),
            ),
            Place(_("shell_add_incoming", default="Thêm mới (văn bản giấy)"), frozenset({"clerk"}), path="{agency}/@@register-incoming"),
            *_boxes(
                LEADERS,
                ("incoming.to_direct", _("box_incoming_to_direct", default="Chờ duyệt (cho ý kiến)")),
            ),
            *_boxes(
                READERS,
                ("incoming.unread", _("box_incoming_unread", default="Chưa xử lý")),
                ("incoming.in_progress", _("box_incoming_in_progress", default="Đang xử lý")),
                ("incoming.due", _("box_incoming_due", default="Đến hạn")),
                ("incoming.overdue", _("box_incoming_overdue", default="Quá hạn")),
            ),
            *_boxes(LEADERS, ("incoming.forwarded", _("box_incoming_forwarded", default="Đã chuyển thực hiện"))),
            *_boxes(
                READERS,
                ("incoming.done", _("box_incoming_done", default="Đã xử lý")),
                ("incoming.information", _("box_incoming_information", default="Nhận để biết")),
                ("incoming.all", _("box_incoming_all", default="Tra cứu văn bản đến")),
            ),
        ),
    ),
    Section(
        "outgoing",
        _("shell_outgoing", default="Văn bản đi"),
        "send",
        (
            Place(_("shell_add_outgoing", default="Thêm VB đi"), READERS, path="{agency}/@@draft"),
            *_boxes(
                LEADERS,
                ("outgoing.to_review", _("box_outgoing_to_review", default="VB chờ duyệt")),
                ("outgoing.to_rework", _("box_outgoing_to_rework", default="VB chờ chuyên viên xử lý")),
                ("outgoing.with_other_leader", _("box_outgoing_with_other_leader", default="VB chờ lãnh đạo khác duyệt")),
                ("outgoing.at_clerk", _("box_outgoing_at_clerk", default="VB chờ văn thư phát hành")),
            ),
            *_boxes(
                frozenset({"clerk"}),
                ("outgoing.to_number", _("box_outgoing_to_number", default="Văn bản chờ ban hành")),
                ("outgoing.to_seal", _("box_outgoing_to_seal", default="Chờ đóng dấu")),
                ("outgoing.to_send", _("box_outgoing_to_send", default="Văn bản chờ gửi qua mạng")),
                ("outgoing.not_arrived", _("box_outgoing_not_arrived", default="Văn bản đã gửi nhưng chưa đến nơi")),
                ("outgoing.refused", _("box_outgoing_refused", default="VB từ chối, trả lại")),
            ),
            *_boxes(
                READERS,
                ("outgoing.drafts", _("box_outgoing_drafts", default="Dự thảo của tôi")),
                ("outgoing.returned", _("box_outgoing_returned", default="Dự thảo bị trả lại")),
                ("outgoing.mine", _("box_outgoing_mine", default="VĂN BẢN LÀ NGƯỜI SOẠN")),
            ),
            *_boxes(
                frozenset({"leader", "unit_leader"}),
                ("outgoing.signed_by_me", _("box_outgoing_signed_by_me", default="VĂN BẢN LÀ NGƯỜI KÝ")),
            ),
            *_boxes(
                READERS,
                ("outgoing.issued", _("box_outgoing_issued", default="VB đã phát hành")),
                ("outgoing.all", _("box_outgoing_all", default="Tra cứu văn bản đi")),
            ),
        ),
    ),
    Section(
        "dossiers",
        _("shell_dossiers", default="Hồ sơ công việc"),
        "folder2",
        (
            Place(_("shell_dossier_catalogues", default="Danh mục hồ sơ"), EVERYBODY, path="{agency}/dossiers"),
        ),
    ),
    Section(
        "catalogues",
        _("shell_catalogues", default="Danh mục"),
        "journal-text",
        (
            Place(_("shell_registers", default="Sổ văn bản"), frozenset({"clerk", "leader", "archivist"}), path="{agency}/registers"),
            Place(_("shell_browse_incoming", default="Văn bản đến theo năm, tháng"), READERS | {"archivist"}, path="{agency}/incoming"),
            Place(_("shell_browse_outgoing", default="Văn bản đi theo năm, tháng"), READERS | {"archivist"}, path="{agency}/outgoing"),
        ),
    ),
    Section(
        "administration",
        _("shell_administration", default="Quản trị"),
        "gear",
        (
            Place(_("shell_departments", default="Phòng ban"), frozenset({"agency_admin"}), path="{agency}/departments"),
            Place(_("shell_posts", default="Chức vụ, kiêm nhiệm"), frozenset({"agency_admin"}), path="{agency}/posts"),
            Place(_("shell_agencies", default="Cây cơ quan và mã định danh"), frozenset({"manager"}), path="@@agencies"),
            Place(_("shell_users", default="Người dùng"), frozenset({"manager"}), path="@@usergroup-userprefs"),
            Place(_("shell_site_setup", default="Cài đặt hệ thống"), frozenset({"manager"}), path="@@overview-controlpanel"),
        ),
    ),
)

#: Boxes that ask something of their owner: the bell counts their union, a leader's home lists it.
TODO_BOXES = (
    "outgoing.to_review",
    "outgoing.returned",
    "outgoing.to_number",
    "outgoing.to_seal",
    "outgoing.to_send",
    "outgoing.refused",
    "incoming.waiting",
    "incoming.to_distribute",
    "incoming.to_direct",
    "incoming.returned",
    "incoming.unread",
    "incoming.in_progress",
)


def functions_of(group_ids, agency_id=None):
    """Functions that the groups give, in one agency or in any: set of str; groups of other makers are passed over.

    >>> sorted(functions_of(["skhcn.clerk", "snv.leader", "Reviewers"], "skhcn"))
    ['clerk']
    """
    found = set()
    for group in group_ids:
        agency, dot, rest = group.partition(".")
        if dot and agency_id in (None, agency):
            found.add(rest.rpartition(".")[2])
    return found & EVERYBODY


def agencies_of(group_ids):
    """Path ids of the agencies in which the groups give a function, in order of first mention: list of str."""
    found = {}
    for group in group_ids:
        agency, dot, rest = group.partition(".")
        if dot and rest.rpartition(".")[2] in EVERYBODY:
            found.setdefault(agency)
    return list(found)


def places_for(functions):
    """The sections with the places that somebody with ``functions`` sees: list of (Section, tuple of Place)."""
    result = []
    for section in SECTIONS:
        places = tuple(place for place in section.places if place.functions & functions)
        if places:
            result.append((section, places))
    return result
