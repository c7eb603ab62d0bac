"""What the worker still has to do, by what it is for, and what it gave up."""

from dataclasses import dataclass
from datetime import datetime
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs


#: Groups of kinds, each a tile: exchange between agencies, signing, letters of scans, checks of signatures.
GROUPS = {
    "exchange": ("deliver", "delivery_status", "recall", "recall_answer"),
    "signing": ("sign",),
    "recognition": ("recognise_text",),
    "signatures": ("verify_signatures",),
}
EVERYTHING, OTHER = "all", "other"
GROUP_TITLES = {
    "exchange": _("queue_exchange", default="Liên thông"),
    "signing": _("queue_signing", default="Ký số"),
    "recognition": _("queue_recognition", default="Nhận dạng chữ (OCR)"),
    "signatures": _("queue_signatures", default="Kiểm tra chữ ký số"),
    OTHER: _("queue_other", default="Việc nền khác"),
    EVERYTHING: _("queue_all", default="Tất cả"),
}
KIND_TITLES = {
    "deliver": _("job_kind_deliver", default="Gửi văn bản"),
    "delivery_status": _("job_kind_delivery_status", default="Báo trạng thái về nơi gửi"),
    "letter_returned": _("job_kind_letter_returned", default="Báo người gửi thư bị trả lại"),
    "recall": _("job_kind_recall", default="Yêu cầu thu hồi, thay thế"),
    "recall_answer": _("job_kind_recall_answer", default="Trả lời thu hồi, thay thế"),
    "recognise_text": _("job_kind_recognise", default="Nhận dạng chữ của bản quét"),
    "verify_signatures": _("job_kind_verify", default="Kiểm tra chữ ký số"),
    "convert": _("job_kind_convert", default="Chuyển tệp sang PDF"),
    "read_text": _("job_kind_read_text", default="Đọc chữ để tìm kiếm"),
    "layout_check": _("job_kind_layout", default="Kiểm tra thể thức"),
    "send_notices": _("job_kind_notices", default="Gửi thông báo"),
    "export_list": _("job_kind_export", default="Xuất danh sách"),
    "clear_exports": _("job_kind_clear", default="Dọn tệp đã xuất"),
    "build_package": _("job_kind_package", default="Đóng gói hồ sơ"),
    "ingest_package": _("job_kind_ingest", default="Tiếp nhận gói tin"),
    "import_records": _("job_kind_import", default="Nhập văn bản các năm trước"),
    "destroy": _("job_kind_destroy", default="Tiêu hủy hồ sơ"),
    "secret_copies": _("job_kind_secret_copies", default="Tìm bản sao của tài liệu bị báo mật"),
    "secret_wipe": _("job_kind_secret_wipe", default="Xóa dấu vết tài liệu mật đã gỡ"),
    "reading_copies": _("job_kind_copies", default="Tạo bản sao khai thác"),
    "sign": _("job_kind_sign", default="Ký số theo lệnh của người ký"),
    "recall_receipt": _("job_kind_recall_receipt", default="Ký biên nhận thu hồi, thay thế"),
    "check_viruses": _("job_kind_viruses", default="Quét mã độc"),
    "check_pdfa": _("job_kind_pdfa", default="Kiểm tra PDF/A của hồ sơ"),
    "act_on_many": _("job_kind_many", default="Xử lý nhiều mục cùng lúc"),
    "build_document_package": _("job_kind_document_package", default="Đóng gói văn bản rời"),
    "transfer_collect": _("job_kind_transfer_collect", default="Lấy hồ sơ đến hạn vào đợt giao nộp"),
    "transfer_check": _("job_kind_transfer_check", default="Kiểm tra đợt giao nộp"),
    "transfer_rehearse": _("job_kind_transfer_rehearse", default="Kiểm tra hồ sơ trước khi nộp"),
    "transfer_renew": _("job_kind_transfer_renew", default="Cập nhật hồ sơ của đợt giao nộp"),
    "transfer_accept": _("job_kind_transfer_accept", default="Tiếp nhận đợt giao nộp"),
    "transfer_minutes": _("job_kind_transfer_minutes", default="Lập biên bản giao nhận"),
    "transfer_pack": _("job_kind_transfer_pack", default="Đóng gói để nộp lưu trữ lịch sử"),
    "onestop_event": _("job_kind_onestop_event", default="Gửi kết quả sang hệ thống một cửa"),
    "onestop_test": _("job_kind_onestop_test", default="Thử kết nối hệ thống một cửa"),
    "province_report": _("job_kind_province_report", default="Báo cáo nhiệm vụ lên hệ thống của tỉnh"),
    "province_test": _("job_kind_province_test", default="Thử kết nối hệ thống nhiệm vụ của tỉnh"),
    "sms_trial": _("job_kind_sms_trial", default="Gửi tin nhắn thử"),
    "reorganise": _("job_kind_reorganise", default="Thực hiện sáp nhập, chia tách"),
}


@dataclass(frozen=True)
class Line:
    """A group of kinds: how many jobs wait, since when the oldest is due (None: nothing is late), how many failed."""

    group: str
    waiting: int
    due: datetime | None
    failed: int


@dataclass(frozen=True)
class FailedJob:
    """A job that the worker gave up."""

    id: str
    kind: str
    when: datetime
    error: object  # message id or str
    attempts: int
    record: object  # None: it is gone


def group_of(kind):
    """str: the group of a kind of job. Pure."""
    return next((group for group, kinds in GROUPS.items() if kind in kinds), OTHER)


def lines():
    """A Line for each group, and one for everything: list."""
    waiting, broken, now = queue.kinds(), queue.failed(), clock.now()
    found = []
    for group in (*GROUPS, OTHER, EVERYTHING):
        mine = {kind: said for kind, said in waiting.items() if group in (EVERYTHING, group_of(kind))}
        late = [due for _count, due in mine.values() if due <= now]
        failed = sum(group in (EVERYTHING, group_of(kind)) for *_rest, kind in broken)
        found.append(Line(group, sum(count for count, _due in mine.values()), min(late, default=None), failed))
    return found


def failed_jobs(group=EVERYTHING, start=0, size=50):
    """(list of FailedJob, how many there are in all), the newest first. Jobs of records that are gone stay out of the
    list, not of the number.
    """
    entries = [entry for entry in queue.failed() if group in (EVERYTHING, group_of(entry[-1]))]
    found = [_failed(entry) for entry in entries[start : start + size]]
    return [one for one in found if one is not None], len(entries)


def retry(job_id, by):
    """Set a failed job going again. :raises Refused: 404 there is none; 409 it has not failed."""
    entry = next((entry for entry in queue.failed() if entry[1] == job_id), None)
    record = _record(entry) if entry is not None else None
    if record is None:
        message = _("violation_job_unknown", default="Không có tác vụ này.")
        raise Refused(Violation("job", "job_unknown", message), status=404)
    return IJobs(record).retry(job_id, by)


def _record(entry):
    _when, _job_id, uid, path, _kind = entry
    portal = api.portal.get()
    record = portal.unrestrictedTraverse(path, None)
    if record is not None and IUUID(record, None) == uid:
        return record
    brains = portal.portal_catalog.unrestrictedSearchResults(UID=uid)
    return brains[0]._unrestrictedGetObject() if brains else None


def _failed(entry):
    when, job_id, _uid, _path, kind = entry
    record = _record(entry)
    job = IJobs(record).get(job_id) if record is not None else None
    return FailedJob(job_id, kind, when, job.error, job.attempts, record) if job is not None else None
