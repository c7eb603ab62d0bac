"""Opening a case, and finding it again by its number."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.holds.interfaces import RULE
from qlvb.content.holds.interfaces import IHold
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from uuid import uuid4
from zope.component import getUtility
from zope.i18nmessageid import Message


FIELDS = ("case_number", "title", "reason", "basis", "valid_from")
LENGTHS = {"case_number": 60, "title": 300, "reason": 2000, "basis": 300}
MISSING = {
    "case_number": _("violation_hold_case", default="Hãy ghi số vụ việc."),
    "title": _("violation_hold_title", default="Hãy ghi tên vụ việc."),
    "reason": _("violation_hold_reason", default="Hãy nêu lý do tạm dừng hủy."),
    "basis": _("violation_hold_basis", default="Hãy ghi văn bản yêu cầu tạm dừng hủy (số, ngày)."),
}
TOO_LONG = _("violation_hold_long", default="Tối đa ${max} ký tự.")


def holds_of(agency_id):
    """Every hold of the agency, released ones too: list."""
    section = getUtility(IDirectory).agency_object(agency_id)["holds"]
    return [hold for hold in section.objectValues() if IHold.providedBy(hold)]


def find_hold(agency_id, case_number):
    """The active hold of this case number, or None."""
    wanted = " ".join(case_number.split()).casefold()
    return next(
        (hold for hold in holds_of(agency_id) if hold.case_number.casefold() == wanted and state_of(hold) == "active"),
        None,
    )


def create_hold(agency_id, values, by):
    """Open a case and return the hold; ``values``: dict of FIELDS (``valid_from`` date, today by default).

    :raises Refused: 400 with every rule that is not met; 409 the case is open already.
    """
    values = nfc_tree({name: values.get(name) for name in FIELDS})
    for name in LENGTHS:
        given = values[name]
        values[name] = " ".join(given.split()) if isinstance(given, str) and name != "reason" else (given or "")
    values["valid_from"] = values["valid_from"] or clock.today()
    if violations := list(_violations(values)):
        raise Refused(violations)
    if find_hold(agency_id, values["case_number"]) is not None:
        message = _("violation_hold_known", default="Vụ việc này đang có hiệu lực: hãy thêm hồ sơ vào vụ việc đó.")
        raise Refused(Violation("case_number", "hold_known", message), 409)
    section = getUtility(IDirectory).agency_object(agency_id)["holds"]
    hold = createContentInContainer(section, "Hold", checkConstraints=False, id=uuid4().hex, author=by, **values)
    told = {**values, "valid_from": values["valid_from"].isoformat()}
    IJournal(hold).append("created", by, told)
    hold.reindexObject()
    return hold


def _violations(values):
    for name, message in MISSING.items():
        if not isinstance(values[name], str) or not values[name].strip():
            yield Violation(name, "required", message, RULE)
        elif len(values[name]) > LENGTHS[name]:
            yield Violation(name, "too_long", Message(TOO_LONG, mapping={"max": str(LENGTHS[name])}))
    if values["valid_from"] > clock.today():
        message = _("violation_hold_future", default="Ngày bắt đầu không được sau hôm nay.")
        yield Violation("valid_from", "in_future", message)
