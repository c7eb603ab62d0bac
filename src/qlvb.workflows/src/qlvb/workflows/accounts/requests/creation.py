"""Sending a request, and sending it again with other rows after it was returned."""

from plone import api
from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.accounts import may_be_reset_by_agency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.vocabularies import PEOPLE as PEOPLE_FOLDER
from qlvb.content.requests.interfaces import CHANGE
from qlvb.content.requests.interfaces import DAYS
from qlvb.content.requests.interfaces import KINDS
from qlvb.content.requests.interfaces import RULE
from qlvb.content.requests.rows import PEOPLE
from qlvb.content.requests.rows import TABLES
from qlvb.content.requests.rows import Known
from qlvb.content.requests.rows import cleaned
from qlvb.content.requests.rows import violations
from qlvb.content.requests.rows import with_values
from qlvb.content.requests.schema import IAccountRequestSchema
from qlvb.content.requests.words import KIND_TITLES
from qlvb.content.requests.words import RECEIVER_TITLES
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.accounts.requests.moving import obstacle
from qlvb.workflows.accounts.requests.moving import values_of
from qlvb.workflows.accounts.requests.telling import tell_sent
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from uuid import uuid4
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message


_MISSING = _("violation_request_receiver", default="Thông tin người tiếp nhận, ${field}: chưa nhập.")
_LONG = _("violation_request_receiver_long", default="Thông tin người tiếp nhận, ${field}: tối đa ${max} ký tự.")


def known_to(agency_id):
    """Known: what the agency may name in its rows. Accounts of the site's administrators are nobody's to ask about."""
    directory = getUtility(IDirectory)
    parents = {agency.id: agency.parent for agency in directory.agencies()}
    below = {one for one in parents if agency_id in _line_up(one, parents)}
    people = api.portal.get()[PEOPLE_FOLDER]
    accounts = {
        userid
        for userid in directory.accounts_of(agency_id)
        if userid in people and people[userid].active and may_be_reset_by_agency(userid)
    }
    return Known(frozenset(below), frozenset(accounts), values_of(agency_id))


def _line_up(agency_id, parents):
    """The agency and those above it: list of ids."""
    found = []
    while agency_id and agency_id not in found:
        found.append(agency_id)
        agency_id = parents.get(agency_id, "")
    return found


def depth_of(agency_id):
    """int: how many agencies stand above it."""
    parents = {agency.id: agency.parent for agency in getUtility(IDirectory).agencies()}
    return len(_line_up(agency_id, parents)) - 1


def proper(agency_id, values):
    """The values of a request as they are stored. :raises Refused: 400 with every rule that is not met."""
    kind = values.get("kind")
    found, problems = {"kind": kind}, []
    for name, title in RECEIVER_TITLES.items():
        text = values.get(name)
        text = " ".join(nfc(text).split()) if isinstance(text, str) else ""
        most = IAccountRequestSchema[name].max_length
        mapping = {"field": title, "max": str(most)}
        if not text:
            problems.append(Violation(name, "required", Message(_MISSING, mapping=mapping), RULE))
        elif len(text) > most:
            problems.append(Violation(name, "too_long", Message(_LONG, mapping=mapping), RULE))
        found[name] = text
    tables, known = {}, known_to(agency_id)
    if kind in KINDS:
        tables = {table: cleaned(kind, table, values.get(table)) for table in TABLES}
        tables[PEOPLE] = with_values(kind, tables[PEOPLE], known)
    wrong = violations(kind, tables, known)
    problems += wrong or (_obstacles(tables[PEOPLE], agency_id) if kind == CHANGE else [])
    if problems:
        raise Refused(problems)
    return {**found, **tables}


def _obstacles(rows, agency_id):
    """Violations of rows that are right by themselves and cannot be carried out as posts are held now: list."""
    found = [(place, obstacle(row, agency_id)) for place, row in enumerate(rows)]
    return [Violation(f"{PEOPLE}.{place}.value", "no_seat", one, RULE) for place, one in found if one is not None]


def due_after(day, agency_id):
    """date: the last of the working days within which it is to be answered."""
    return getUtility(IWorkingCalendar).add(day, DAYS, agency_id)


def days_left(request, today=None):
    """int: working days until the answer is due, negative when it is late."""
    agency = getUtility(IDirectory).agency_of(request)
    return getUtility(IWorkingCalendar).between(today or clock.today(), request.due, agency.id)


def create_request(agency_id, values, by):
    """Send a request; ``values``: kind, receiver…, rows of ``agencies`` and ``people``. Returns the request.

    :raises Refused: 400 with every rule that is not met.
    """
    values, today = proper(agency_id, values), clock.today()
    directory = getUtility(IDirectory)
    title = f"{translate(KIND_TITLES[values['kind']], target_language='vi')} – {directory.agency(agency_id).title}"
    request = createContentInContainer(
        directory.agency_object(agency_id)["requests"],
        "AccountRequest",
        checkConstraints=False,
        id=uuid4().hex,
        title=title[:300],
        author=by,
        sent_on=today,
        due=due_after(today, agency_id),
        **values,
    )
    rows = len(values["agencies"]) + len(values["people"])
    IJournal(request).append("created", by, {"kind": values["kind"], "rows": rows})
    request.reindexObject()
    tell_sent(request, by)
    return request


def amend(request, values, by):
    """Other rows and another receiver for a request that was returned; its kind stays. :raises Refused: 400."""
    agency = getUtility(IDirectory).agency_of(request)
    kept = {name: getattr(request, name) for name in ("kind", *RECEIVER_TITLES, *TABLES)}
    for name, value in proper(agency.id, {**kept, **values, "kind": request.kind}).items():
        setattr(request, name, value)
    rows = len(request.agencies) + len(request.people)
    IJournal(request).append("request.amended", by, {"rows": rows})
    request.reindexObject()
