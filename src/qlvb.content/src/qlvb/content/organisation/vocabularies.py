"""Value lists of the organisation."""

from Acquisition import aq_base
from plone import api
from qlvb.content import _
from qlvb.content.organisation.interfaces import FUNCTIONS
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


SECTION_KINDS = (
    "departments",
    "posts",
    "incoming",
    "outgoing",
    "registers",
    "dossiers",
    "delegations",
    "tasks",
    "notes",
    "opinions",
    "transfers",
    "holds",
    "disposals",
    "stores",
    "readings",
    "requests",
)
PEOPLE = "people"
CAPACITIES = ("direct", "on_behalf", "acting", "deputy", "by_order", "by_authorisation", "none")

FUNCTION_TITLES = {
    "leader": _("organisation_function_leader", default="Lãnh đạo cơ quan"),
    "unit_leader": _("organisation_function_unit_leader", default="Lãnh đạo phòng, đơn vị"),
    "appraiser": _("organisation_function_appraiser", default="Thẩm định văn bản"),
    "specialist": _("organisation_function_specialist", default="Chuyên viên"),
    "clerk": _("organisation_function_clerk", default="Văn thư"),
    "archivist": _("organisation_function_archivist", default="Lưu trữ"),
    "agency_admin": _("organisation_function_agency_admin", default="Quản trị đơn vị"),
    "member": _("organisation_function_member", default="Người của cơ quan"),
}

CAPACITY_TITLES = {
    "direct": _("organisation_capacity_direct", default="Ký trực tiếp (người đứng đầu)"),
    "on_behalf": _("organisation_capacity_on_behalf", default="TM. (thay mặt tập thể)"),
    "acting": _("organisation_capacity_acting", default="Q. (quyền)"),
    "deputy": _("organisation_capacity_deputy", default="KT. (ký thay)"),
    "by_order": _("organisation_capacity_by_order", default="TL. (thừa lệnh)"),
    "by_authorisation": _("organisation_capacity_by_authorisation", default="TUQ. (thừa ủy quyền)"),
    "none": _("organisation_capacity_none", default="Không ký văn bản"),
}

SECTION_TITLES = {
    "departments": _("organisation_section_departments", default="Phòng ban"),
    "posts": _("organisation_section_posts", default="Chức vụ"),
    "incoming": _("organisation_section_incoming", default="Văn bản đến"),
    "outgoing": _("organisation_section_outgoing", default="Văn bản đi"),
    "registers": _("organisation_section_registers", default="Sổ văn bản"),
    "dossiers": _("organisation_section_dossiers", default="Hồ sơ công việc"),
    "delegations": _("organisation_section_delegations", default="Ủy quyền và vắng mặt"),
    "tasks": _("organisation_section_tasks", default="Nhiệm vụ"),
    "notes": _("organisation_section_notes", default="Phiếu trình"),
    "opinions": _("organisation_section_opinions", default="Cho ý kiến dự thảo"),
    "transfers": _("organisation_section_transfers", default="Thu nộp hồ sơ"),
    "holds": _("organisation_section_holds", default="Tạm dừng hủy"),
    "disposals": _("organisation_section_disposals", default="Xác định giá trị và hủy"),
    "stores": _("organisation_section_stores", default="Kho giấy"),
    "readings": _("organisation_section_readings", default="Khai thác sử dụng"),
    "requests": _("organisation_section_requests", default="Yêu cầu tài khoản"),
    PEOPLE: _("organisation_section_people", default="Cán bộ"),
}


def _vocabulary(titles):
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in titles.items()])


@provider(IVocabularyFactory)
def functions(context):
    """Functions a post can carry; ``member`` is implied by every post and not offered."""
    return _vocabulary({name: FUNCTION_TITLES[name] for name in FUNCTIONS if name != "member"})


@provider(IVocabularyFactory)
def capacities(context):
    """Signing capacities (NĐ 30/2020 Điều 13)."""
    return _vocabulary(CAPACITY_TITLES)


@provider(IVocabularyFactory)
def section_kinds(context):
    """Kinds of sections."""
    return _vocabulary(SECTION_TITLES)


@provider(IVocabularyFactory)
def agencies(context):
    """All agencies of the site, by path id."""
    return SimpleVocabulary([SimpleTerm(info.id, info.id, info.title) for info in getUtility(IDirectory).agencies()])


@provider(IVocabularyFactory)
def departments(context):
    """Departments of the agency that ``context`` lies in."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(context if hasattr(context, "aq_parent") else api.portal.get())
    found = directory.departments(agency.id) if agency else []
    return SimpleVocabulary([SimpleTerm(info.id, info.id, info.title) for info in (*found, *_closed(context, agency))])


def _closed(context, agency):
    """The closed department that an older record names: it may keep what it says. List of none or one."""
    names = [getattr(aq_base(context), field, None) for field in ("drafting_unit", "department")]
    found = [getUtility(IDirectory).department(agency.id, name) for name in names if agency and isinstance(name, str)]
    return [info for info in found if info is not None and info.closed_on]
