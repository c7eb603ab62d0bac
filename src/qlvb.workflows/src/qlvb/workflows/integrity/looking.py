"""Passes over the files of a site in short transactions, and what happens when a file is not what was stored."""

from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.storing import by_the_rules
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.integrity.passes import portion
from qlvb.content.integrity.passes import sample
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.integrity.alarm import alarm_of_files
from qlvb.workflows.outbox.transactions import OwnTransactions
import time


#: Records whose files are looked at each night.
SAMPLE = 200
#: Seconds of reading between two commits of a full pass: what a cut-off pass has to repeat at most.
PORTION = 20
RULE = "NĐ 30/2020 Phụ lục VI; Luật Lưu trữ 33/2024/QH15 Điều 33"


def look_at_sample(site, seed, most=SAMPLE, transactions=None):
    """One sample; returns the list of new IFixityFault. The same ``seed`` draws the same records."""
    transactions = transactions or OwnTransactions()

    def work():
        ledger = IFixityLedger(site)
        ledger.begin("sample", clock.now())
        return _entered(ledger, "sample", sample(site, most, seed), ended=True)

    return transactions.attempt(work)


def look_at_all(site, seconds=None, transactions=None, told=None):
    """Go on with the full pass, or begin one, for about ``seconds`` (None: to its end); returns (new faults, bool: the
    pass is through). ``told`` is called with (files, bytes) after each portion.
    """
    transactions = transactions or OwnTransactions()
    until = time.monotonic() + seconds if seconds is not None else None
    found, through = [], False
    while not through and (until is None or time.monotonic() < until):
        new, through, size = transactions.attempt(lambda: _next_portion(site))
        found += new
        if told is not None:
            told(*size)
    return found, through


def _next_portion(site):
    ledger = IFixityLedger(site)
    if ledger.open_run("full") is None:
        ledger.begin("full", clock.now())
    looks, place, through = portion(site, ledger.place, PORTION, time.monotonic)
    new = _entered(ledger, "full", looks, place=place, ended=through)
    return new, through, (len(looks), sum(look.size for look in looks))


def _entered(ledger, kind, looks, **options):
    before = {fault.uid for fault in ledger.faults()}
    new = ledger.note(kind, looks, clock.now(), **options)
    for uid in before ^ {fault.uid for fault in ledger.faults()}:
        # Whether it is among the damaged is said by the records index.
        if (record := uuidToObject(uid, unrestricted=True)) is not None:
            record.reindexObject()
    for fault in new:
        record = uuidToObject(fault.uid, unrestricted=True)
        if record is not None:
            detail = {"file": fault.file, "version": fault.version, "filename": fault.filename, "fault": fault.fault}
            IJournal(record).append("file_damaged", "system", detail)
    if new:
        # With what it tells of: whoever looked, a command or the worker, and however soon he was cut off afterwards.
        alarm_of_files(len(new), clock.now())
    return new


def restore(site, uid, file_id, number, stream, by):
    """Put the right bytes of a damaged version back: the recovery from a copy (binary stream, seekable).

    The bytes must be exactly those that the journal remembers; nothing else is accepted, from nobody.

    :raises Refused: 404 no such open fault, 400 other bytes.
    """
    faults = IFixityLedger(site).faults()
    fault = next((one for one in faults if (one.uid, one.file, one.version) == (uid, file_id, number)), None)
    record = uuidToObject(uid, unrestricted=True)
    files = {file.id: file for file in IFileStore(record).kept()} if record is not None else {}
    if fault is None or file_id not in files:
        message = _("violation_no_such_damage", default="Không có tệp hỏng nào như vậy đang chờ khôi phục.")
        raise Refused(Violation("file", "no_such_damage", message, RULE), status=404)
    by_the_rules()
    if not files[file_id].version(number).put_back(stream, fault.expected):
        message = _(
            "violation_not_the_same_bytes",
            default="Tệp đưa vào không đúng nội dung đã lưu (SHA-256 phải là ${sha256}).",
            mapping={"sha256": fault.expected},
        )
        raise Refused(Violation("file", "not_the_same_bytes", message, RULE))
    fault.mended, fault.mended_by = clock.now(), by
    detail = {"file": file_id, "version": number, "filename": fault.filename, "sha256": fault.expected}
    IJournal(record).append("file_restored", by, detail)
    record.reindexObject()
