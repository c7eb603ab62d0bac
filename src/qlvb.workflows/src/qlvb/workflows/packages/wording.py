"""Findings, kinds and history of packages in words."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.content.packages.interfaces import RULE
from qlvb.content.violations import Violation
from zope.i18nmessageid import Message
from zope.interface import implementer


KIND_TITLES = {
    "SIP": _("package_kind_sip", default="Gói nộp lưu (SIP)"),
    "AIP": _("package_kind_aip", default="Gói lưu trữ (AIP)"),
    "DIP": _("package_kind_dip", default="Gói sử dụng (DIP)"),
    "export": _("package_kind_export", default="Bản xuất hồ sơ (.pdf và .xml)"),
    "received": _("package_kind_received", default="Gói đã tiếp nhận"),
}

_FIELD = _("finding_field", default="Trường không đúng quy định: ${detail} (${path})")
#: Code of a Finding -> its sentence.
FINDINGS = {
    "field_missing": _("finding_field_missing", default="Thiếu trường bắt buộc ${detail} (${path})"),
    "field_unknown": _("finding_field_unknown", default="Trường không có trong quy định: ${detail} (${path})"),
    "field_repeated": _FIELD,
    "value_too_long": _("finding_value_too_long", default="Giá trị dài quá quy định: ${detail} (${path})"),
    "value_not_in_list": _(
        "finding_value_not_in_list", default="Giá trị không có trong danh mục mã: ${detail} (${path})"
    ),
    "value_no_number": _FIELD,
    "value_no_boolean": _FIELD,
    "value_no_date": _("finding_value_no_date", default="Ngày không đúng dạng DD/MM/YYYY: ${detail} (${path})"),
    "additional_wrong": _(
        "finding_additional_wrong", default="Trường bổ sung có giá trị không đúng kiểu: ${detail} (${path})"
    ),
    "process_missing": _("finding_process_missing", default="Thiếu quy trình xử lý của tài liệu điện tử (${path})"),
    "end_before_start": _("finding_end_before_start", default="Thời gian kết thúc trước thời gian bắt đầu (${path})"),
    "document_without_file": _("finding_document_without_file", default="Tài liệu ${path} không có tệp nào"),
    "package_empty": _("finding_package_empty", default="Gói không có tài liệu nào"),
    "file_unreadable": _("finding_file_unreadable", default="Không đọc được tệp ${path} ${detail}"),
    "file_damaged": _("finding_file_damaged", default="Tệp ${detail} không còn nguyên vẹn so với khi lưu (${path})"),
    "mets_missing": _("finding_mets_missing", default="Gói không có METS.xml ở thư mục gốc"),
    "xml_broken": _("finding_xml_broken", default="${path} không phải XML hợp lệ: ${detail}"),
    "xml_too_large": _("finding_xml_too_large", default="Tệp XML quá lớn: ${path}"),
    "schema_invalid": _("finding_schema_invalid", default="${path} không đúng lược đồ XSD, dòng ${detail}"),
    "file_listed_twice": _("finding_file_listed_twice", default="Tệp ${path} được liệt kê hai lần"),
    "file_missing": _("finding_file_missing", default="Thiếu tệp ${path} mà ${detail} liệt kê"),
    "file_not_listed": _("finding_file_not_listed", default="Tệp ${path} không có trong METS"),
    "file_required": _("finding_file_required", default="Gói phải có tệp ${path}"),
    "checksum_not_sha256": _("finding_checksum_not_sha256", default="Tệp ${path} không dùng mã SHA-256 (${detail})"),
    "checksum_differs": _("finding_checksum_differs", default="Tệp ${path} đã bị thay đổi: mã SHA-256 không khớp"),
    "crc_differs": _("finding_crc_differs", default="Tệp ${path} đã bị thay đổi: mã CRC-32 của ZIP không khớp"),
    "size_differs": _("finding_size_differs", default="Kích thước tệp ${path} không khớp: ${detail}"),
    "package_type_unknown": _("finding_package_type", default="Loại gói không hợp lệ: “${detail}”"),
    "object_id_wrong": _("finding_object_id", default="OBJID không đúng quy định: “${detail}”"),
    "folder_not_object_id": _("finding_folder", default="Tên thư mục gói không khớp OBJID: “${detail}”"),
    "premis_in_sip": _("finding_premis_in_sip", default="Gói SIP không được có PREMIS: ${path}"),
    "header_missing": _("finding_header_missing", default="${path} không có metsHdr"),
    "record_status_unknown": _("finding_record_status", default="RECORDSTATUS không hợp lệ: “${detail}” (${path})"),
    "creator_missing": _("finding_creator_missing", default="${path} không nêu phần mềm tạo gói"),
    "identification_code_missing": _(
        "finding_identification_code", default="${path} không nêu mã phông của cơ quan (IDENTIFICATIONCODE)"
    ),
    "structure_missing": _("finding_structure_missing", default="${path} không có structMap CSIP/PHYSICAL"),
    "id_wrong": _("finding_id_wrong", default="${path}: định danh không đúng dạng “uuid-<UUID>”: ${detail}"),
    "time_wrong": _("finding_time_wrong", default="${path}: thời gian không đúng dạng quy định: ${detail}"),
    "history_altered": _("finding_history_altered", default="Quy trình xử lý ${path} đã bị sửa từ bước ${detail}"),
    "link_broken": _("finding_link_broken", default="${path}: liên kết không dẫn đến đâu: ${detail}"),
    "zip_broken": _("finding_zip_broken", default="Tệp không phải ZIP, hoặc bị cắt ngang, đã hỏng: hãy gửi lại gói"),
    "zip_too_many": _("finding_zip_too_many", default="Gói có quá nhiều tệp: ${detail}"),
    "zip_too_large": _("finding_zip_too_large", default="Gói bung ra quá lớn: ${detail} byte"),
    "zip_no_single_folder": _("finding_zip_folder", default="ZIP phải có đúng một thư mục gói: ${detail}"),
    "zip_name_unsafe": _("finding_zip_name_unsafe", default="Tên tệp không an toàn trong ZIP: ${detail}"),
    "zip_name_twice": _("finding_zip_name_twice", default="Hai tệp cùng tên trong ZIP: ${path}"),
    "zip_no_plain_file": _("finding_zip_no_plain_file", default="ZIP có liên kết hoặc thiết bị: ${detail}"),
    "zip_encrypted": _("finding_zip_encrypted", default="ZIP có mật khẩu: ${detail}"),
    "independent": _("finding_independent", default="Bộ kiểm tra độc lập: ${path} ${detail}"),
    "independent_unreadable": _(
        "finding_independent_unreadable", default="Không đọc được kết quả của bộ kiểm tra độc lập: ${detail}"
    ),
    "file_infected": _("finding_file_infected", default="Tệp ${path} nhiễm mã độc: ${detail}"),
    "file_unchecked": _("finding_file_unchecked", default="Tệp ${path} không quét mã độc được (${detail})"),
    "not_scanned": _("finding_not_scanned", default="Hệ thống chưa có máy quét mã độc: gói không được quét"),
    "own_documents": _(
        "finding_own_documents", default="Gói do chính cơ quan lập, văn bản đang có trong hệ thống: ${detail}"
    ),
    "file_elsewhere": _(
        "finding_file_elsewhere",
        default="Gói chỉ dẫn đến tài liệu ở nơi khác (${path}); cần gói chứa đủ tệp của mọi tài liệu",
    ),
    "description_not_taken": _(
        "finding_description_not_taken",
        default="Hệ thống không tiếp nhận tài liệu ảnh, ghi âm, ghi hình được mô tả riêng (${path})",
    ),
    "own_dossier": _(
        "finding_own_dossier", default="Hồ sơ này do chính cơ quan lập và đang có trong hệ thống: mã ${detail}"
    ),
    "certificate_no_receiver": _(
        "finding_certificate_no_receiver", default="Gói không có giấy chứng nhận: yêu cầu không nêu người nhận"
    ),
    "certificate_no_key": _(
        "finding_certificate_no_key", default="Gói không có giấy chứng nhận: ${detail} chưa có chứng thư số"
    ),
    "not_a_sip": _("finding_not_a_sip", default="Chỉ tiếp nhận gói SIP, gói này là “${detail}”"),
    "package_known": _("finding_package_known", default="Gói này đã được tiếp nhận trước đây: ${detail}"),
    "no_catalogue": _("finding_no_catalogue", default="Cơ quan chưa có danh mục hồ sơ để xếp hồ sơ năm ${detail}"),
    "code_known": _("finding_code_known", default="Danh mục hồ sơ đã có hồ sơ mang mã ${detail}"),
    "code_too_long": _("finding_code_too_long", default="Mã hồ sơ dài quá 30 ký tự: ${detail}"),
    "taken_as_incoming": _(
        "finding_taken_as_incoming",
        default="Văn bản của cơ quan lập gói nhưng số “${detail}” không là số đăng ký: nhập như văn bản đến (${path})",
    ),
    "file_refused": _("finding_file_refused", default="Tệp ${path} không nhận được: ${detail}"),
    "not_permanent": _("finding_not_permanent", default="Lưu trữ lịch sử chỉ nhận hồ sơ vĩnh viễn (mã 01): ${detail}"),
    "field_not_imported": _(
        "finding_field_not_imported", default="Không có trường riêng, được giữ kèm hồ sơ: ${detail} (${path})"
    ),
    "retention_not_imported": _(
        "finding_retention_not_imported", default="Thời hạn “${detail}” phải được xác định lại (${path})"
    ),
    "history_not_imported": _(
        "finding_history_not_imported",
        default="Quy trình xử lý (${detail} bước) được giữ kèm, không nhập vào nhật ký (${path})",
    ),
    "part_awaited": _(
        "finding_part_awaited", default="Hồ sơ con ${detail} chưa tiếp nhận ở đây; gói của hồ sơ con gửi riêng"
    ),
    "whole_awaited": _(
        "finding_whole_awaited", default="Hồ sơ này là hồ sơ con của ${detail}, hồ sơ đó chưa tiếp nhận ở đây"
    ),
    "part_left_out": _(
        "finding_part_left_out",
        default="Hồ sơ con ${detail} chỉ nêu tên: có văn bản mà người yêu cầu không được xem",
    ),
    "file_not_imported": _(
        "finding_file_not_imported", default="Tệp không thuộc tài liệu nào, chỉ giữ trong gói: ${path}"
    ),
}
FINDINGS["said"] = _("finding_said", default="${detail}")
UNKNOWN = _("finding_unknown", default="${code} ${path} ${detail}")


def words(finding):
    """Message: a Finding in words."""
    message = FINDINGS.get(finding.code, UNKNOWN)
    values = {"path": finding.path, "detail": finding.detail, "code": finding.code}
    return Message(message, mapping=values)


def violations_of(findings):
    """Errors as list of Violation; the field is the path inside the package."""
    return [Violation(one.path, one.code, words(one), RULE) for one in findings if one.severity == "error"]


@implementer(IJournalWording)
class Wording:
    """The sentence of one event, to be read after the actor's name."""

    def __init__(self, message):
        self.message = message

    def sentence(self, entry):
        """See IJournalWording."""
        mapping = {key: value for key, value in entry.detail.items() if isinstance(value, (str, int))}
        return Message(self.message, mapping=mapping)


asked = Wording(_("journal_package_asked", default="đã yêu cầu tạo gói ${kind}"))
built = Wording(_("journal_package_built", default="đã tạo gói ${kind} ${filename}"))
failed = Wording(_("journal_package_failed", default="không tạo được gói ${kind}"))
downloaded = Wording(_("journal_package_downloaded", default="đã tải gói ${filename}"))
damaged = Wording(
    _("journal_package_damaged", default="phát hiện tệp của gói ${filename} không còn nguyên vẹn trên đĩa")
)
removed = Wording(_("journal_package_removed", default="đã xóa gói ${filename}"))
called_off = Wording(_("journal_package_called_off", default="đã thôi tạo gói ${kind}"))
purged = Wording(_("journal_packages_purged", default="đã hủy ${count} gói của hồ sơ"))
ingested = Wording(_("journal_package_ingested", default="đã tiếp nhận từ gói ${package} của ${organisation}"))
