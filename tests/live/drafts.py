"""Drafts for tests, made by the product's own layout room."""

from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Annex
from qlvb.content.layout.data import Layout
from qlvb.content.layout.data import Table


def letter_docx(
    subject,
    last="Đề nghị các cơ quan nghiên cứu, triển khai thực hiện.",
    agency="Sở Khoa học và Công nghệ",
    signer="Nguyễn Thị Thu Hà",
    **changes,
):
    """A công văn of one page, with ``changes`` of its Layout: bytes of a docx."""
    values = {
        "agency": agency,
        "parent": "Ủy ban nhân dân tỉnh Sơn Hải",
        "symbol": "SKHCN-CNTT&CĐS",
        "place": "Sơn Hải",
        "subject": subject,
        "addressees": ("Sở Nội vụ", "Ủy ban nhân dân xã Phú Lâm"),
        "body": (
            "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh về việc triển khai phiên bản nâng cấp phần mềm Quản lý văn bản và "
            f"hồ sơ công việc, {agency} đề nghị các cơ quan tổ chức thực hiện và gửi phiếu góp ý kèm theo.",
            last,
        ),
        "signature_block": ("GIÁM ĐỐC",),
        "signer": signer,
        "urgency": "urgent",
    }
    return compose(Layout(**{**values, **changes}))


def annex_docx():
    """The feedback sheet that goes with the letter: bytes of a docx."""
    return compose(
        Layout(
            agency="Sở Khoa học và Công nghệ",
            symbol="SKHCN-CNTT&CĐS",
            place="Sơn Hải",
            subject="Phiếu góp ý",
            body=("Phiếu góp ý gửi kèm công văn",),
            annexes=(
                Annex(
                    "Phiếu tổng hợp lỗi và góp ý",
                    (Table(("STT", "Nhóm chức năng", "Nội dung góp ý"), (("1", "", ""), ("2", "", ""))),),
                ),
            ),
        )
    )
