"""How it stands with the integrity of a site, or of one agency in it: what screens and REST say."""

from dataclasses import dataclass
from datetime import datetime
import json
from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content.integrity.interfaces import ICheckpoints
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.lookup import may_view
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.integrity.proofs import kept_proof
from zope.component import getUtility


FAULTS = {
    "missing": _("fault_missing", default="Mất tệp"),
    "unreadable": _("fault_unreadable", default="Không đọc được tệp"),
    "altered": _("fault_altered", default="Nội dung tệp bị thay đổi"),
    "hash_altered": _("fault_hash_altered", default="Mã băm lưu kèm bị thay đổi"),
}


@dataclass(frozen=True)
class Damage:
    """An open fault, as far as the reader may know it: without the right to see the record, ``record`` is None and the
    name of the file is left out.
    """

    uid: str
    file: str
    version: int
    filename: str
    fault: str
    since: datetime
    expected: str
    record: object


@dataclass(frozen=True)
class State:
    """``checkpoint``: dict number, time (datetime), entries, signed; None when none was made. ``sample``, ``full``:
    the newest runs (dict as IFixityLedger.runs), None for none. ``damages``: list of Damage; ``hidden``: how many more
    there are of records that the reader may not see. ``proof``: the last KeptProof of the journals or None,
    ``altered``: tuple of Altered, ``altered_hidden``: how many more records there are.
    """

    checkpoint: dict | None
    sample: dict | None
    full: dict | None
    last_full: dict | None
    damages: list
    hidden: int
    proof: object = None
    altered: tuple = ()
    altered_hidden: int = 0


@dataclass(frozen=True)
class Altered:
    """A record whose journal does not fit the checkpoints: ``entries`` (list of int), the numbers of those entries."""

    record: object
    entries: list


def state_of_integrity(agency_id=None):
    """The State of the site, or of the records of an agency (path id), for the current user."""
    site = api.portal.get()
    ledger, runs = IFixityLedger(site), IFixityLedger(site).runs()
    last = ICheckpoints(site).last()
    checkpoint = None
    if last is not None:
        said = json.loads(last.statement)
        when = datetime.fromisoformat(said["time"])
        checkpoint = {"number": last.number, "time": when, "entries": last.size, "signed": bool(last.signature)}
    damages, hidden = [], 0
    for fault in ledger.faults():
        record = uuidToObject(fault.uid, unrestricted=True)
        agency = getUtility(IDirectory).agency_of(record) if record is not None else None
        if agency_id is not None and (agency is None or agency.id != agency_id):
            continue
        if record is not None and may_view(record):
            damages.append(_damage(fault, record))
        else:
            hidden += 1
            if agency_id is None:
                damages.append(_damage(fault, None))
    full = [run for run in runs if run["kind"] == "full"]
    proof = kept_proof(site)
    altered, altered_hidden = _altered(proof, agency_id)
    return State(
        proof=proof,
        altered=tuple(altered),
        altered_hidden=altered_hidden,
        checkpoint=checkpoint,
        sample=next((run for run in runs if run["kind"] == "sample"), None),
        full=full[0] if full else None,
        last_full=next((run for run in full if run["ended"] is not None), None),
        damages=damages,
        hidden=hidden,
    )


def _damage(fault, record):
    return Damage(
        uid=fault.uid,
        file=fault.file,
        version=fault.version,
        filename=fault.filename if record is not None else "",
        fault=fault.fault,
        since=fault.since,
        expected=fault.expected,
        record=record,
    )


def _altered(proof, agency_id):
    """(list of Altered, how many records the reader may not see or are gone)."""
    found, hidden = [], 0
    for uid, entries in proof.altered.items() if proof is not None else ():
        record = uuidToObject(uid, unrestricted=True)
        agency = getUtility(IDirectory).agency_of(record) if record is not None else None
        if agency_id is not None and (agency is None or agency.id != agency_id):
            continue
        if record is not None and may_view(record):
            found.append(Altered(record, entries))
        else:
            hidden += 1
    return found, hidden
