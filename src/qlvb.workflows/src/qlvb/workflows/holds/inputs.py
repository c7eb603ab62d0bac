"""What the acts of holds ask for."""

from qlvb.content import _
from qlvb.workflows.readings.naming import RecordName
from zope import schema
from zope.interface import Interface


class IPlaceInput(Interface):
    """Tạm dừng hủy: of a case that is known, its number alone."""

    case_number = schema.TextLine(
        title=_("hold_case", default="Số vụ việc"),
        description=_("hold_case_help", default="Vụ việc đã có: chỉ cần ghi số, các ô khác để trống."),
        max_length=60,
    )
    title = schema.TextLine(
        title=_("hold_title", default="Tên vụ việc"), max_length=300, required=False, default="", missing_value=""
    )
    reason = schema.Text(
        title=_("hold_reason", default="Lý do tạm dừng hủy"),
        max_length=2000,
        required=False,
        default="",
        missing_value="",
    )
    basis = schema.TextLine(
        title=_("hold_basis", default="Căn cứ (văn bản yêu cầu, số, ngày)"),
        max_length=300,
        required=False,
        default="",
        missing_value="",
    )


class IRecordsInput(Interface):
    """Thêm vào vụ việc."""

    records = schema.List(
        title=_("hold_records", default="Hồ sơ, văn bản"),
        description=_(
            "record_names_help", default="Mỗi dòng một mã hồ sơ (02.CNTT/2024) hoặc số, ký hiệu văn bản (15/QĐ-SKHCN)."
        ),
        value_type=RecordName(max_length=64),
        min_length=1,
        max_length=500,
    )


class IRemoveInput(IRecordsInput):
    """Đưa ra khỏi vụ việc."""

    reason = schema.Text(title=_("hold_remove_reason", default="Lý do"), min_length=10, max_length=2000)


class IReleaseInput(Interface):
    """Giải tỏa."""

    reason = schema.Text(title=_("hold_release_reason", default="Lý do giải tỏa"), min_length=10, max_length=2000)
