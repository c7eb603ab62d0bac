"""Fields of the organisation's types."""

from plone.autoform import directives
from plone.supermodel import model
from qlvb.content import _
from qlvb.content.organisation.fields import Identifier
from qlvb.content.organisation.fields import Userid
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Invalid
from zope.interface import invariant


class PeriodReversed(Invalid):
    """A post that ends before it begins."""


class IAgencySchema(model.Schema):
    """Cơ quan, tổ chức."""

    title = schema.TextLine(title=_("organisation_label_agency_title", default="Tên cơ quan"), max_length=200)
    symbol = schema.TextLine(
        title=_("organisation_label_symbol", default="Chữ viết tắt trong ký hiệu văn bản"), max_length=30
    )
    directives.write_permission(identifier="cmf.ManagePortal", parent="cmf.ManagePortal", level="cmf.ManagePortal")
    identifier = Identifier(
        title=_("organisation_label_identifier", default="Mã định danh điện tử"),
        description=_("organisation_help_identifier", default="Theo Quyết định 20/2020/QĐ-TTg, ví dụ H99.12"),
        max_length=35,
    )
    parent = schema.Choice(
        title=_("organisation_label_parent", default="Cơ quan chủ quản"),
        vocabulary="qlvb.agencies",
        required=False,
    )
    level = schema.Int(title=_("organisation_label_level", default="Cấp mã định danh"), min=1, max=4, default=2)
    collective = schema.Bool(
        title=_("organisation_label_collective", default="Làm việc theo chế độ tập thể (ký TM.)"),
        required=False,
        default=False,
    )
    archive_source = schema.Bool(
        title=_("organisation_label_archive_source", default="Thuộc nguồn nộp lưu vào lưu trữ lịch sử"),
        required=False,
        default=False,
    )
    body_name = schema.TextLine(
        title=_("organisation_label_body_name", default="Tên in hoa trên văn bản"),
        max_length=200,
        required=False,
    )
    head_title = schema.TextLine(
        title=_("organisation_label_head_title", default="Chức vụ người đứng đầu"), max_length=100
    )
    place = schema.TextLine(title=_("organisation_label_place", default="Địa danh"), max_length=100)
    address = schema.TextLine(
        title=_("organisation_label_address", default="Địa chỉ"), max_length=250, required=False
    )


class IDepartmentSchema(model.Schema):
    """Phòng, ban, trung tâm."""

    title = schema.TextLine(title=_("organisation_label_department_title", default="Tên phòng ban"), max_length=200)
    symbol = schema.TextLine(
        title=_("organisation_label_department_symbol", default="Chữ viết tắt"), max_length=30, required=False
    )
    rank = schema.Int(title=_("organisation_label_rank", default="Thứ tự"), min=0, max=9999, default=100)


class IPostSchema(model.Schema):
    """Chức vụ tại một đơn vị, và người giữ. Who holds it is said on ``@@assign``, not in the form."""

    directives.omitted("holder", "valid_from", "valid_to", "past_holders")
    directives.widget(functions=CheckBoxFieldWidget)

    title = schema.TextLine(title=_("organisation_label_post_title", default="Chức vụ"), max_length=150)
    department = schema.Choice(
        title=_("organisation_label_department", default="Phòng ban"),
        vocabulary="qlvb.departments",
        required=False,
    )
    functions = schema.Set(
        title=_("organisation_label_functions", default="Chức năng"),
        value_type=schema.Choice(vocabulary="qlvb.functions"),
        required=False,
    )
    capacity = schema.Choice(
        title=_("organisation_label_capacity", default="Thẩm quyền ký"),
        vocabulary="qlvb.capacities",
        default="none",
    )
    rank = schema.Int(title=_("organisation_label_rank", default="Thứ tự"), min=0, max=9999, default=100)
    holder = Userid(
        title=_("organisation_label_holder", default="Người giữ (tài khoản)"), max_length=64, required=False
    )
    valid_from = schema.Date(title=_("organisation_label_valid_from", default="Từ ngày"), required=False)
    valid_to = schema.Date(title=_("organisation_label_valid_to", default="Đến ngày"), required=False)

    past_holders = schema.Tuple(
        title=_("organisation_label_past_holders", default="Người đã giữ"),
        value_type=schema.Dict(),
        required=False,
        readonly=True,
    )

    @invariant
    def period(data):
        start, end = getattr(data, "valid_from", None), getattr(data, "valid_to", None)
        if start and end and end < start:
            raise PeriodReversed(
                _("organisation_error_period", default="Ngày kết thúc không được trước ngày bắt đầu.")
            )


class IPersonSchema(model.Schema):
    """Cán bộ, công chức có tài khoản; ``id`` is the userid."""

    title = schema.TextLine(title=_("organisation_label_fullname", default="Họ và tên"), max_length=150)
    email = schema.TextLine(title=_("organisation_label_email", default="Thư công vụ"), max_length=254, required=False)
    phone = schema.TextLine(title=_("organisation_label_phone", default="Số ĐT"), max_length=30, required=False)
    active = schema.Bool(title=_("organisation_label_active", default="Đang làm việc"), required=False, default=True)

    directives.write_permission(home_agency="cmf.ManagePortal")
    home_agency = schema.Choice(
        title=_("organisation_label_home_agency", default="Cơ quan quản lý tài khoản"),
        vocabulary="qlvb.agencies",
        required=False,
    )


class ISectionSchema(model.Schema):
    """Mục cố định của cơ quan."""

    title = schema.TextLine(title=_("organisation_label_section_title", default="Tên mục"), max_length=100)
    kind = schema.Choice(
        title=_("organisation_label_section_kind", default="Loại mục"), vocabulary="qlvb.section_kinds"
    )
