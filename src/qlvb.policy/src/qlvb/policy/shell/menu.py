"""What stands in the menus, and for whom: plain data and pure functions (product wording of TDoffice and iOffice)."""

from dataclasses import dataclass
from qlvb.content import _


EVERYBODY = frozenset(
    {"member", "leader", "unit_leader", "appraiser", "specialist", "clerk", "archivist", "agency_admin"}
)
READERS = frozenset({"member", "leader", "unit_leader", "appraiser", "specialist", "clerk"})
CLERKS = frozenset({"clerk"})
LEADERS = frozenset({"leader", "unit_leader", "appraiser"})


@dataclass(frozen=True)
class Place:
    """An entry of the left panel: a ``box`` with its count, or a ``path`` of the site (``{agency}`` is filled in)."""

    functions: frozenset
    title: str = ""  # a box brings its own
    box: str = ""
    path: str = ""

    @property
    def is_form(self):
        """bool: it makes something new, so it is no landing place of its section."""
        return "@@add-" in self.path or self.path.endswith("@@schedule-entry")


@dataclass(frozen=True)
class Section:
    """An entry of the top menu with its places in the left panel."""

    id: str
    title: str
    icon: str
    places: tuple


def _boxes(functions, *boxes):
    return tuple(Place(functions, box=box) for box in boxes)


SECTIONS = (
    Section(
        "incoming",
        _("shell_incoming", default="Văn bản đến"),
        "inbox",
        (
            *_boxes(
                CLERKS,
                "incoming.waiting",
                "incoming.to_distribute",
                "incoming.to_recall",
                "incoming.overdue_agency",
                "incoming.refused",
            ),
            Place(CLERKS, _("shell_add_incoming", default="Thêm mới (văn bản giấy)"), path="{agency}/@@add-incoming"),
            Place(CLERKS, _("shell_scan_sheet", default="Tờ ngăn cách khi quét"), path="{agency}/@@scan-sheet"),
            *_boxes(LEADERS, "incoming.to_direct", "incoming.to_extend", "incoming.to_confirm"),
            *_boxes(frozenset({"leader"}), "incoming.overdue_agency"),
            *_boxes(
                READERS,
                "incoming.unread",
                "incoming.in_progress",
                "incoming.due",
                "incoming.overdue",
                "incoming.returned",
            ),
            *_boxes(LEADERS, "incoming.forwarded", "incoming.delegated_away"),
            *_boxes(
                READERS,
                "incoming.done",
                "incoming.delegated",
                "incoming.information",
                "incoming.information_read",
                "incoming.all",
            ),
        ),
    ),
    Section(
        "outgoing",
        _("shell_outgoing", default="Văn bản đi"),
        "send",
        (
            Place(READERS, _("shell_add_outgoing", default="Thêm VB đi"), path="{agency}/@@add-outgoing"),
            *_boxes(
                LEADERS,
                "outgoing.to_review",
                "outgoing.to_appraise",
                "outgoing.to_rework",
                "outgoing.with_other_leader",
                "outgoing.at_clerk",
                "outgoing.change_to_approve",
                "outgoing.delegated_away",
            ),
            *_boxes(
                CLERKS,
                "outgoing.to_number",
                "outgoing.to_seal",
                "outgoing.to_send",
                "outgoing.to_post",
                "outgoing.not_arrived",
                "outgoing.refused",
                "outgoing.recall_awaited",
            ),
            *_boxes(
                READERS,
                "outgoing.delegated",
                "outgoing.drafts",
                "outgoing.returned",
                "outgoing.consulting",
                "outgoing.to_comment",
                "outgoing.mine",
            ),
            *_boxes(
                frozenset({"leader", "unit_leader"}),
                "outgoing.signed_by_me",
            ),
            *_boxes(
                READERS,
                "outgoing.issued",
                "outgoing.replaced",
                "outgoing.published",
                "outgoing.all",
            ),
        ),
    ),
    Section(
        "notes",
        _("shell_notes", default="Phiếu trình"),
        "card-checklist",
        (
            Place(READERS, _("shell_add_note", default="Lập phiếu trình"), path="{agency}/@@add-note"),
            *_boxes(LEADERS, "notes.to_decide"),
            *_boxes(READERS, "notes.in_progress"),
            *_boxes(LEADERS, "notes.approved"),
            *_boxes(READERS, "notes.to_comment", "notes.returned", "notes.mine", "notes.all"),
        ),
    ),
    Section(
        "tasks",
        _("shell_tasks", default="Chỉ đạo điều hành"),
        "list-check",
        (
            *_boxes(LEADERS, "tasks.documents"),
            *_boxes(LEADERS | {"clerk"}, "tasks.assigned"),
            *_boxes(
                LEADERS,
                "tasks.to_approve",
                "tasks.returned",
                "tasks.assigned_due",
                "tasks.assigned_overdue",
                "tasks.instructions",
                "tasks.reported",
            ),
            Place(READERS, _("shell_add_task", default="Giao nhiệm vụ"), path="{agency}/@@add-task"),
            *_boxes(
                READERS,
                "tasks.to_accept",
                "tasks.in_progress",
                "tasks.due",
                "tasks.overdue",
                "tasks.coordinated",
                "tasks.extensions",
                "tasks.chased",
                "tasks.done",
                "tasks.all",
            ),
            Place(READERS, _("shell_job_templates", default="Mẫu công việc"), path="{agency}/@@job-templates"),
            Place(READERS, _("shell_task_dashboard", default="Bảng điều hành nhiệm vụ"), path="@@task-dashboard"),
        ),
    ),
    Section(
        "dossiers",
        _("shell_dossiers", default="Hồ sơ công việc"),
        "folder2",
        (Place(EVERYBODY, _("shell_dossier_catalogues", default="Danh mục hồ sơ"), path="{agency}/dossiers"),),
    ),
    Section(
        "schedule",
        _("shell_schedule", default="Lịch công tác"),
        "calendar-week",
        (
            Place(
                EVERYBODY, _("schedule_title", default="Toàn bộ lịch công tác"), path="{agency}/@@work-schedule"
            ),
            Place(
                frozenset({"clerk", "leader", "agency_admin"}),
                _("schedule_add", default="Thêm mục lịch"),
                path="{agency}/@@schedule-entry",
            ),
        ),
    ),
    Section(
        "catalogues",
        _("shell_catalogues", default="Danh mục"),
        "journal-text",
        (
            Place(
                frozenset({"clerk", "leader", "archivist"}),
                _("shell_registers", default="Sổ văn bản"),
                path="{agency}/registers",
            ),
            Place(
                READERS | {"archivist"},
                _("shell_browse_incoming", default="Văn bản đến theo năm, tháng"),
                path="{agency}/incoming",
            ),
            Place(
                READERS | {"archivist"},
                _("shell_browse_outgoing", default="Văn bản đi theo năm, tháng"),
                path="{agency}/outgoing",
            ),
        ),
    ),
    Section(
        "overview",
        _("shell_overview", default="Thông tin tổng hợp"),
        "bar-chart",
        (
            Place(
                frozenset({"leader", "unit_leader"}),
                _("shell_overview_work", default="Tình hình xử lý theo đơn vị, theo người"),
                path="{agency}/@@overview",
            ),
        ),
    ),
    Section(
        "administration",
        _("shell_administration", default="Quản trị"),
        "gear",
        (
            Place(
                frozenset({"agency_admin"}),
                _("shell_organisation", default="Phòng ban, chức vụ, kiêm nhiệm"),
                path="{agency}",
            ),
            Place(frozenset({"agency_admin"}), _("shell_users", default="Người dùng"), path="{agency}/@@people"),
            Place(frozenset({"agency_admin"}), _("shell_templates", default="File mẫu"), path="{agency}/@@templates"),
            Place(
                frozenset({"agency_admin"}),
                _("task_settings_page", default="Gia hạn và đôn đốc nhiệm vụ"),
                path="{agency}/@@task-settings",
            ),
            Place(
                frozenset({"agency_admin"}),
                _("shell_working_days", default="Ngày nghỉ, ngày làm bù"),
                path="{agency}/@@working-days",
            ),
            Place(
                frozenset({"agency_admin"}), _("shell_label_set", default="Bộ nhãn"), path="{agency}/@@label-set"
            ),
            Place(
                frozenset({"agency_admin"}),
                _("shell_incoming_settings", default="Quy định về văn bản đến"),
                path="{agency}/@@incoming-settings",
            ),
            Place(
                frozenset({"agency_admin"}),
                _("shell_review_routes", default="Quy trình của đơn vị"),
                path="{agency}/@@review-routes",
            ),
            Place(
                EVERYBODY, _("shell_delegations", default="Ủy quyền và vắng mặt"), path="{agency}/delegations"
            ),
            Place(
                frozenset({"agency_admin"}),
                _("mailbox_title", default="Hộp thư và giờ gửi thông báo"),
                path="{agency}/@@mailbox",
            ),
            Place(
                frozenset({"manager"}), _("shell_agencies", default="Cây cơ quan và mã định danh"), path="@@agencies"
            ),
            Place(frozenset({"manager"}), _("channels_title", default="Kênh thông báo"), path="@@notice-channels"),
            Place(frozenset({"manager"}), _("shell_users", default="Người dùng"), path="@@usergroup-userprefs"),
            Place(
                frozenset({"manager"}), _("shell_working_days", default="Ngày nghỉ, ngày làm bù"), path="@@working-days"
            ),
            Place(
                frozenset({"manager"}),
                _("shell_site_setup", default="Cài đặt hệ thống"),
                path="@@overview-controlpanel",
            ),
        ),
    ),
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
