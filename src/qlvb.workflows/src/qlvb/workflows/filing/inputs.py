"""What the acts of filing ask for."""

from plone.namedfile.field import NamedFile
from qlvb.content import _
from qlvb.content.retention.period import LONGEST
from qlvb.content.retention.period import SHORTEST
from zope import schema
from zope.interface import Interface


#: Shortest reason that says something.
REASON_LENGTH = 10


def _reason():
    return schema.Text(title=_("filing_reason", default="Lý do"), min_length=REASON_LENGTH, max_length=500)


class IFileInput(Interface):
    """Lưu hồ sơ."""

    dossiers = schema.List(
        title=_("filing_dossiers", default="Hồ sơ"),
        value_type=schema.Choice(vocabulary="qlvb.filing.open_dossiers"),
        min_length=1,
        max_length=50,
    )


class IArchivalFormInput(Interface):
    """Bổ sung bản PDF/A."""

    of = schema.Choice(
        title=_("filing_archival_of", default="Tệp chưa là PDF/A"), vocabulary="qlvb.filing.not_archival"
    )
    file = NamedFile(
        title=_("filing_archival_file", default="Bản PDF/A"),
        description=_(
            "filing_archival_file_help", default="Để trống thì hệ thống lập từ ảnh các trang của bản quét."
        ),
        required=False,
    )
    reason = _reason()


class IUnfileInput(Interface):
    """Đưa ra khỏi hồ sơ."""

    dossier = schema.Choice(title=_("filing_dossier", default="Hồ sơ"), vocabulary="qlvb.filing.dossiers_of_document")
    reason = _reason()


class IApproveCatalogueInput(Interface):
    """Duyệt danh mục hồ sơ."""

    decision = schema.TextLine(
        title=_("filing_decision", default="Số, ký hiệu quyết định ban hành danh mục"),
        max_length=100,
        required=False,
        default="",
        missing_value="",
    )


class IDraftDecisionInput(Interface):
    """Soạn quyết định ban hành danh mục."""

    signatory = schema.Choice(title=_("filing_signatory", default="Người ký"), vocabulary="qlvb.filing.agency_leaders")


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


class IOpenPartInput(Interface):
    """Lập hồ sơ con."""

    title = schema.TextLine(title=_("filing_title", default="Tiêu đề hồ sơ"), max_length=500)
    holder = schema.Choice(
        title=_("dossier_holder", default="Người lập hồ sơ"), vocabulary="qlvb.filing.agency_people"
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

    reason = _reason()


class IOwnPeriodInput(Interface):
    """Thời hạn riêng của văn bản; without a kind the document follows its dossiers again."""

    retention_kind = schema.Choice(
        title=_("filing_retention_kind", default="Thời hạn bảo quản"), vocabulary="qlvb.retention_kinds", required=False
    )
    retention_years = schema.Int(
        title=_("filing_retention_years", default="Số năm"), min=SHORTEST, max=LONGEST, required=False
    )
    retention_basis = schema.TextLine(
        title=_("dossier_retention_basis", default="Căn cứ thời hạn"),
        max_length=200,
        required=False,
        default="",
        missing_value="",
    )
    reason = _reason()


class IDetermineInput(Interface):
    """Xác định thời hạn of a dossier."""

    retention_row = schema.Choice(
        title=_("dossier_retention_row", default="Dòng bảng thời hạn"),
        vocabulary="qlvb.retention_schedule",
        required=False,
    )
    retention_kind = schema.Choice(
        title=_("filing_retention_kind", default="Thời hạn bảo quản"), vocabulary="qlvb.retention_kinds"
    )
    retention_years = schema.Int(
        title=_("filing_retention_years", default="Số năm"), min=SHORTEST, max=LONGEST, required=False
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
    reason = _reason()


class IFollowScheduleInput(Interface):
    """Theo bảng thời hạn."""

    reason = _reason()


class IShareInput(Interface):
    """Chia sẻ hồ sơ."""

    people = schema.List(
        title=_("filing_share_people", default="Người được xem"),
        value_type=schema.Choice(vocabulary="qlvb.filing.agency_people"),
        required=False,
        defaultFactory=list,
        missing_value=[],
        max_length=100,
    )
    units = schema.List(
        title=_("filing_share_units", default="Đơn vị được xem"),
        value_type=schema.Choice(vocabulary="qlvb.filing.agency_units"),
        required=False,
        defaultFactory=list,
        missing_value=[],
        max_length=50,
    )
    comment = schema.Text(
        title=_("filing_comment", default="Ghi chú"), max_length=500, required=False, default="", missing_value=""
    )


class IUnshareInput(Interface):
    """Thôi chia sẻ."""

    principals = schema.List(
        title=_("filing_shared_with", default="Đang được xem"),
        value_type=schema.Choice(vocabulary="qlvb.filing.shared_with"),
        min_length=1,
        max_length=200,
    )


class IHandOverInput(Interface):
    """Bàn giao hồ sơ."""

    receiver = schema.Choice(
        title=_("filing_receiver", default="Người nhận"), vocabulary="qlvb.filing.agency_people"
    )
    reason = _reason()


class IAcceptHandoverInput(Interface):
    """Tiếp nhận hồ sơ: what the receiver has counted in the list."""

    documents = schema.Int(title=_("filing_counted", default="Số văn bản đã đối chiếu"), min=0, max=100000)
    comment = schema.Text(
        title=_("filing_comment", default="Ghi chú"), max_length=500, required=False, default="", missing_value=""
    )


class IRefuseHandoverInput(Interface):
    """Từ chối tiếp nhận."""

    reason = _reason()


class ITemplateInput(Interface):
    """Chọn mẫu hồ sơ."""

    template = schema.Choice(
        title=_("dossier_template", default="Mẫu hồ sơ"), vocabulary="qlvb.filing.templates", required=False
    )
