"""Making a request to read."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.lookups import records_with
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.interfaces import KINDS
from qlvb.content.readings.interfaces import PURPOSES
from qlvb.content.readings.rules import ANSWER_DAYS
from qlvb.content.readings.rules import USE
from qlvb.content.readings.rules import reader_violations
from qlvb.content.readings.rules import secret_violation
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.readings.records import is_closed_to_readers
from qlvb.workflows.readings.records import may_be_asked_for
from qlvb.workflows.rights.interfaces import IGrants
from uuid import uuid4
from zope.component import getUtility


READER = ("reader_name", "reader_paper", "reader_body", "reader_contact")
FIELDS = ("kind", "asked_for", "record", "purpose", "purpose_text", *READER)
_LENGTHS = {"asked_for": 500, "purpose_text": 500, "reader_paper": 100, "record": 64}


def create_reading(agency_id, values, by, requester):
    """Make a request and return it; ``values``: dict of FIELDS, ``by``: userid of who writes it down, ``requester``:
    userid of the reader, "" for somebody who has no account (only archivists write down others).

    :raises Refused: 400 with every rule that is not met, 403 who is of no agency, 409 it was asked already.
    """
    values = nfc_tree({name: str(values.get(name) or "").strip() for name in FIELDS})
    directory = getUtility(IDirectory)
    if requester:
        values.update(dict.fromkeys(READER, ""))
        if directory.main_post(requester) is None:
            message = _("violation_reading_member", default="Chỉ người đang giữ chức vụ trong cơ quan yêu cầu được.")
            raise Refused(Violation("requester", "forbidden", message, USE), 403)
    record = find_record(values["record"])
    if record is not None and not values["asked_for"] and may_be_asked_for(record, agency_id):
        values["asked_for"] = _called(record)
    if violations := _violations(agency_id, values, record, not requester):
        raise Refused(violations)
    _refuse_twice(agency_id, values, requester)
    today = clock.today()
    reading = createContentInContainer(
        directory.agency_object(agency_id)["readings"],
        "Reading",
        checkConstraints=False,
        id=uuid4().hex,
        title=values["asked_for"][:200],
        requester=requester,
        asked_on=today,
        answer_due=getUtility(IWorkingCalendar).add(today, ANSWER_DAYS, agency_id),
        **values,
    )
    if requester:
        IGrants(reading).grant(requester, "Drafter", "draft")
    IJournal(reading).append("created", by, {name: value for name, value in values.items() if value})
    reading.reindexObject()
    reading.reindexObjectSecurity()
    return reading


def _called(record):
    code = getattr(record, "code", "") or getattr(record, "reference", "")
    title = getattr(record, "subject", "") or record.title or ""
    return " · ".join(filter(None, (code, title)))[:500]


def _violations(agency_id, values, record, for_outsider):
    found = []
    for field, known in (("kind", KINDS), ("purpose", PURPOSES)):
        if values[field] not in known:
            message = _("violation_reading_choice", default="Hãy chọn một giá trị trong danh mục.")
            found.append(Violation(field, "choice_unknown", message))
    for field, least in (("asked_for", 3), ("purpose_text", 10)):
        if len(values[field]) < least:
            message = _(
                "violation_reading_short",
                default="Ghi rõ hơn (ít nhất ${count} chữ cái).",
                mapping={"count": str(least)},
            )
            found.append(Violation(field, "too_short", message, USE))
    for field in FIELDS[1:]:
        most = _LENGTHS.get(field, 200)
        if len(values[field]) > most:
            message = _("violation_reading_long", default="Không quá ${count} ký tự.", mapping={"count": str(most)})
            found.append(Violation(field, "too_long", message))
    if values["record"]:
        if not may_be_asked_for(record, agency_id):
            message = _("violation_reading_record", default="Cơ quan này không có hồ sơ, tài liệu như vậy.")
            found.append(Violation("record", "record_unknown", message))
        elif is_closed_to_readers(record):
            found.append(secret_violation())
    return found + (reader_violations(values) if for_outsider else [])


def _refuse_twice(agency_id, values, requester):
    if not requester or not values["record"]:
        return
    rows = records_with({"portal_type": "Reading", "agency": agency_id, "holder": requester}, "created")
    same = [
        row
        for row in rows
        if row.state in ("requested", "lent")
        and (other := find_record(row.uid)) is not None
        and (other.record, other.kind) == (values["record"], values["kind"])
    ]
    if same:
        message = _("violation_reading_twice", default="Anh/chị đã có phiếu yêu cầu hồ sơ, tài liệu này.")
        raise Refused(Violation("record", "asked_already", message), 409)
