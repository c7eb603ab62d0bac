"""Fields of dossier catalogues and dossiers (NĐ 30/2020 Điều 28, 29; Phụ lục V; Phụ lục VI Phần II mục III)."""

from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.autoform import directives
from plone.supermodel import model
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.additional.field import AdditionalValues
from qlvb.content.dossiers.rows import IEntryRow
from qlvb.content.dossiers.rows import IHeadingRow
from zope import schema
from zope.interface import Invalid
from zope.interface import invariant


class DatesWrong(Invalid):
    """The work on a dossier begins after today, or after it ended."""


class IDossierCatalogueSchema(model.Schema):
    """Danh mục hồ sơ."""

    title = schema.TextLine(title=_("catalogue_title", default="Tên danh mục"), max_length=200)
    directives.write_permission(year="cmf.ManagePortal")
    year = schema.Int(title=_("catalogue_year", default="Năm"), min=1945, max=2999)
    decision = schema.TextLine(
        title=_("catalogue_decision", default="Kèm theo Quyết định số"),
        required=False,
        max_length=100,
        missing_value="",
        default="",
    )
    directives.widget("headings", DataGridFieldFactory, auto_append=False)
    headings = schema.List(
        title=_("catalogue_headings", default="Đề mục"),
        value_type=DictRow(schema=IHeadingRow),
        required=False,
        max_length=200,
        defaultFactory=list,
        missing_value=[],
    )
    directives.widget("entries", DataGridFieldFactory, auto_append=False)
    entries = schema.List(
        title=_("catalogue_entries", default="Hồ sơ trong danh mục"),
        value_type=DictRow(schema=IEntryRow),
        required=False,
        max_length=5000,
        defaultFactory=list,
        missing_value=[],
    )


class IDossierSchema(model.Schema):
    """Hồ sơ."""

    directives.write_permission(
        code="cmf.ManagePortal",
        year="cmf.ManagePortal",
        entry="cmf.ManagePortal",
        end_date="cmf.ManagePortal",
        retention_kind="cmf.ManagePortal",
        retention_years="cmf.ManagePortal",
        retention_row="cmf.ManagePortal",
        retention_basis="cmf.ManagePortal",
        retention_event="cmf.ManagePortal",
        retention_extended="cmf.ManagePortal",
        template="cmf.ManagePortal",
    )
    code = schema.TextLine(title=_("dossier_code", default="Số và ký hiệu hồ sơ"), max_length=30)
    title = schema.TextLine(title=_("dossier_title", default="Tiêu đề hồ sơ"), max_length=500)
    year = schema.Int(title=_("dossier_year", default="Năm hình thành hồ sơ"), min=1945, max=2999)
    entry = schema.TextLine(
        title=_("dossier_entry", default="Dòng danh mục"), max_length=30, required=False, default="", missing_value=""
    )
    retention_kind = schema.Choice(
        title=_("dossier_retention_kind", default="Thời hạn bảo quản"),
        vocabulary="qlvb.retention_kinds",
        required=False,
    )
    retention_years = schema.Int(title=_("dossier_retention_years", default="Số năm"), min=2, max=70, required=False)
    retention_row = schema.ASCIILine(
        title=_("dossier_retention_row", default="Dòng bảng thời hạn"),
        max_length=30,
        required=False,
        default="",
        missing_value="",
    )
    retention_basis = schema.TextLine(
        title=_("dossier_retention_basis", default="Căn cứ thời hạn"),
        max_length=200,
        required=False,
        default="",
        missing_value="",
    )
    retention_event = schema.Date(
        title=_("dossier_retention_event", default="Ngày hết hiệu lực, hết tuổi thọ"), required=False
    )
    retention_extended = schema.Date(
        title=_("dossier_retention_extended", default="Kéo dài thời hạn đến ngày"), required=False
    )
    holder = schema.Choice(
        title=_("dossier_holder", default="Người lập hồ sơ"), vocabulary="qlvb.people", required=False
    )
    template = schema.ASCIILine(
        title=_("dossier_template", default="Mẫu hồ sơ"), max_length=40, required=False, default="", missing_value=""
    )
    access_conditions = schema.TextLine(
        title=_("dossier_access_conditions", default="Chế độ sử dụng"),
        max_length=100,
        required=False,
        default="",
        missing_value="",
    )
    language = schema.Choice(
        title=_("dossier_language", default="Ngôn ngữ"), vocabulary="qlvb.languages", required=False, default="vi"
    )
    start_date = schema.Date(title=_("dossier_start_date", default="Thời gian bắt đầu"), required=False)
    end_date = schema.Date(title=_("dossier_end_date", default="Thời gian kết thúc"), required=False)
    note = schema.Text(
        title=_("dossier_note", default="Ghi chú"), max_length=500, required=False, default="", missing_value=""
    )
    # The form draws a field of its own for each. It cannot be set to nothing, which would ask no rule.
    directives.omitted("additional")
    additional = AdditionalValues()

    @invariant
    def begun_before_it_ended(data):
        start, end = getattr(data, "start_date", None), getattr(data, "end_date", None)
        if start and start > clock.today():
            raise DatesWrong(_("dossier_error_start_future", default="Thời gian bắt đầu không được sau hôm nay."))
        if start and end and end < start:
            raise DatesWrong(
                _("dossier_error_reversed", default="Thời gian kết thúc không được trước thời gian bắt đầu.")
            )
