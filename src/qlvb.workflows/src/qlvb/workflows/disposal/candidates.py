"""The list that the system makes: what is expired on a day, and what is there twice (TT 05/2025 Điều 48)."""

from dataclasses import dataclass
from qlvb.content.disposals.standing import DOSSIER_STATES
from qlvb.content.disposals.standing import due_on
from qlvb.content.disposals.standing import live_dossiers
from qlvb.content.disposals.standing import violations
from qlvb.content.disposals.twins import groups as twin_groups
from qlvb.content.disposals.twins import left_without
from qlvb.content.disposals.twins import twins
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.lookup import find_record
from qlvb.content.retention.ending import DOCUMENT_STATES


DOCUMENTS = ("IncomingDocument", "OutgoingDocument")


@dataclass(frozen=True)
class Candidate:
    """A record that may be proposed. ``why``: for a duplicate the UID of the record that stays, else ""."""

    record: object
    reason: str
    why: str = ""


def expired(agency_id, day):
    """Dossiers of the agency whose retention is over on ``day`` and that nothing keeps, by code, then loose documents
    with a period of their own: list of Candidate.
    """
    found = []
    for types, states in (("Dossier",), DOSSIER_STATES), (DOCUMENTS, DOCUMENT_STATES):
        filters = {"agency": agency_id, "state": list(states), "retention_due_to": day.isoformat()}
        for row in every_row(Question(types=types, filters=filters, sort="number")):
            record = find_record(row.uid)
            if record is not None and due_on(record, day) and not violations(record, "expired", day=day):
                found.append(Candidate(record, "expired"))
    return found


def duplicates(agency_id):
    """Documents that are there twice, but the one that stays: list of Candidate.

    The one that most live dossiers keep stays, else the oldest. A copy in a dossier is a candidate when the dossier has
    another one. The one for whose sake a copy may go stays itself, whatever ties it to others.
    """
    found, kept = {}, set()
    for records in twin_groups(agency_id):
        records.sort(key=lambda one: (one.UID() not in kept, -len(live_dossiers(one)), one.created(), one.UID()))
        for record in records[1:]:
            staying = [one.UID() for one in records if one is not record and one.UID() not in found]
            if record.UID() not in (*found, *kept) and staying and _may_go(record, found):
                found[record.UID()] = Candidate(record, "duplicate", staying[0])
                kept.add(staying[0])
    return list(found.values())


def _may_go(record, others):
    """bool: nothing keeps the record, also when the records with UIDs in ``others`` go before it."""
    copies = [copy for copy in twins(record) if copy.UID() not in others]
    left = left_without(live_dossiers(record), copies)
    return bool(copies) and not left and not violations(record, "duplicate")
