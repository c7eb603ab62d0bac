"""Putting altered entries of a journal back from an export, as far as a checkpoint proves them."""

from collections import Counter
from datetime import datetime
import json
from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.holds.storing import by_the_rules
from qlvb.content.integrity.interfaces import ICheckpoints
from qlvb.content.integrity.statements import leaves_root
from qlvb.content.journal.entry import Entry
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.integrity.checkpointing import check_signature


RULE = "NĐ 30/2020 Phụ lục VI"
UNKNOWN = _("violation_no_such_journal", default="Không có hồ sơ, văn bản nào có mã này.")
NOTHING = _("violation_journal_whole", default="Nhật ký này khớp với các mốc kiểm chứng, không có gì phải khôi phục.")
NOT_PROVED = _(
    "violation_journal_not_proved",
    default="Bản xuất không có dòng ${seq} đúng như mốc kiểm chứng; hãy dùng bản xuất khác.",
)


def proved_hashes(site, uid):
    """dict number -> hash of the entries of a record that checkpoints prove: those whose signature and list hold."""
    found = {}
    for one in ICheckpoints(site).all():
        leaves = one.leaves()
        if leaves is None or not one.is_signature_kept or check_signature(one.statement, one.signature)[0]:
            continue
        said = json.loads(one.statement)
        if (said["size"], said["root"]) != (len(leaves), leaves_root(leaves)):
            continue
        for leaf in leaves:
            if leaf.uid == uid:
                found.setdefault(leaf.seq, leaf.hash)
    return found


def mend_journal(site, uid, copies, by):
    """Put back what the journal of record ``uid`` said; returns the numbers of the entries, in order.

    ``copies``: entries of an export (dicts of payload and ``hash``). Only what a checkpoint proves is taken, so a copy
    that was altered itself is refused. The journal then says what was put back, and what stood there instead.

    :raises Refused: 404 no such record; 409 nothing is altered; 400 the copy has not what the checkpoint proves.
    """
    record = uuidToObject(uid, unrestricted=True)
    if record is None or not len(IJournal(record)):
        raise Refused(Violation("uid", "no_such_journal", UNKNOWN, RULE), status=404)
    there = {entry.seq: entry for entry in IJournal(record).entries()}
    proved = proved_hashes(site, IUUID(record))
    wrong = sorted(seq for seq, digest in proved.items() if seq not in there or there[seq].computed_hash() != digest)
    stale = [seq for seq, digest in proved.items() if seq in there and there[seq].hash != digest and seq not in wrong]
    if not wrong and not stale:
        raise Refused(Violation("uid", "journal_whole", NOTHING, RULE), status=409)
    by_id = {copy.get("seq"): copy for copy in copies}
    right = {seq: _entry(by_id.get(seq), proved[seq], seq) for seq in (*wrong, *stale)}
    instead = [{"seq": seq, "found": _said(there[seq]) if seq in there else None} for seq in sorted(right)]
    by_the_rules()
    journal = IJournal(record)
    _put(journal._store, right)
    journal.append("journal_restored", by, {"entries": sorted(right), "instead": instead})
    record.reindexObject()
    return sorted(right)


def _put(store, right):
    """Entries in their places; the end of the chain and the counts as they follow from all."""
    for seq, entry in right.items():
        store.entries[seq] = entry
    store.last = max(store.entries)
    store.head = store.entries[store.last].hash
    store.counts = dict(Counter(entry.event for entry in store.entries.values()))
    store._p_changed = True


def _entry(copy, digest, seq):
    """The Entry of a copy with the hash ``digest``. :raises Refused: it is not, or there is none."""
    try:
        when = datetime.fromisoformat(copy["when"])
        names = ("actor", "on_behalf", "event", "detail", "previous")
        entry = Entry(copy["seq"], when, **{name: copy[name] for name in names})
    except (TypeError, KeyError, ValueError):
        entry = None
    if entry is None or entry.hash != digest:
        message = _(str(NOT_PROVED), default=NOT_PROVED.default, mapping={"seq": str(seq)})
        raise Refused(Violation("copy", "journal_not_proved", message, RULE))
    return entry


def _said(entry):
    """What an altered entry says, as evidence: dict; its text where that is no JSON any more."""
    try:
        return entry.payload()
    except ValueError:
        return {"seq": entry.seq, "detail": str(entry.detail_json)}
