"""The job ``deliver``: the recipient agency gets an incoming document of its own, with the metadata and copies of the
files.
"""

from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.leaving import obstacles
from qlvb.content.files.leaving import unscanned
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.incoming.clerk import let_clerk_in
from qlvb.workflows.incoming.progress import report_progress
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


#: Fields that the recipient's record takes over as they are.
COPIED = (
    "subject",
    "document_type",
    "document_number",
    "document_symbol",
    "issue_date",
    "issuing_body",
    "issuing_body_identifier",
    "signatory_position",
    "signatory_name",
    "urgency",
    "secrecy",
    "field_of_work",
    "language",
    "page_count",
)
#: Files that travel; the draft stays at home once there is an official PDF.
SENT_ROLES = ("signed", "annex", "original")


@implementer(IJobHandler)
class Deliver:
    """Repeatable: a delivery that has its incoming document gets no second one. Nothing with a virus in it is sent."""

    max_attempts = 8
    timeout = 120

    def run(self, record, job):
        """See IJobHandler. :raises JobFailed: the recipient agency is gone; a file must not leave."""
        deliveries = IDeliveries(record)
        delivery = deliveries.get(job.params["delivery"])
        if delivery.incoming:
            return
        if getUtility(IDirectory).agency(delivery.recipient["agency"]) is None:
            message = _("job_agency_gone", default="Cơ quan nhận không còn trong hệ thống.")
            raise JobFailed(message, retry=False)
        leaving = [stored.current for stored in travelling(record)]
        if found := obstacles(leaving):
            raise JobFailed(found[0].message, retry=False)
        if found := unscanned(leaving):
            raise JobFailed(found[0].message)
        delivery.attempts = job.attempts
        deliveries.move(delivery.id, "sent")
        incoming = receive(record, delivery)
        delivery.incoming = IUUID(incoming)
        record.reindexObject()

    def failed(self, record, job):
        """See IJobHandler."""
        deliveries = IDeliveries(record)
        delivery = deliveries.get(job.params["delivery"])
        delivery.attempts = job.attempts
        deliveries.move(delivery.id, "failed", detail=translate(job.error, target_language="vi"))
        record.reindexObject()


def receive(record, delivery):
    """Create the incoming document of the recipient; returns it."""
    agency_id = delivery.recipient["agency"]
    today = clock.today()
    due = getattr(record, "reply_due_date", None)
    data = {name: getattr(record, name) for name in COPIED}
    data.update(
        arrival_channel="internal",
        arrival_date=today,
        due_date=due if due and due >= today else None,
        source_uid=IUUID(record),
        in_reply_to=own_record(record.in_reply_to, agency_id),
    )
    incoming = getUtility(IDocumentFactory).create("IncomingDocument", agency_id, data, by="system")
    let_clerk_in(incoming)
    IJournal(incoming).append("received", "system", {"sender": record.issuing_body, "reference": record.reference})
    copy_files(record, incoming)
    report_progress(incoming)
    incoming.reindexObject()
    return incoming


def own_record(replied_uid, agency_id):
    """What a reply answers, seen from ``agency_id``: UID of its own outgoing document, or ''.

    The reply names the incoming document of the replying agency; the source of that is the document first sent out.
    """
    replied = uuidToObject(replied_uid, unrestricted=True) if replied_uid else None
    if not IIncomingDocument.providedBy(replied) or not replied.source_uid:
        return ""
    original = uuidToObject(replied.source_uid, unrestricted=True)
    agency = getUtility(IDirectory).agency_of(original) if original is not None else None
    return replied.source_uid if agency is not None and agency.id == agency_id else ""


def travelling(record):
    """The files that are sent: list of IStoredFile; without an official PDF the main file travels."""
    source = IFileStore(record)
    roles = SENT_ROLES if source.signed() is not None else (*SENT_ROLES, "main")
    return [stored for stored in source.files() if stored.role in roles]


def copy_files(record, incoming):
    """Copy the newest versions of what is sent."""
    target = IFileStore(incoming)
    for stored in travelling(record):
        version = stored.current
        target.add(stored.role, version.filename, version.data(), by="system", title=stored.title, kind=version.kind)
