"""The section ``administration`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


ADMINISTRATORS = frozenset({"agency_admin"})
SYSTEM = frozenset({"manager"})

WAYS = _("shell_review_routes", default="Quy trình của đơn vị")
LISTS = _("menu_agency_lists", default="Sổ văn bản, nhóm nơi nhận, mẫu ý kiến, File mẫu")
LINKS = _("menu_agency_channels", default="Hộp thư, tin nhắn")
ACCOUNTS = _("menu_accounts", default="Tài khoản")
REFERENCE = _("menu_reference", default="Danh mục")
SIGNING = _("menu_signing", default="Ký số")
EXCHANGE = _("menu_exchange", default="Liên thông, một cửa, theo dõi nhiệm vụ")
PHRASES = _("phrases_title", default="Mẫu ý kiến")
CHANNELS = _("channels_title", default="Kênh thông báo")
SECRETS = _("secret_reports_title", default="Báo tài liệu mật")
HEALTH = _("menu_system_log", default="Nhật ký hệ thống")


def _of(functions, *entries, group=""):
    """Places for the same people, each a (title, path): tuple of Place."""
    return tuple(Place(functions, title, path=path, group=group) for title, path in entries)


SECTION = Section(
    "administration",
    _("shell_administration", default="Quản trị"),
    "gear",
    (
        *_of(
            ADMINISTRATORS,
            (_("shell_organisation", default="Phòng ban, chức vụ, kiêm nhiệm"), "{agency}"),
            (_("shell_users", default="Người dùng"), "{agency}/@@people"),
            (_("requests_title", default="Yêu cầu tài khoản"), "{agency}/requests"),
        ),
        *_of(EVERYBODY, (_("shell_delegations", default="Ủy quyền và vắng mặt"), "{agency}/delegations")),
        *boxes(LEADERS, "delegations.ending"),
        *_of(
            ADMINISTRATORS,
            (_("menu_routes", default="Luồng duyệt, bước thẩm định"), "{agency}/@@review-routes"),
            (_("shell_incoming_settings", default="Quy định về văn bản đến"), "{agency}/@@incoming-settings"),
            (_("task_settings_page", default="Gia hạn và đôn đốc nhiệm vụ"), "{agency}/@@task-settings"),
            (_("shell_working_days", default="Ngày nghỉ, ngày làm bù"), "{agency}/@@working-days"),
            group=WAYS,
        ),
        *_of(ADMINISTRATORS, (_("shell_registers", default="Sổ văn bản"), "{agency}/@@register-list"), group=LISTS),
        *_of(
            ADMINISTRATORS | {"clerk"},
            (_("shell_recipient_groups", default="Nhóm nơi nhận"), "{agency}/@@recipient-groups"),
            (PHRASES, "@@phrases"),
            group=LISTS,
        ),
        *_of(
            ADMINISTRATORS,
            (_("shell_templates", default="File mẫu"), "{agency}/@@templates"),
            (_("fields_title", default="Lĩnh vực"), "{agency}/@@fields-of-work"),
            (_("additional_heading", default="Trường thông tin bổ sung"), "{agency}/@@additional-fields"),
            (_("shell_label_set", default="Bộ nhãn"), "{agency}/@@label-set"),
            group=LISTS,
        ),
        Place(EVERYBODY, PHRASES, path="@@phrases", without=ADMINISTRATORS | {"clerk"}),
        *_of(
            ADMINISTRATORS,
            (_("menu_file_plan", default="Danh mục hồ sơ"), "{agency}/dossiers?tab=catalogues"),
        ),
        *_of(
            ADMINISTRATORS,
            (_("handover_title", default="Bàn giao công việc"), "{agency}/@@handover"),
            (_("account_report_menu", default="Báo cáo (Mẫu 04, tháng 12)"), "{agency}/@@account-report"),
            (_("feedback_list_title", default="Phiếu tổng hợp lỗi và góp ý"), "{agency}/@@feedback-list"),
        ),
        *_of(ADMINISTRATORS | {"leader"}, (SECRETS, "{agency}/@@secret-reports")),
        *_of(
            ADMINISTRATORS,
            (_("mailbox_title", default="Hộp thư và giờ gửi thông báo"), "{agency}/@@mailbox"),
            (_("sms_title", default="Cổng tin nhắn (SMS)"), "{agency}/@@sms-gateway"),
            group=LINKS,
        ),
        *_of(
            SYSTEM,
            (_("shell_agencies", default="Cây cơ quan và mã định danh"), "@@agencies"),
            (_("reorganisations_title", default="Sáp nhập / chia tách"), "@@reorganisations"),
            (_("roles_title", default="Nhóm quyền"), "@@roles"),
            (_("route_versions_title", default="Quy trình (phiên bản)"), "@@route-versions"),
        ),
        *_of(
            SYSTEM,
            (_("shell_users", default="Người dùng"), "@@usergroup-userprefs"),
            (_("requests_title", default="Yêu cầu tài khoản"), "@@account-requests"),
            (_("account_rules_title", default="Quy định về tài khoản"), "@@account-rules"),
            group=ACCOUNTS,
        ),
        *_of(
            SYSTEM,
            (_("reference_types_title", default="Loại văn bản"), "@@reference-lists?list=types"),
            (_("fields_title", default="Lĩnh vực"), "@@fields-of-work"),
            (_("reference_urgency", default="Độ khẩn"), "@@reference-lists?list=urgency"),
            (_("reference_secrecy", default="Độ mật"), "@@reference-lists?list=secrecy"),
            (_("reference_retention_title", default="Thời hạn bảo quản"), "@@reference-lists?list=retention"),
            (_("shell_working_days", default="Ngày nghỉ, ngày làm bù"), "@@working-days"),
            group=REFERENCE,
        ),
        *_of(
            SYSTEM,
            (_("tasklink_title", default="Liên thông nhiệm vụ với tỉnh"), "@@province-link"),
            (_("onestop_title", default="Liên thông một cửa"), "@@onestop-link"),
            group=EXCHANGE,
        ),
        *_of(
            SYSTEM,
            (_("signing_trust_providers", default="Nhà cung cấp"), "@@signing-trust?show=providers"),
            (_("signing_trust_roots", default="Chứng thư tin cậy"), "@@signing-trust?show=roots"),
            (_("signing_trust_tsa", default="Dấu thời gian (TSA)"), "@@signing-trust?show=tsa"),
            (_("local_signing_title", default="Ký trên máy người dùng (VGCA)"), "@@local-signing-settings"),
            group=SIGNING,
        ),
        *_of(
            SYSTEM,
            (_("system_state_title", default="Tình trạng hệ thống"), "@@system-state"),
            (_("failed_jobs_title", default="Việc nền thất bại"), "@@failed-jobs"),
            (_("integrity_title", default="Toàn vẹn dữ liệu"), "@@integrity"),
            (_("safety_sign_ins", default="Đăng nhập bất thường"), "@@safety-log?kind=sign_in"),
            (_("safety_files", default="Tệp bị chặn"), "@@safety-log?kind=file"),
            (SECRETS, "@@secret-reports"),
            (_("virus_scanner_title", default="Máy quét mã độc"), "@@virus-scanner"),
            group=HEALTH,
        ),
        *_of(
            SYSTEM,
            (_("menu_channels_on", default="Kênh đang dùng"), "@@notice-channels"),
            (_("mail_servers_title", default="Máy chủ thư được phép"), "@@mail-servers"),
            (_("sms_servers_title", default="Cổng tin nhắn được phép"), "@@sms-servers"),
            group=CHANNELS,
        ),
        *_of(
            SYSTEM,
            (_("maintenance_title", default="Thông báo bảo trì"), "@@maintenance"),
            (_("menu_province_report", default="Báo cáo UBND tỉnh"), "@@account-figures"),
            (_("feedback_all_title", default="Góp ý toàn tỉnh"), "@@feedback-list"),
            (_("shell_site_setup", default="Cài đặt hệ thống"), "@@overview-controlpanel"),
        ),
    ),
    folds=True,
)
