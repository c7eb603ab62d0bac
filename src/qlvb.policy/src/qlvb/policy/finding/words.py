"""Titles of filters and of their values."""

from qlvb.content import _
from qlvb.content.index.fields import SEARCHED
from qlvb.content.states import title_of_state


FILTER_TITLES = {
    "text": _("filter_text", default="Từ khóa"),
    "type": _("filter_type", default="Loại hồ sơ, văn bản"),
    "direction": _("filter_direction", default="Chiều"),
    "document_type": _("filter_document_type", default="Loại văn bản"),
    "urgency": _("filter_urgency", default="Độ khẩn"),
    "secrecy": _("filter_secrecy", default="Độ mật"),
    "year": _("filter_year", default="Năm"),
    "state": _("filter_state", default="Trạng thái"),
    "agency": _("filter_agency", default="Cơ quan quản lý"),
    "issuing_body": _("filter_issuing_body", default="Cơ quan ban hành"),
    "signatory": _("filter_signatory", default="Người ký"),
    "holder": _("filter_holder", default="Người soạn, người lập hồ sơ"),
    "starred": _("filter_starred", default="Đánh dấu sao"),
    "followed": _("filter_followed", default="Đang theo dõi"),
    "noted": _("filter_noted", default="Ghi chú của tôi có"),
    "recipient": _("filter_recipient", default="Người được giao xử lý"),
    "subject": _("filter_subject", default="Trích yếu"),
    "number": _("filter_number", default="Số"),
    "symbol": _("filter_symbol", default="Ký hiệu"),
    "reference": _("filter_reference", default="Số ký hiệu"),
    "field_of_work": _("filter_field_of_work", default="Lĩnh vực"),
    "heading": _("filter_heading", default="Đề mục"),
    "retention": _("filter_retention", default="Thời hạn bảo quản"),
    "retention_years": _("filter_retention_years", default="Số năm bảo quản"),
    "parent": _("filter_parent", default="Thuộc"),
    "register": _("filter_register", default="Sổ văn bản"),
    "dossier": _("filter_dossier", default="Hồ sơ"),
    "folder": _("filter_folder", default="Thư mục"),
    "source": _("column_arrival_channel", default="Nguồn đến"),
    "uid": _("filter_uid", default="Mã bản ghi"),
    "executor": _("filter_executor", default="Đơn vị thực hiện"),
    "timeliness": _("filter_timeliness", default="Đúng hạn, quá hạn"),
    "extended": _("filter_extended", default="Gia hạn"),
    "delivery_state": _("filter_delivery_state", default="Trạng thái gửi"),
    "delivery_channel": _("filter_delivery_channel", default="Đường gửi"),
    "work": _("filter_work", default="Công việc"),
    "unfiled": _("filter_unfiled", default="Chưa vào hồ sơ"),
    "unit": _("filter_unit", default="Đơn vị"),
    "issue_from": _("filter_issue_from", default="Ban hành từ ngày"),
    "issue_to": _("filter_issue_to", default="Ban hành đến ngày"),
    "arrival_from": _("filter_arrival_from", default="Đến từ ngày"),
    "arrival_to": _("filter_arrival_to", default="Đến trước ngày"),
    "due_from": _("filter_due_from", default="Hạn từ ngày"),
    "due_to": _("filter_due_to", default="Hạn đến ngày"),
    "retention_due_from": _("filter_retention_due_from", default="Đến hạn xét giá trị từ ngày"),
    "retention_due_to": _("filter_retention_due_to", default="Đến hạn xét giá trị đến ngày"),
}
STARRED = {"1": _("filter_with_star", default="có sao"), "0": _("filter_without_star", default="không có sao")}
FOLLOWED = {
    "1": _("filter_is_followed", default="có theo dõi"),
    "0": _("filter_not_followed", default="không theo dõi"),
}
TIMELINESS = {
    "in_time": _("timeliness_in_time", default="Trong hạn"),
    "late": _("timeliness_late", default="Quá hạn"),
}
EXTENDED = {"1": _("filter_was_extended", default="đã gia hạn"), "0": _("filter_not_extended", default="chưa gia hạn")}
VOCABULARIES = {
    "document_type": "qlvb.document_types",
    "urgency": "qlvb.urgency",
    "secrecy": "qlvb.secrecy",
    "source": "qlvb.arrival_channels",
    "delivery_channel": "qlvb.recipient_channels",
    "retention": "qlvb.retention_kinds",
}
#: What is counted of people's work (``index.work.MEASURES``).
MEASURE_TITLES = {
    "open": _("work_open", default="Đang làm"),
    "due": _("work_due", default="Đến hạn"),
    "overdue": _("work_overdue", default="Quá hạn"),
    "in_time": _("work_in_time", default="Xong đúng hạn"),
    "late": _("work_late", default="Xong muộn"),
}


def state_titles(state):
    """What the state is called, by the kinds of records that know it: list of messages."""
    found = [title_of_state(portal_type, state) for portal_type in SEARCHED]
    return [title for title in found if title and getattr(title, "default", title) != state]
