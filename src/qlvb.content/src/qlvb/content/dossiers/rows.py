"""Rows of a dossier catalogue as edited in tables."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


class IHeadingRow(Interface):
    """Đề mục (NĐ 30/2020 Phụ lục V Mục I)."""

    key = schema.ASCIILine(title=_("dossier_heading_key", default="Mã"), max_length=20, required=True)
    symbol = schema.TextLine(title=_("dossier_heading_symbol", default="Chữ viết tắt"), max_length=20, required=True)
    title = schema.TextLine(title=_("dossier_heading_title", default="Tên đề mục"), max_length=200, required=True)


class IEntryRow(Interface):
    """Dòng danh mục hồ sơ (NĐ 30/2020 Phụ lục V)."""

    number = schema.Int(title=_("dossier_entry_number", default="Số"), min=1, max=9999, required=True)
    heading = schema.TextLine(title=_("dossier_entry_heading", default="Đề mục"), max_length=200, required=True)
    title = schema.TextLine(title=_("dossier_entry_title", default="Tiêu đề hồ sơ"), max_length=500, required=True)
    retention_kind = schema.Choice(
        title=_("dossier_retention_kind", default="Thời hạn bảo quản"), vocabulary="qlvb.retention_kinds", required=True
    )
    retention_years = schema.Int(title=_("dossier_retention_years", default="Số năm"), min=2, max=70, required=False)
    row = schema.ASCIILine(
        title=_("dossier_retention_row", default="Dòng bảng thời hạn"), max_length=30, required=False
    )
    basis = schema.TextLine(
        title=_("dossier_retention_basis", default="Căn cứ thời hạn"), max_length=200, required=False
    )
    holder = schema.TextLine(title=_("dossier_holder", default="Người lập hồ sơ"), max_length=100, required=False)
    note = schema.TextLine(title=_("dossier_note", default="Ghi chú"), max_length=500, required=False)
