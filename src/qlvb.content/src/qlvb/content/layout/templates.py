"""Starting files for drafts: the form of Phụ lục III of the kind of document, with what is known filled in."""

from qlvb.content.documents.document_types import document_type
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Layout


BODY = "[Nội dung văn bản]"
SUBJECT = "[Trích yếu nội dung]"
ADDRESSEE = "[Tên cơ quan, tổ chức hoặc cá nhân nhận]"
SIGNATORY_POSITION, SIGNATORY = "[CHỨC VỤ CỦA NGƯỜI KÝ]", "[Họ và tên người ký]"

DECISION = (
    Block("article", "[Nội dung quyết định]", "Điều 1."),
    Block("article", "[Nội dung quyết định]", "Điều 2."),
    Block("article", "[Hiệu lực và trách nhiệm thi hành]./.", "Điều 3."),
)
REPORT = (
    Block("heading", "I. KẾT QUẢ THỰC HIỆN"),
    BODY,
    Block("heading", "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN"),
    BODY,
    Block("heading", "III. PHƯƠNG HƯỚNG, NHIỆM VỤ, KIẾN NGHỊ"),
    BODY,
)
PLAN = (
    Block("heading", "I. MỤC ĐÍCH, YÊU CẦU"),
    BODY,
    Block("heading", "II. NỘI DUNG"),
    BODY,
    Block("heading", "III. TỔ CHỨC THỰC HIỆN"),
    BODY,
)
INVITATION = (
    Block("paragraph", "[Tên cơ quan, tổ chức hoặc cá nhân được mời]", "Trân trọng kính mời:"),
    Block("paragraph", "[Tên cuộc họp, hội nghị, hội thảo]", "Tới dự:"),
    Block("paragraph", "[Người chủ trì]", "Chủ trì:"),
    Block("paragraph", "[Giờ, ngày tháng năm]", "Thời gian:"),
    Block("paragraph", "[Địa điểm]", "Địa điểm:"),
    "[Các vấn đề cần lưu ý]",
)
INTRODUCTION = (
    Block("paragraph", "[Họ và tên người được giới thiệu]", "Trân trọng giới thiệu ông (bà):"),
    Block("paragraph", "[Chức vụ]", "Chức vụ:"),
    Block("paragraph", "[Tên cơ quan, tổ chức]", "Được cử đến:"),
    Block("paragraph", "[Nội dung công việc]", "Về việc:"),
    "Đề nghị Quý cơ quan tạo điều kiện để ông (bà) có tên ở trên hoàn thành nhiệm vụ.",
    "Giấy này có giá trị đến hết ngày [ngày tháng năm]",
)
MINUTES = (
    Block("paragraph", "[Giờ, ngày tháng năm]", "Thời gian bắt đầu:"),
    Block("paragraph", "[Địa điểm]", "Địa điểm:"),
    Block("paragraph", "[Người dự họp]", "Thành phần tham dự:"),
    Block("paragraph", "[Họ và tên, chức vụ]", "Chủ trì (chủ tọa):"),
    Block("paragraph", "[Họ và tên, chức vụ]", "Thư ký (người ghi biên bản):"),
    Block("paragraph", "[Diễn biến, kết luận]", "Nội dung:"),
    "Cuộc họp (hội nghị, hội thảo) kết thúc vào [giờ, ngày tháng năm]",
)
LEAVE = (
    Block("paragraph", "[Họ và tên]", "Cấp cho ông (bà):"),
    Block("paragraph", "[Chức vụ]", "Chức vụ:"),
    Block("paragraph", "từ ngày [ngày tháng năm] đến hết ngày [ngày tháng năm]", "Nghỉ phép:"),
    Block("paragraph", "[Nơi nghỉ]", "Nơi nghỉ phép:"),
    "Số ngày nghỉ phép nêu trên được tính vào [thời gian]",
)
TELEGRAM = (Block("paragraph", "[Tên cơ quan, tổ chức nhận]", "[Người ban hành] điện:"), BODY)

#: token of the kind -> body; every other kind has the plain one.
BODIES = {
    "decision": DECISION,
    "report": REPORT,
    "plan": PLAN,
    "programme": PLAN,
    "invitation": INVITATION,
    "introduction_letter": INTRODUCTION,
    "minutes": MINUTES,
    "leave_slip": LEAVE,
    "official_telegram": TELEGRAM,
}


def template_for(kind, **known):
    """The starting docx of a document of ``kind`` (token of "qlvb.document_types"): bytes.

    ``known`` are fields of :class:`data.Layout`; what is not known stands in square brackets, to be typed over.
    :raises KeyError: unknown kind.
    """
    if document_type(kind) is None:
        raise KeyError(kind)
    fields = {
        "agency": "[Tên cơ quan ban hành]",
        "place": "[Địa danh]",
        "subject": SUBJECT,
        "body": BODIES.get(kind, (BODY,)),
        "signature_block": (SIGNATORY_POSITION,),
        "signer": SIGNATORY,
        "recipients": ("[Nơi nhận]",),
        "addressees": (ADDRESSEE,) if kind in ("official_letter", "submission", "report") else (),
        **{name: value for name, value in known.items() if value},
    }
    if kind == "decision":
        fields.setdefault("authority", "[Thẩm quyền ban hành]")
        fields.setdefault("grounds", ("[Căn cứ pháp lý]", "Theo đề nghị của [người đứng đầu đơn vị trình]"))
    if kind == "minutes":
        fields.setdefault("co_signer_block", ("Thư ký",))
        fields.setdefault("co_signer", "[Họ và tên thư ký]")
    return compose(Layout(document_type=kind, **fields))
