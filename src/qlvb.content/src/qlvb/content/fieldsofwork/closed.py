"""Where an agency takes only fields of work of its list: asked of what people enter, never of what comes from others or
stands there already.
"""

from qlvb.content import _
from qlvb.content.fieldsofwork.interfaces import IFieldsOfWork
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.violations import Violation
from zope.component import getUtility


NAME = "field_of_work"


def closed_violations(agency_id, data, stored=""):
    """Violations of ``data`` (dict of a document's values) in an agency: list. ``stored``: what the record says now."""
    value = data.get(NAME)
    if not isinstance(value, str) or not value.strip() or fold(value) == fold(stored or ""):
        return []
    fields = IFieldsOfWork(getUtility(IDirectory).agency_object(agency_id))
    if not fields.closed or fold(value) in {fold(one.title) for one, _place in fields.offered()}:
        return []
    message = _(
        "violation_field_of_work_closed",
        default="Lĩnh vực “${title}” không có trong danh mục; cơ quan chỉ dùng lĩnh vực trong danh mục.",
        mapping={"title": " ".join(value.split())},
    )
    return [Violation(NAME, "field_of_work_closed", message)]
