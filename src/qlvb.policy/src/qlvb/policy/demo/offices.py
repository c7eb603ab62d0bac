"""What administrators and clerks of the demonstration province have set up: groups, routes, templates, feedback.

Made after the stories, whose documents keep the routes that they set out with.
"""

from plone import api
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.personal.interfaces import IPersonalDocuments
from qlvb.content.recipientgroups.interfaces import IRecipientGroups
from qlvb.content.templates.decree import decree_template
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.policy.feedback.interfaces import IRemarks
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.routes.interfaces import IReviewRoutes
from qlvb.workflows.routes.values import routes_from
from zope.component import getUtility


AGENCY, CLERK, ADMINISTRATOR = "skhcn", "vanthuskhcn", "skhcnqtdv"
SYSTEM = "quantri"
#: Fields of work of the province, and those that the agency has beside them.
FIELDS = ("Nội vụ", "Tài chính", "Chuyển đổi số", "Khoa học và công nghệ", "Đất đai, môi trường", "Y tế", "Giáo dục")
AGENCY_FIELDS = ("Sở hữu trí tuệ", "Tiêu chuẩn, đo lường, chất lượng")
SPECIALIST = "leminhanh"
PERSONAL = (
    {"subject": "Sổ tay xử lý sự cố máy chủ", "note": "Gọi trực ban trước khi khởi động lại; ghi giờ vào sổ giao ca."},
    {"subject": "Mẫu câu hay dùng khi thẩm định phần mềm", "note": "Đủ bản quyền; có tài liệu hướng dẫn; đã chạy thử."},
)
GROUPS = (
    ("Các cơ quan trong tỉnh", ("ubnd-tinh", "snv", "ubnd-xa-phu-lam"), ()),
    ("Báo chí tỉnh Sơn Hải", (), ("Báo Sơn Hải", "Đài Phát thanh và Truyền hình Sơn Hải")),
)
#: Kinds of documents that the stories do not have, so that what is tried out with them meets no route.
ROUTES = (
    {
        "title": "Quy chế, quy định",
        "document_types": ["internal_regulation", "rules"],
        "stations": [
            {"kind": "review", "who": "unit_leader", "unit": "drafting"},
            {"kind": "sign", "who": "signatory"},
        ],
    },
)
TEMPLATES = (("Công văn của Sở", "official_letter"), ("Thông báo của Sở", "notice"))
REMARKS = (
    (
        AGENCY,
        "leminhanh",
        {
            "group": "outgoing",
            "screen": "add-outgoing",
            "kind": "suggestion",
            "text": "Khi chọn nhóm nơi nhận muốn bỏ bớt một nơi ngay trong danh sách.",
            "proposal": "Thêm nút bỏ ở từng dòng nơi nhận.",
        },
        "Đã có: bấm dấu × ở cuối dòng nơi nhận.",
    ),
    (
        AGENCY,
        CLERK,
        {
            "group": "catalogues",
            "screen": "view Register",
            "kind": "fault",
            "text": "In sổ ra giấy A4 ngang bị mất cột Ghi chú.",
            "proposal": "",
        },
        "",
    ),
    (
        "snv",
        "vuhaiyen",
        {
            "group": "incoming",
            "screen": "worklist incoming.unread",
            "kind": "",
            "text": "Muốn xem được hạn xử lý của phòng bên cạnh hạn của cơ quan.",
            "proposal": "",
        },
        "",
    ),
)


def create_offices():
    """Everything above, once; what is there already stays."""
    directory = getUtility(IDirectory)
    agency = directory.agency_object(AGENCY)
    _groups(directory, agency)
    for place, titles, by in ((api.portal.get(), FIELDS, SYSTEM), (agency, AGENCY_FIELDS, ADMINISTRATOR)):
        if not IFieldsOfWork(place).all():
            for title in titles:
                IFieldsOfWork(place).add(title, by)
    if not IReviewRoutes(agency).versions():
        IReviewRoutes(agency).save(routes_from([dict(route) for route in ROUTES]), ADMINISTRATOR)
    templates = IAgencyTemplates(agency)
    if not templates.all():
        for title, kind in TEMPLATES:
            templates.add(title, kind, f"{kind}.docx", decree_template(kind), ADMINISTRATOR)
    if not any(IRemarks(directory.agency_object(info.id)).all() for info in directory.agencies()):
        _remarks(directory)
    personal = getUtility(IPersonalDocuments)
    if not personal.count(SPECIALIST):
        for values in PERSONAL:
            personal.add(SPECIALIST, values)
    if not AllowedServers().all:
        AllowedServers().change(["imap.sonhai.example:993"])


def _groups(directory, agency):
    groups = IRecipientGroups(agency)
    if groups.all():
        return
    for title, inside, outside in GROUPS:
        infos = [directory.agency(agency_id) for agency_id in inside]
        rows = [{"name": info.title, "agency": info.id, "identifier": info.identifier} for info in infos]
        groups.save(title, [*rows, *({"name": name, "channel": "outside"} for name in outside)], CLERK)


def _remarks(directory):
    for agency_id, author, values, answer in REMARKS:
        remarks = IRemarks(directory.agency_object(agency_id))
        made = remarks.add(author, values)
        if answer:
            remarks.answer(made.id, answer, ADMINISTRATOR)
