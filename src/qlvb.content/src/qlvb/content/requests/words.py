"""Words of requests for accounts: the regulation's forms, label for label."""

from qlvb.content import _
from qlvb.content.requests.interfaces import CHANGE
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.interfaces import WITHDRAW


FORMS = {NEW: "Mẫu 01", CHANGE: "Mẫu 02", WITHDRAW: "Mẫu 03"}
KIND_TITLES = {
    NEW: _("request_kind_new", default="Cấp mới tài khoản"),
    CHANGE: _("request_kind_change", default="Thay đổi thông tin tài khoản"),
    WITHDRAW: _("request_kind_withdraw", default="Thu hồi tài khoản"),
}
ROLE_TITLES = {
    "admin": _("request_role_admin", default="Tài khoản quản trị"),
    "clerk": _("request_role_clerk", default="Tài khoản văn thư"),
}
AGENCY_FIELDS = {
    "title": _("organisation_label_agency_title", default="Tên cơ quan"),
    "address": _("organisation_label_address", default="Địa chỉ"),
}
PERSON_FIELDS = {
    "title": _("organisation_label_fullname", default="Họ và tên"),
    "email": _("organisation_label_email", default="Thư công vụ"),
    "phone": _("organisation_label_phone", default="Số ĐT"),
    "post": _("request_field_post", default="Chức vụ (tên chức vụ, phòng)"),
    "department": _("request_field_department", default="Bộ phận công tác"),
    "home_agency": _("organisation_label_home_agency", default="Cơ quan quản lý tài khoản"),
}
REASONS = {
    "left": _("request_reason_left", default="Nghỉ hưu, thôi việc"),
    "moved": _("request_reason_moved", default="Chuyển công tác khỏi tỉnh"),
    "dissolved": _("request_reason_dissolved", default="Cơ quan sáp nhập, giải thể, không còn nhu cầu"),
    "unused": _("request_reason_unused", default="Tạm dừng quá 15 ngày, không đề nghị dùng lại"),
}
RECEIVER_TITLES = {
    "receiver": _("organisation_label_fullname", default="Họ và tên"),
    "receiver_post": _("organisation_label_post_title", default="Chức vụ"),
    "receiver_unit": _("request_receiver_unit", default="Cơ quan/đơn vị công tác"),
    "receiver_phone": _("request_receiver_phone", default="Điện thoại"),
}
