"""A scan becomes an incoming document that waits for the clerk, exactly once."""

from BTrees.OOBTree import OOBTree
from contextlib import nullcontext
from datetime import timedelta
from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import role_of_received
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.incoming.clerk import let_clerk_in
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.scanning import folders
from qlvb.workflows.scanning.stacks import StackUnreadable
from qlvb.workflows.scanning.stacks import documents_of
from qlvb.workflows.scanning.telling import tell_refused
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


ANNOTATION = "qlvb.scanning.taken"
SUBJECT = _("scan_subject", default="Bản quét ${when}, văn bản thứ ${number}")
BODY = _("scan_body", default="(chưa nhập)")
NO_SCAN = _("scan_wrong_kind", default="Chỉ nhận tệp PDF, PNG, JPEG, TIFF.")
UNREADABLE = _("scan_unreadable", default="Không đọc được tệp; tệp có thể bị hỏng.")


@implementer(IPeriodicWork)
class TakeScans:
    """Looks into the folders of all agencies."""

    title = _("periodic_scans", default="Nhận bản quét từ thư mục của máy quét")
    interval = timedelta(seconds=15)

    def run(self, now):
        root = folders.root()
        taken = refused = 0
        for agency in getUtility(IDirectory).agencies() if root is not None else ():
            for path in folders.waiting(root / agency.id):
                if take(agency.id, path):
                    taken += 1
                else:
                    refused += 1
        return {"taken": taken, "refused": refused}


def take(agency_id, path, transactions=None):
    """Make the documents of one file and put it away; bool: taken.

    All documents of a stack come into being in one transaction, with a note of the file's hash. Killed before the
    commit, the file is taken again; killed after it, before the file has moved, the note says that it was taken.
    """
    transactions = transactions or OwnTransactions()
    why = _kind_fault(path)
    if not why:
        try:
            with documents_of(path) if path.suffix.lower() == ".pdf" else nullcontext([path]) as documents:
                digest = folders.digest_of(path)
                transactions.attempt(lambda: _store(agency_id, path, digest, documents))
        except StackUnreadable:
            why = translate(UNREADABLE, target_language="vi")
        except Refused as refused:
            why = " ".join(translate(one.message, target_language="vi") for one in refused.violations)
    if why:
        transactions.attempt(lambda: tell_refused(agency_id, path, why))
    folders.put_away(path, folders.REFUSED if why else f"{folders.DONE}/{clock.today().isoformat()}", why)
    return not why


def taken_before(agency_id, digest):
    """UIDs of the documents made of a file with this SHA-256: list, [] for none."""
    return list(IAnnotations(api.portal.get()).get(ANNOTATION, {}).get((agency_id, digest), ()))


def _store(agency_id, path, digest, documents):
    before = [uuidToObject(uid, unrestricted=True) for uid in taken_before(agency_id, digest)]
    if before and all(record is not None for record in before):
        return
    made = [_document(agency_id, path, number, part) for number, part in enumerate(documents, start=1)]
    kept = kept_under(api.portal.get(), ANNOTATION, OOBTree)
    kept[agency_id, digest] = tuple(record.UID() for record in made)


def _document(agency_id, path, number, part):
    title = folders.title_of(path) if number == 1 else ""
    when = show_moment(clock.now())
    words = _(str(SUBJECT), default=SUBJECT.default, mapping={"when": when, "number": str(number)})
    fields = {
        "subject": (title or translate(words, target_language="vi"))[:500],
        "issuing_body": translate(BODY, target_language="vi"),
        "arrival_channel": "post",
        "paper": True,
    }
    record = getUtility(IDocumentFactory).create("IncomingDocument", agency_id, fields, by="system")
    let_clerk_in(record)
    name = path.name if part == path else f"{path.stem}-{number}.pdf"
    with part.open("rb") as stream:
        IFileStore(record).add(role_of_received(name), name, stream, by="system")
    IJournal(record).append("scan_received", "system", {"filename": path.name, "part": number})
    record.reindexObject()
    return record


def _kind_fault(path):
    return "" if path.suffix.lower() in folders.KINDS else translate(NO_SCAN, target_language="vi")
