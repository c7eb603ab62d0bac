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
NOT_SETTLED = _("consultation_not_settled", default="Đang xem xét")
NEVER_SETTLED = _("consultation_never_settled", default="Không giải trình")
DECISION_TITLES = {
    "accepted": _("consultation_accepted", default="Tiếp thu"),
    "rejected": _("consultation_rejected", default="Không tiếp thu"),
}


def name_of(principal):
    """str: a person's full name, the title of the department whose leaders a group holds, or that of an agency."""
    directory = getUtility(IDirectory)
    if "." not in principal:
        return directory.person(principal).fullname
    agency_id, _dot, rest = principal.partition(".")
    unit = rest.rpartition(".")[0]
    found = directory.department(agency_id, unit) if unit else directory.agency(agency_id)
    return found.title if found is not None else principal
