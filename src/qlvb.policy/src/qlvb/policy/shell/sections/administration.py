"""The section ``administration`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


ADMINISTRATORS = frozenset({"agency_admin"})
SYSTEM = frozenset({"manager"})

SECTION = Section(
    "administration",
    _("shell_administration", default="Quản trị"),
    "gear",
    (
        Place(ADMINISTRATORS, _("shell_organisation", default="Phòng ban, chức vụ, kiêm nhiệm"), path="{agency}"),
        Place(ADMINISTRATORS, _("shell_users", default="Người dùng"), path="{agency}/@@people"),
        Place(ADMINISTRATORS, _("requests_title", default="Yêu cầu tài khoản"), path="{agency}/requests"),
        Place(EVERYBODY, _("shell_delegations", default="Ủy quyền và vắng mặt"), path="{agency}/delegations"),
        *boxes(LEADERS, "delegations.ending"),
        Place(
            ADMINISTRATORS, _("shell_review_routes", default="Quy trình của đơn vị"), path="{agency}/@@review-routes"
        ),
        Place(
            ADMINISTRATORS | {"clerk"},
            _("shell_recipient_groups", default="Nhóm nơi nhận"),
            path="{agency}/@@recipient-groups",
        ),
        Place(ADMINISTRATORS, _("shell_templates", default="File mẫu"), path="{agency}/@@templates"),
        Place(ADMINISTRATORS, _("handover_title", default="Bàn giao công việc"), path="{agency}/@@handover"),
        Place(
            ADMINISTRATORS,
            _("account_report_menu", default="Báo cáo (Mẫu 04, tháng 12)"),
            path="{agency}/@@account-report",
        ),
        Place(
            ADMINISTRATORS,
            _("feedback_list_title", default="Phiếu tổng hợp lỗi và góp ý"),
            path="{agency}/@@feedback-list",
        ),
        Place(
            ADMINISTRATORS,
            _("shell_incoming_settings", default="Quy định về văn bản đến"),
            path="{agency}/@@incoming-settings",
        ),
        Place(
            ADMINISTRATORS,
            _("task_settings_page", default="Gia hạn và đôn đốc nhiệm vụ"),
            path="{agency}/@@task-settings",
        ),
        Place(
            ADMINISTRATORS, _("shell_working_days", default="Ngày nghỉ, ngày làm bù"), path="{agency}/@@working-days"
        ),
        Place(ADMINISTRATORS, _("shell_label_set", default="Bộ nhãn"), path="{agency}/@@label-set"),
        Place(
            ADMINISTRATORS,
            _("mailbox_title", default="Hộp thư và giờ gửi thông báo"),
            path="{agency}/@@mailbox",
        ),
        Place(ADMINISTRATORS, _("sms_title", default="Cổng tin nhắn (SMS)"), path="{agency}/@@sms-gateway"),
        Place(SYSTEM, _("shell_agencies", default="Cây cơ quan và mã định danh"), path="@@agencies"),
        Place(SYSTEM, _("roles_title", default="Nhóm quyền"), path="@@roles"),
        Place(SYSTEM, _("maintenance_title", default="Thông báo bảo trì"), path="@@maintenance"),
        Place(SYSTEM, _("system_state_title", default="Tình trạng hệ thống"), path="@@system-state"),
        Place(SYSTEM, _("failed_jobs_title", default="Việc nền thất bại"), path="@@failed-jobs"),
        Place(SYSTEM, _("account_figures_title", default="Tài khoản theo cơ quan"), path="@@account-figures"),
        Place(SYSTEM, _("requests_title", default="Yêu cầu tài khoản"), path="@@account-requests"),
        Place(SYSTEM, _("account_rules_title", default="Quy định về tài khoản"), path="@@account-rules"),
        Place(SYSTEM, _("reference_lists_title", default="Danh mục dùng chung"), path="@@reference-lists"),
        Place(SYSTEM, _("integrity_title", default="Toàn vẹn dữ liệu"), path="@@integrity"),
        Place(SYSTEM, _("virus_scanner_title", default="Máy quét mã độc"), path="@@virus-scanner"),
        Place(SYSTEM, _("channels_title", default="Kênh thông báo"), path="@@notice-channels"),
        Place(SYSTEM, _("tasklink_title", default="Liên thông nhiệm vụ với tỉnh"), path="@@province-link"),
        Place(SYSTEM, _("onestop_title", default="Liên thông một cửa"), path="@@onestop-link"),
        Place(SYSTEM, _("mail_servers_title", default="Máy chủ thư được phép"), path="@@mail-servers"),
        Place(SYSTEM, _("sms_servers_title", default="Cổng tin nhắn được phép"), path="@@sms-servers"),
        Place(SYSTEM, _("shell_users", default="Người dùng"), path="@@usergroup-userprefs"),
        Place(SYSTEM, _("shell_working_days", default="Ngày nghỉ, ngày làm bù"), path="@@working-days"),
        Place(SYSTEM, _("feedback_all_title", default="Góp ý toàn tỉnh"), path="@@feedback-list"),
        Place(SYSTEM, _("shell_site_setup", default="Cài đặt hệ thống"), path="@@overview-controlpanel"),
    ),
)
