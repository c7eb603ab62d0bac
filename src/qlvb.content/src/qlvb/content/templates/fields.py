"""What a template may ask for: the names of its fields, what they mean, and examples for the preview."""

from qlvb.content import _


#: name -> (what it is, example). Lists are repeated with ``{%p for … %}``.
FIELDS = {
    "co_quan": (_("docx_template_agency", default="Tên cơ quan ban hành"), "Sở Khoa học và Công nghệ"),
    "co_quan_cap_tren": (_("docx_template_parent", default="Tên cơ quan chủ quản"), "Ủy ban nhân dân tỉnh"),
    "ky_hieu": (_("docx_template_symbol", default="Ký hiệu"), "SKHCN-CNTT"),
    "dia_danh": (_("docx_template_place", default="Địa danh"), "Sơn Hải"),
    "nam": (_("docx_template_year", default="Năm"), "2026"),
    "loai_van_ban": (_("docx_template_type", default="Tên loại văn bản"), "Công văn"),
    "trich_yeu": (_("docx_template_subject", default="Trích yếu"), "V/v triển khai phần mềm Quản lý văn bản"),
    "kinh_gui": (_("docx_template_addressees", default="Kính gửi: danh sách nơi nhận chính"), ["Sở Nội vụ"]),
    "noi_nhan": (_("docx_template_recipients", default="Nơi nhận: danh sách"), ["Như trên", "Sở Tài chính"]),
    "luu": (_("docx_template_retained", default="Nơi lưu"), "VT, CNTT"),
    "can_cu": (_("docx_template_grounds", default="Câu phúc đáp hoặc căn cứ"), "Phúc đáp Công văn số 12/SNV-VP"),
    "noi_dung": (
        _("docx_template_body", default="Nội dung người soạn đã nhập: danh sách các đoạn"),
        ["Sở nhất trí với dự thảo."],
    ),
    "nguoi_ky": (_("docx_template_signer", default="Họ tên người ký"), "Nguyễn Thị Thu Hà"),
    "chuc_vu_ky": (_("docx_template_signature", default="Các dòng trên chữ ký: danh sách"), ["GIÁM ĐỐC"]),
    "nguoi_soan": (_("docx_template_drafter", default="Họ tên người soạn"), "Lê Minh Anh"),
    "don_vi_soan": (_("docx_template_unit", default="Đơn vị soạn thảo"), "Phòng Công nghệ thông tin"),
    "do_khan": (_("docx_template_urgency", default="Độ khẩn"), "Khẩn"),
    "do_mat": (_("docx_template_secrecy", default="Độ mật"), ""),
    "van_ban_den": (_("docx_template_answered", default="Số, ký hiệu văn bản được trả lời"), "12/SNV-VP"),
}


def examples():
    """dict field -> example, for the preview."""
    return {name: example for name, (_title, example) in FIELDS.items()}
