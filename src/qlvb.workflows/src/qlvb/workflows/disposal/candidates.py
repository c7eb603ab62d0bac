"""The list that the system makes: what is expired on a day, and what is there twice (TT 05/2025 Điều 48)."""

from dataclasses import dataclass
from plone.uuid.interfaces import IUUID
from qlvb.content.disposals.standing import DOSSIER_STATES
from qlvb.content.disposals.standing import due_on
from qlvb.content.disposals.standing import live_dossiers
from qlvb.content.disposals.standing import violations
from qlvb.content.disposals.twins import groups as twin_groups
from qlvb.content.disposals.twins import left_without
from qlvb.content.disposals.twins import twins
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.parts import parts_of
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


def candidates(agency_id, day):
    """What the list of the agency takes on ``day``: expired records, then duplicates of what stays: tuple of Candidate.

    Each stands beside the ones before it, so all of them can be put on one list in this order.
    """
    going = expired(agency_id, day)
    return (*going, *duplicates(agency_id, {IUUID(one.record) for one in going}))


def expired(agency_id, day):
    """Dossiers of the agency whose retention is over on ``day`` and that nothing keeps, by code, then loose documents
    with a period of their own: list of Candidate. The later of two dossiers answers for what they share.
    """
    found, going = [], set()
    for types, states in (("Dossier",), DOSSIER_STATES), (DOCUMENTS, DOCUMENT_STATES):
        filters = {"agency": agency_id, "state": list(states), "retention_due_to": day.isoformat()}
        rows = every_row(Question(types=types, filters=filters, sort="number"))
        there = [record for row in rows if (record := find_record(row.uid)) is not None]
        for record in sorted(there, key=after_others):
            besides = going if types == ("Dossier",) else ()
            if not due_on(record, day) or violations(record, "expired", besides=besides, day=day):
                continue
            found.append(Candidate(record, "expired"))
            going.add(IUUID(record))
    return found


def after_others(record):
    """bool: a dossier with parts. The list takes it when it has them, so it is looked at after all the others."""
    return IDossier.providedBy(record) and bool(parts_of(record))


def duplicates(agency_id, going=()):
    """Documents that are there twice, but the one that stays: list of Candidate. ``going``: UIDs of records that are
    listed themselves, so no copy is kept for their sake.

    The one that most live dossiers keep stays, else the oldest. A copy in a dossier is a candidate when the dossier has
    another one. The one for whose sake a copy may go stays itself, whatever ties it to others.
    """
    found, kept = {}, set()
    for group in twin_groups(agency_id):
        records = [one for one in group if not _goes(one, going)]
        records.sort(key=lambda one: (one.UID() not in kept, -len(live_dossiers(one)), one.created(), one.UID()))
        for record in records[1:]:
            staying = [one.UID() for one in records if one is not record and one.UID() not in found]
            if record.UID() not in (*found, *kept) and staying and _may_go(record, {*found, *going}):
                found[record.UID()] = Candidate(record, "duplicate", staying[0])
                kept.add(staying[0])
    return list(found.values())


def _goes(record, going):
    """bool: the record is among those with UIDs in ``going``, or lies in dossiers all of which are."""
    keeping = live_dossiers(record)
    return IUUID(record) in going or (bool(keeping) and all(IUUID(one) in going for one in keeping))


def _may_go(record, others):
    """bool: nothing keeps the record, also when the records with UIDs in ``others`` go before it."""
    copies = [copy for copy in twins(record) if not _goes(copy, others)]
    left = left_without(live_dossiers(record, others), copies)
    return bool(copies) and not left and not violations(record, "duplicate")
