"""What the acts of filing ask for."""

from qlvb.content import _
from qlvb.content.retention.period import LONGEST
from qlvb.content.retention.period import SHORTEST
from zope import schema
from zope.interface import Interface


#: Shortest reason that says something.
REASON_LENGTH = 10


class IFileInput(Interface):
    """Lưu hồ sơ."""

    dossiers = schema.List(
        title=_("filing_dossiers", default="Hồ sơ"),
        value_type=schema.Choice(vocabulary="qlvb.filing.open_dossiers"),
        min_length=1,
        max_length=50,
    )


class IUnfileInput(Interface):
    """Đưa ra khỏi hồ sơ."""

    dossier = schema.Choice(title=_("filing_dossier", default="Hồ sơ"), vocabulary="qlvb.filing.dossiers_of_document")
    reason = schema.Text(title=_("filing_reason", default="Lý do"), min_length=REASON_LENGTH, max_length=500)


class IApproveCatalogueInput(Interface):
    """Duyệt danh mục hồ sơ."""

    decision = schema.TextLine(
        title=_("filing_decision", default="Số, ký hiệu quyết định ban hành danh mục"),
        max_length=100,
        required=False,
        default="",
        missing_value="",
    )


class IOpenDossierInput(Interface):
    """Mở hồ sơ: from an entry, or under a heading when the catalogue does not foresee it (NĐ 30/2020 Điều 29.2)."""

    entry = schema.Choice(
        title=_("filing_entry", default="Hồ sơ trong danh mục"),
        vocabulary="qlvb.filing.unopened_entries",
        required=False,
    )
    heading = schema.Choice(
        title=_("filing_heading", default="Đề mục (khi danh mục chưa có hồ sơ này)"),
        vocabulary="qlvb.filing.headings",
        required=False,
    )
    title = schema.TextLine(
        title=_("filing_title", default="Tiêu đề hồ sơ"), max_length=500, required=False, default="", missing_value=""
    )
    retention_kind = schema.Choice(
        title=_("filing_retention_kind", default="Thời hạn bảo quản"), vocabulary="qlvb.retention_kinds", required=False
    )
    retention_years = schema.Int(
        title=_("filing_retention_years", default="Số năm"), min=SHORTEST, max=LONGEST, required=False
    )


class ICloseInput(Interface):
    """Kết thúc hồ sơ; the retention is determined again (NĐ 30/2020 Điều 29.4)."""

    end_date = schema.Date(title=_("filing_end_date", default="Ngày kết thúc công việc"))
    retention_kind = schema.Choice(
        title=_("filing_retention_kind", default="Thời hạn bảo quản"), vocabulary="qlvb.retention_kinds"
    )
    retention_years = schema.Int(
        title=_("filing_retention_years", default="Số năm"), min=SHORTEST, max=LONGEST, required=False
    )


class IReopenInput(Interface):
    """Mở lại hồ sơ."""

    reason = schema.Text(title=_("filing_reason", default="Lý do"), min_length=REASON_LENGTH, max_length=500)
