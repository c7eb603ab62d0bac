"""The section ``administration`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section


SECTION = Section(
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
            frozenset({"agency_admin", "clerk"}),
            _("shell_recipient_groups", default="Nhóm nơi nhận"),
            path="{agency}/@@recipient-groups",
        ),
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
        Place(frozenset({"manager"}), _("integrity_title", default="Toàn vẹn dữ liệu"), path="@@integrity"),
        Place(frozenset({"manager"}), _("virus_scanner_title", default="Máy quét mã độc"), path="@@virus-scanner"),
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
)
