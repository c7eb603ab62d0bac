"""Fields of a delegation (NĐ 30/2020 Điều 13: in writing, limited in time and content)."""

from plone.supermodel import model
from qlvb.content import _
from zope import schema


class IDelegationSchema(model.Schema):
    """Ủy quyền: giver, receiver, period, scope, basis."""

    giver = schema.TextLine(title=_("delegation_giver", default="Người ủy quyền"), max_length=64)
    receiver = schema.TextLine(title=_("delegation_receiver", default="Người được ủy quyền"), max_length=64)
    valid_from = schema.Date(title=_("delegation_from", default="Từ ngày"))
    valid_to = schema.Date(title=_("delegation_to", default="Đến ngày"))
    mode = schema.Choice(title=_("delegation_mode", default="Mức ủy quyền"), vocabulary="qlvb.delegation_modes")
    directions = schema.List(
        title=_("delegation_directions", default="Áp dụng cho"),
        description=_(
            "delegation_directions_help",
            default="Để trống: cả văn bản đến và văn bản đi.",
        ),
        value_type=schema.Choice(vocabulary="qlvb.delegation_directions"),
        required=False,
        defaultFactory=list,
        missing_value=[],
    )
    tasks = schema.Bool(
        title=_("delegation_tasks", default="Cả nhiệm vụ chờ người ủy quyền"),
        description=_(
            "delegation_tasks_help",
            default="Tiếp nhận, duyệt kết quả, trả lời đề xuất gia hạn và đóng. Nhiệm vụ mật không ủy quyền được.",
        ),
        required=False,
        default=False,
    )
    document_types = schema.List(
        title=_("delegation_types", default="Loại văn bản"),
        description=_(
            "delegation_types_help",
            default="Để trống: mọi loại văn bản. Phiếu trình theo loại của các dự thảo kèm theo.",
        ),
        value_type=schema.Choice(vocabulary="qlvb.document_types"),
        required=False,
        defaultFactory=list,
        missing_value=[],
    )
    basis = schema.TextLine(
        title=_("delegation_basis", default="Văn bản ủy quyền (số, ngày)"),
        required=False,
        max_length=200,
        default="",
        missing_value="",
    )
    basis_document = schema.TextLine(
        title=_("delegation_basis_document", default="Văn bản ủy quyền trong hệ thống"),
        required=False,
        max_length=64,
        default="",
        missing_value="",
    )
    reason = schema.Text(
        title=_("delegation_reason", default="Lý do, phạm vi công việc"),
        required=False,
        max_length=2000,
        default="",
        missing_value="",
    )
