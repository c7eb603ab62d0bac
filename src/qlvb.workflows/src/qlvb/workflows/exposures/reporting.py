"""A report: closes at once what it names and every copy, opens a case or joins the open one."""

from AccessControl.PermissionRole import rolesForPermissionOn
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.exposures.cases import Report
from qlvb.content.exposures.freezing import close_all
from qlvb.content.exposures.freezing import copies_of
from qlvb.content.exposures.freezing import hashes_of
from qlvb.content.exposures.freezing import shown_files
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.lid import closed_by
from qlvb.content.exposures.lid import own_attributes
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.exposures import rules
from qlvb.workflows.exposures.jobs import FIND_COPIES
from qlvb.workflows.exposures.parties import name_holders
from qlvb.workflows.exposures.parties import name_parties
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.rights.caching import forget_roles
from zExceptions import Unauthorized
from zope.component import getUtility


_VIEW = "_View_Permission"


def files_of(record):
    """Files that can be reported, those of a draft that is shown here too: list of IStoredFile."""
    listed = {stored.id for stored in IFileStore(record).files()}
    kept = {stored.id for stored in IFileStore(record).kept()}
    return [stored for stored in shown_files(record) if stored.id in listed or stored.id not in kept]


def views_beneath(record, user):
    """bool: the user could view the closed record if it were not closed. Who presses twice, or comes second, joins."""
    kept = own_attributes(record).get(_VIEW)
    roles = kept if kept is not None else rolesForPermissionOn("View", record.aq_inner.aq_parent)
    return not set(roles).isdisjoint(user.getRolesInContext(record))


def report(record, user, reason, files=()):
    """(ICase, bool: a new one). ``files``: ids of those that hold the secret, none for all.

    :raises Refused: 400 the reason, an unknown file; 409 there are no files. :raises Unauthorized: no right to view.
    """
    userid = user.getId()
    if case_id := closed_by(record):
        if not views_beneath(record, user):
            raise Unauthorized
        case = getUtility(ICases).get(case_id)
        if case.state == OPEN:
            _join(case, Report(userid, clock.now(), rules.cleaned_reason(reason), IUUID(record)))
        return case, False
    if not may_view(record):
        raise Unauthorized
    known = files_of(record)
    if not known:
        raise rules.no_files()
    said = Report(userid, clock.now(), rules.cleaned_reason(reason), IUUID(record))
    hashes = hashes_of(record, rules.chosen_files(files, [stored.id for stored in known]))
    case, is_new = _case_for(record, hashes, said)
    close_all(case, record, hashes, userid)
    IJournal(record).append("secret.reported", userid, {"case": case.id})
    if is_new:
        name_parties(case, record)
    else:
        name_holders(case)
    IJobs(record).enqueue(FIND_COPIES, case.id, {"case": case.id})
    forget_roles()
    return case, is_new


def _case_for(record, hashes, said):
    cases = getUtility(ICases)
    _records, known = copies_of(hashes)
    for case_id in {cases.case_of(sha256) for sha256 in known} - {""}:
        case = cases.get(case_id)
        if case.state == OPEN:
            _join(case, said)
            return case, False
    agency = getUtility(IDirectory).agency_of(record)
    return cases.add(agency.id if agency is not None else "", said.record, said), True


def _join(case, said):
    """The same press twice is one report."""
    if not any((one.by, one.reason) == (said.by, said.reason) for one in case.reports):
        case.reports = (*case.reports, said)
        if (record := find_record(said.record)) is not None and closed_by(record):
            IJournal(record).append("secret.reported", said.by, {"case": case.id})
