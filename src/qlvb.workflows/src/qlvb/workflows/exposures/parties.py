"""Who has to be told of secret material (account regulation Điều 24.6), and telling them: never what it says."""

from qlvb.content import _
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.exposures.cases import Party
from qlvb.content.exposures.interfaces import COMPETENT
from qlvb.content.exposures.interfaces import CONFIRMED
from qlvb.content.exposures.interfaces import HEAD
from qlvb.content.exposures.interfaces import HOLDER
from qlvb.content.exposures.interfaces import MANAGING
from qlvb.content.exposures.interfaces import SENDER
from qlvb.content.exposures.interfaces import TOLD
from qlvb.content.exposures.roles import heads_of
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.exposures import rules
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.rights.viewers import site_people
from zope.component import getUtility


NOTICE = "secret_report"
SYSTEM = "system"


def sender_of(record):
    """(path id, name) of the agency that sent the record: ("", name) outside of the system, its own agency where it
    was made there.
    """
    directory = getUtility(IDirectory)
    if IIncomingDocument.providedBy(record):
        source = find_record(record.source_uid) if record.source_uid else None
        found = directory.agency_of(source) if source is not None else None
        if found is None and record.issuing_body_identifier:
            found = directory.agency_by_identifier(record.issuing_body_identifier)
        return (found.id, found.title) if found is not None else ("", record.issuing_body or "")
    agency = directory.agency_of(record)
    return (agency.id, agency.title) if agency is not None else ("", "")


def name_parties(case, record):
    """Write down who has to be told of a new case, and tell those whom the system reaches."""
    for party in (Party(HEAD, case.agency), Party(MANAGING), Party(SENDER, *sender_of(record)), Party(COMPETENT)):
        case.parties[party.key] = party
    name_holders(case)


def name_holders(case):
    """Agencies that have copies are told, too; once each."""
    known = {party.agency for party in case.parties.values()}
    for agency in sorted({item.agency for item in case.items.values()} - known - {""}):
        key = f"{HOLDER}:{agency}"
        case.parties[key] = Party(key, agency)
    tell_waiting(case)


def tell_waiting(case):
    """Tell every party that has an account here and was not told yet."""
    agency = getUtility(IDirectory).agency(case.agency)
    mapping = {"case": case.id, "agency": agency.title if agency is not None else ""}
    text = _(
        "told_secret_report",
        default="Vụ việc ${case}: ${agency} có báo cáo tài liệu mật; tài liệu đã bị phong tỏa ở mọi nơi. Người"
        " đứng đầu cơ quan xử lý ở mục “Báo tài liệu mật”.",
        mapping=mapping,
    )
    for party in case.parties.values():
        if party.state != TOLD and party.state != CONFIRMED and (people := people_of(party)):
            _tell(case, people, text, f"open-{party.key}")
            party.move(TOLD, SYSTEM)


def tell_end(case, text):
    """Everybody who was told of the case, and who reported it, hears how it ended."""
    people = {report.by for report in case.reports}
    for party in case.parties.values():
        people |= set(people_of(party))
    _tell(case, sorted(people), text, f"end-{case.state}")


def _tell(case, people, text, once):
    getUtility(INotices).tell(people, NOTICE, None, text, urgent=True, once=f"{case.id}-{once}", by=("email",))


def people_of(party):
    """userids and groups behind a party: sorted list, empty for one outside of the system."""
    if party.key == MANAGING:
        return sorted(site_people(["Manager"]))
    if not party.agency:
        return []
    clerks = [group_id(party.agency, "clerk")] if party.key == SENDER else []
    administrators = [group_id(party.agency, "agency_admin")] if party.key == HEAD else []
    return sorted({*heads_of(party.agency), *clerks, *administrators})


def may_confirm(case, party, userid, is_manager):
    """bool: a party answers for itself; for one outside the head who told it does."""
    if party.key == MANAGING:
        return is_manager
    return userid in heads_of(party.agency or case.agency)


def confirm(case, key, note, userid, is_manager):
    """Write down that a party knows, and how it was told. :raises Refused: 404, 403, 409, 400."""
    party = case.parties.get(key) if isinstance(key, str) else None
    if party is None:
        message = _("violation_secret_party", default="Không có bên này trong vụ việc.")
        raise Refused(Violation("party", "party_unknown", message), 404)
    if not may_confirm(case, party, userid, is_manager):
        raise rules.not_head()
    if party.state == CONFIRMED:
        message = _("violation_secret_confirmed", default="Bên này đã được xác nhận trước đó.")
        raise Refused(Violation("party", "confirmed", message), 409)
    party.move(CONFIRMED, userid, rules.cleaned_reason(note, "note", 0 if party.agency or party.key == MANAGING else 5))
