"""What may not simply be deleted: agencies with records, sections with anything, departments with posts.

A department that is no more is dissolved by a plan, which hands its people and its open work on; deleted, both would
stand for a place that nobody can name any more.
"""

from Acquisition import aq_base
from qlvb.content import _
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.violations import Violation


#: Sections of an agency that hold no records: its staff, and the books before anything is entered.
WITHOUT_RECORDS = ("departments", "posts", "registers")
RULE = "NĐ 30/2020 Điều 30, 31"


def _deleted(part, event):
    """bool: ``part`` itself is going to be deleted, neither moved nor taken away with what is around it."""
    return aq_base(event.object) is aq_base(part) and event.oldParent is not None and event.newParent is None


def keep_agency(agency, event):
    """:raises RecordHeld: 403, the agency has records."""
    if _deleted(agency, event) and any(len(one) for one in agency.objectValues() if one.getId() not in WITHOUT_RECORDS):
        message = _(
            "violation_agency_kept",
            default="Không xóa được ${name}: cơ quan còn văn bản, hồ sơ hoặc dữ liệu khác.",
            mapping={"name": agency.title},
        )
        raise RecordHeld(Violation("", "agency_kept", message, RULE))


def keep_section(section, event):
    """:raises RecordHeld: 403, there is something in the section."""
    if _deleted(section, event) and len(section):
        message = _(
            "violation_section_kept",
            default="Không xóa được mục “${name}”: mục này còn ${count} mục con.",
            mapping={"name": section.title, "count": str(len(section))},
        )
        raise RecordHeld(Violation("", "section_kept", message))


def keep_department(department, event):
    """:raises RecordHeld: 403, posts belong to the department."""
    if not _deleted(department, event):
        return
    posts = getattr(department.aq_inner.aq_parent.aq_parent, "posts", None)
    own = [one for one in posts.objectValues() if one.department == department.getId()] if posts is not None else []
    if own:
        message = _(
            "violation_department_kept",
            default="Không xóa được ${name}: còn ${count} chức vụ. Hãy lập kế hoạch sắp xếp (giải thể, nhập vào đơn vị "
            "khác) để người và việc đang xử lý được chuyển tiếp.",
            mapping={"name": department.title, "count": str(len(own))},
        )
        raise RecordHeld(Violation("", "department_kept", message))
