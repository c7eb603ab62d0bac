"""What the records index keeps of disposals, and of dossiers whose time is over soon."""

from Acquisition import aq_base
from qlvb.content.disposals.interfaces import IDisposal
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.disposals.rules import whose_turn
from qlvb.content.disposals.standing import DOSSIER_STATES
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IRecord
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.retention.demands import own_period
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.states import state_of
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(IDisposal)
class DisposalFields:
    """The last day for carrying out a decision stands as deadline."""

    def __init__(self, disposal):
        self.disposal = disposal

    def read(self, facts):
        """See IIndexedFields."""
        disposal, sheet = aq_base(self.disposal), ISheet(self.disposal)
        decision = sheet.decision
        columns = {
            "year": disposal.proposed.year,
            "reference": decision.get("number", ""),
            "subject": disposal.title,
            "subject_sort": fold(disposal.title)[:200],
            "holder": disposal.proposer,
            "issue_day": disposal.proposed.toordinal(),
            "deadline_day": NO_DEADLINE,
        }
        shown = {"fonds": disposal.fonds, "records": len(sheet.items()), "due": decision.get("due", "")}
        texts = {"subject": disposal.title, "fields": f"{disposal.fonds} {decision.get('number', '')}"}
        return columns, shown, texts


@implementer(IBoxTokens)
@adapter(IDisposal)
class DisposalTokens:
    """Who has to do something next: the council's members, the archivist, the head, who carries the decision out."""

    def __init__(self, disposal):
        self.disposal = disposal

    def tokens(self):
        """See IBoxTokens."""
        agency = getUtility(IDirectory).agency_of(self.disposal)
        if agency is None:
            return []
        sheet, state = ISheet(self.disposal), state_of(self.disposal)
        archivists, leaders = group_id(agency.id, "archivist"), group_id(agency.id, "leader")
        found = set()
        if state == "council":
            uids = [item.uid for item in sheet.items()]
            turn = whose_turn(sheet.members, sheet.votes, sheet.absent, sheet.ties, uids)
            found |= {f"disposals.council|{archivists}", *(f"disposals.mine|{userid}" for userid in turn)}
        elif state == "to_decide":
            found.add(f"disposals.mine|{leaders}")
        elif state in ("opinion", "decided"):
            found.add(f"disposals.mine|{archivists}")
        if state == "decided":  # an archivist who proposed does not execute
            found.add(f"disposals.mine|{group_id(agency.id, 'agency_admin')}")
        return sorted(found)


@implementer(IBoxTokens)
@adapter(IDossier)
class ExpiringTokens:
    """A closed dossier waits for the day on which its retention is over."""

    def __init__(self, dossier):
        self.dossier = dossier

    def tokens(self):
        """See IBoxTokens."""
        return _expiring(self.dossier) if state_of(self.dossier) in DOSSIER_STATES else []


@implementer(IBoxTokens)
@adapter(IDocument)
class OwnPeriodTokens:
    """A document with a period of its own; it waits for its day when no dossier keeps it."""

    def __init__(self, document):
        self.document = document

    def tokens(self):
        """See IBoxTokens."""
        document = self.document
        agency = getUtility(IDirectory).agency_of(document) if own_period(document)[0] is not None else None
        if agency is None or state_of(document) == "destroyed":
            return []
        listed = [f"retention.documents|{group_id(agency.id, 'archivist')}"]
        return [*listed, *(_expiring(document) if not dossier_uids(document) else [])]


def _expiring(record):
    agency, due = getUtility(IDirectory).agency_of(record), IRetention(record).due
    if agency is None or due is None or due.date is None:
        return []
    return [f"disposals.expiring|{group_id(agency.id, 'archivist')}|{due.date.toordinal()}"]


@implementer(IRowFacts)
@adapter(IRecord)
class StubFacts:
    """Of a destroyed record: ``destroyed_on`` (ISO date), ``destruction`` (decision's number), ``destroyed_by``."""

    def __init__(self, record):
        self.record = record

    def facts(self):
        """See IRowFacts."""
        stub = IStub(self.record).read()
        if not stub:
            return {}
        said = {"destruction": stub.get("decision", ""), "destroyed_by": stub.get("executed_by", "")}
        return {"destroyed_on": stub["destroyed"][:10], **{name: value for name, value in said.items() if value}}
