"""How causes and roles are called on screens."""

from qlvb.content import _


CAUSE_TITLES = {
    "organisation": _("rights_cause_organisation", default="Theo chức năng trong cơ quan"),
    "draft": _("rights_cause_draft", default="Người soạn"),
    "step": _("rights_cause_step", default="Đến lượt xử lý"),
    "line": _("rights_cause_line", default="Được giao xử lý hoặc nhận để biết"),
    "delivery": _("rights_cause_delivery", default="Văn bản được gửi đến"),
    "dossier": _("rights_cause_dossier", default="Qua hồ sơ công việc"),
    "delegation": _("rights_cause_delegation", default="Được ủy quyền"),
    "sharing": _("rights_cause_sharing", default="Được chia sẻ"),
    "consultation": _("rights_cause_consultation", default="Được xin ý kiến"),
    "note": _("rights_cause_note", default="Qua phiếu trình"),
    "signing": _("rights_cause_signing", default="Người ký"),
    "archive": _("rights_cause_archive", default="Đã nộp lưu trữ"),
    "transfer": _("rights_cause_transfer", default="Đang kiểm tra hồ sơ giao nộp"),
    "disposal": _("rights_cause_disposal", default="Thành viên Hội đồng xét hủy"),
}

ROLE_TITLES = {
    "Drafter": _("rights_role_drafter", default="Người soạn"),
    "Handler": _("rights_role_handler", default="Người xử lý"),
    "Participant": _("rights_role_participant", default="Người tham gia"),
    "RecordsClerk": _("rights_role_records_clerk", default="Văn thư"),
    "AgencyLeader": _("rights_role_agency_leader", default="Lãnh đạo cơ quan"),
    "UnitLeader": _("rights_role_unit_leader", default="Lãnh đạo phòng, đơn vị"),
    "AgencyMember": _("rights_role_agency_member", default="Người của cơ quan"),
    "Archivist": _("rights_role_archivist", default="Lưu trữ"),
    "Appraiser": _("rights_role_appraiser", default="Thẩm định văn bản"),
    "AgencyAdministrator": _("rights_role_agency_administrator", default="Quản trị đơn vị"),
    "SecrecyJudge": _("rights_role_secrecy_judge", default="Người đứng đầu, xem xét báo cáo tài liệu mật"),
    "Manager": _("rights_role_manager", default="Quản trị hệ thống"),
    "Assigner": _("rights_role_assigner", default="Người giao nhiệm vụ"),
    "Authenticated": _("rights_role_authenticated", default="Người có tài khoản"),
    "Member": _("rights_role_member", default="Người có tài khoản"),
}


def sentence_titles(grant):
    """(title of the role, title of the cause) of a Grant: message ids; an unknown role is shown by its name."""
    return ROLE_TITLES.get(grant.role, grant.role), CAUSE_TITLES[grant.cause]
