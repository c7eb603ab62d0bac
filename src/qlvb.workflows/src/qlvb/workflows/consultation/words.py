"""How answers and decisions are called, and people and units named."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


ANSWER_TITLES = {
    "agree": _("consultation_agree", default="Đồng ý"),
    "disagree": _("consultation_disagree", default="Không đồng ý"),
    "other": _("consultation_other", default="Ý kiến khác"),
}
NOT_ANSWERED = _("consultation_not_answered", default="Chưa trả lời")
DECISION_TITLES = {
    "accepted": _("consultation_accepted", default="Tiếp thu"),
    "rejected": _("consultation_rejected", default="Không tiếp thu"),
}


def name_of(principal):
    """str: a person's full name, or the title of the department whose leaders a group holds."""
    directory = getUtility(IDirectory)
    if "." not in principal:
        return directory.person(principal).fullname
    agency, _dot, rest = principal.partition(".")
    department = directory.department(agency, rest.rpartition(".")[0])
    return department.title if department is not None else principal
