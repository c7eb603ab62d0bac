"""A draft as the product composes it, and faults put into it one by one."""

from docx import Document
from functools import cache
from io import BytesIO
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Layout
from qlvb.workflows.appraisal.checks.from_docx import paragraphs
from qlvb.workflows.appraisal.checks.model import Expected


BODY = (
    "Thực hiện Kế hoạch chuyển đổi số năm 2026 của Ủy ban nhân dân tỉnh Sơn Hải, Sở Khoa học và Công nghệ triển khai phần mềm.",
    Block("clause", "Cử đầu mối phối hợp, gửi danh sách về Sở Khoa học và Công nghệ trước ngày 25 tháng 11 năm 2026.", "1."),
    Block("point", "Rà soát hồ sơ, tài liệu của cơ quan theo quy định tại khoản 2 Điều 30 Nghị định số 30/2020/NĐ-CP.", "a)"),
    "Đề nghị các cơ quan, đơn vị quan tâm phối hợp thực hiện và phản ánh vướng mắc về Sở để được hướng dẫn",
)
LETTER = Layout(
    parent="Ủy ban nhân dân tỉnh Sơn Hải",
    agency="Sở Khoa học và Công nghệ",
    symbol="SKHCN-CNTT&CĐS",
    place="Sơn Hải",
    subject="Triển khai phần mềm quản lý văn bản",
    addressees=("Sở Nội vụ", "Sở Tài chính"),
    body=BODY,
    signature_block=("KT. Giám đốc", "Phó Giám đốc"),
    signer="Bùi Trung Kiên",
    recipients=("UBND tỉnh",),
    retained_by=("VT", "CNTT&CĐS"),
)
DECISION = Layout(
    parent="Ủy ban nhân dân tỉnh Sơn Hải",
    agency="Sở Khoa học và Công nghệ",
    symbol="QĐ-SKHCN",
    place="Sơn Hải",
    document_type="decision",
    subject="Ban hành Quy chế quản lý phần mềm",
    authority="Giám đốc Sở Khoa học và Công nghệ",
    grounds=("Căn cứ Luật Giao dịch điện tử", "Căn cứ Nghị định số 30/2020/NĐ-CP", "Theo đề nghị của Chánh Văn phòng"),
    body=(Block("article", "Ban hành kèm theo Quyết định này Quy chế quản lý phần mềm của Sở Khoa học và Công nghệ.", "Điều 1."),),
    signature_block=("Giám đốc",),
    signer="Nguyễn Thị Thu Hà",
    recipients=("Như Điều 2",),
)


def expected_of(layout):
    """What the record of such a draft says."""
    titles = {"official_letter": "Công văn", "decision": "Quyết định"}
    return Expected(
        document_type=layout.document_type,
        type_title=titles[layout.document_type],
        agency=layout.agency,
        parent=layout.parent,
        symbol=layout.symbol,
        place=layout.place,
        subject=layout.subject,
        signature_blocks=(tuple(line.upper() for line in layout.signature_block),),
        signer=layout.signer,
        urgency=layout.urgency,
    )


composed = cache(compose)


def damaged(fault, layout=LETTER):
    """bytes of the draft with ``fault`` (callable of Document) done to it."""
    document = Document(BytesIO(composed(layout)))
    fault(document)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def paragraph(document, beginning):
    """The first paragraph that begins so, tables included."""
    return next(p for p, _cell in paragraphs(document) if p.text.replace("\u00a0", " ").strip().startswith(beginning))
