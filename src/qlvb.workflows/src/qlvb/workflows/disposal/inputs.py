"""What the acts of a disposal ask for."""

from plone.namedfile.field import NamedFile
from qlvb.content import _
from qlvb.content.disposals.interfaces import CHOICES
from qlvb.content.disposals.interfaces import REASONS
from qlvb.workflows.readings.naming import RecordName
from zope import schema
from zope.interface import Interface
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


CHOICE_TITLES = {
    "destroy": _("disposal_choice_destroy", default="Đồng ý hủy"),
    "keep": _("disposal_choice_keep", default="Giữ lại"),
}
REASON_TITLES = {
    "expired": _("disposal_reason_expired", default="Hết thời hạn lưu trữ"),
    "duplicate": _("disposal_reason_duplicate", default="Trùng lặp"),
}


KEEPER = _("disposal_keeper", default="Người giao (quản lý kho)")
WITNESS = _("disposal_witness", default="Người chứng kiến")


def _vocabulary(values, titles):
    return SimpleVocabulary([SimpleTerm(value, value, titles[value]) for value in values])


@provider(IVocabularyFactory)
def choices(context):
    """What a member of the council says. A form proposes the first: keeping, which can be taken back."""
    return _vocabulary(CHOICES[::-1], CHOICE_TITLES)


@provider(IVocabularyFactory)
def reasons(context):
    """Why a record is on the list."""
    return _vocabulary(REASONS, REASON_TITLES)


NAMES_HELP = _(
    "record_names_help", default="Mỗi dòng một mã hồ sơ (02.CNTT/2024) hoặc số, ký hiệu văn bản (15/QĐ-SKHCN)."
)


def _uids(title, required=True):
    return schema.List(
        title=title,
        description=NAMES_HELP,
        value_type=RecordName(max_length=64),
        required=required,
        max_length=5000,
        defaultFactory=list,
        missing_value=[],
    )


def _number(title):
    return schema.TextLine(title=title, max_length=60)


def _person(title):
    return schema.Choice(title=title, vocabulary="qlvb.people")


def _people(title):
    return schema.List(title=title, value_type=schema.Choice(vocabulary="qlvb.people"), min_length=1, max_length=9)


def _password():
    return schema.Password(
        title=_("disposal_password", default="Mật khẩu của anh/chị"),
        description=_(
            "disposal_password_help", default="Nhập lại mật khẩu: hết thời gian chờ, việc tiêu hủy không hoàn tác được."
        ),
        max_length=200,
    )


def _text(title):
    return schema.Text(title=title, max_length=4000, required=False, missing_value="")


class IExplanationInput(Interface):
    """Sửa bản thuyết minh."""

    title = schema.TextLine(title=_("disposal_title", default="Tên đợt xét hủy"), max_length=300)
    fonds = schema.TextLine(title=_("disposal_fonds", default="Phông (khối) tài liệu"), max_length=300)
    formation = _text(_("disposal_formation", default="Sự hình thành khối tài liệu"))
    contents = _text(_("disposal_contents", default="Thành phần và nội dung chủ yếu"))
    other_groups = _text(_("disposal_other_groups", default="Các nhóm tài liệu khác"))


class IItemsInput(Interface):
    """Đưa vào danh mục hết giá trị."""

    items = _uids(_("disposal_items", default="Hồ sơ, văn bản"))
    reason = schema.Choice(
        title=_("disposal_reason", default="Lý do hủy"), vocabulary="qlvb.disposal_reasons", default="expired"
    )


class ITakeOutInput(Interface):
    """Đưa ra khỏi danh mục."""

    items = _uids(_("disposal_items", default="Hồ sơ, văn bản"))
    why = schema.Text(title=_("disposal_why", default="Lý do"), max_length=2000)


class IConveneInput(Interface):
    """Trình Hội đồng."""

    decision_number = _number(_("disposal_council_number", default="Quyết định thành lập Hội đồng số"))
    decision_date = schema.Date(title=_("disposal_council_date", default="Ngày quyết định"))
    chair = _person(_("council_chair", default="Chủ tịch"))
    secretary = _person(_("council_secretary", default="Thư ký"))
    unit = _people(_("council_unit", default="Đại diện đơn vị có tài liệu"))
    expert = _people(_("council_expert", default="Người am hiểu lĩnh vực"))


class IVoteInput(Interface):
    """Biểu quyết."""

    items = _uids(_("disposal_vote_items", default="Hồ sơ, văn bản (để trống: tất cả phần chưa biểu quyết)"), False)
    choice = schema.Choice(title=_("disposal_choice", default="Ý kiến"), vocabulary="qlvb.disposal_choices")
    why = schema.Text(title=_("disposal_why", default="Lý do"), max_length=2000)


class ITieInput(Interface):
    """Quyết định khi số phiếu bằng nhau."""

    items = _uids(_("disposal_tie_items", default="Hồ sơ, văn bản (để trống: tất cả phần số phiếu bằng nhau)"), False)
    choice = schema.Choice(title=_("disposal_choice", default="Ý kiến"), vocabulary="qlvb.disposal_choices")
    why = schema.Text(title=_("disposal_why", default="Lý do"), max_length=2000)


class IAbsenceInput(Interface):
    """Ghi nhận vắng mặt."""

    member = schema.Choice(
        title=_("disposal_absent", default="Thành viên vắng mặt"), vocabulary="qlvb.council_absentees"
    )
    why = schema.Text(title=_("disposal_why", default="Lý do"), max_length=500)


class IPresenceInput(Interface):
    """Bỏ ghi nhận vắng mặt."""

    member = schema.Choice(title=_("disposal_present", default="Thành viên"), vocabulary="qlvb.council_absent")


class IConcludeInput(Interface):
    """Chốt biên bản."""

    keep_years = schema.Int(
        title=_("disposal_keep_years", default="Hồ sơ giữ lại: bảo quản thêm đến đủ (năm)"),
        description=_(
            "disposal_keep_years_help", default="Để trống: hồ sơ giữ lại ra khỏi danh mục, thời hạn không đổi."
        ),
        min=2,
        max=70,
        required=False,
    )


class IOpinionInput(Interface):
    """Ghi nhận ý kiến của cơ quan có thẩm quyền."""

    number = _number(_("disposal_opinion_number", default="Văn bản cho ý kiến số"))
    date = schema.Date(title=_("disposal_opinion_date", default="Ngày"))
    body = schema.TextLine(title=_("disposal_opinion_body", default="Cơ quan cho ý kiến"), max_length=200)
    file = NamedFile(title=_("disposal_opinion_file", default="Tệp văn bản cho ý kiến (PDF)"))
    kept = schema.List(
        title=_("disposal_opinion_kept", default="Hồ sơ, văn bản phải giữ lại"),
        description=NAMES_HELP,
        value_type=RecordName(max_length=64),
        required=False,
        defaultFactory=list,
        missing_value=[],
    )


class IDecideInput(Interface):
    """Quyết định hủy."""

    number = _number(_("disposal_decision_number", default="Quyết định hủy số"))
    file = NamedFile(
        title=_("disposal_decision_file", default="Quyết định đã ký (PDF)"),
        description=_("disposal_decision_file_help", default="Tệp có chữ ký số của anh/chị, hoặc bản quét bản giấy."),
    )
    paper = schema.Bool(
        title=_(
            "disposal_decision_paper",
            default="Quyết định được ký trên giấy: tôi xác nhận tệp là bản quét đúng với bản giấy",
        ),
        required=False,
        default=False,
    )
    password = _password()


class IExecuteInput(Interface):
    """Ghi nhận tiêu hủy."""

    keeper = _person(KEEPER)
    witness = _person(WITNESS)
    password = _password()


class IWhyInput(Interface):
    """Hủy bỏ, dừng lại."""

    why = schema.Text(title=_("disposal_why", default="Lý do"), min_length=10, max_length=2000)
