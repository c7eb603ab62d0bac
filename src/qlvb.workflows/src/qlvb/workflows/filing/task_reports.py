"""Reports on tasks become records: what was sent in as files is part of the work that a dossier shows.

NĐ 30/2020 Điều 29 has all "văn bản, tài liệu" that come into being in the work gathered, and TT 05/2025 gives each of
them a code, a date, an author, pages. A file of a task has none of these, so a report with files is kept as a document
of its own: received from who reported, in the last state of its life, with the files. Then it has its place in the
contents list, its pages, its journal, its retention and its rights, and goes into exports and packages, as all others.
"""

from persistent.mapping import PersistentMapping
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.destroying import blobs_in
from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import ALLOWED
from qlvb.content.files.kinds import kind_of
from qlvb.content.files.store import KEY as FILES
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.importing.entering import States
from qlvb.workflows.importing.interfaces import STATES
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.tasks.execution import execution_of
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import implementer


TYPE = "IncomingDocument"
EVENT = "report_kept"
#: Annotation of the record: task (UID) and report (id) that it was made from.
ORIGIN = "qlvb.workflows.filing.task_report"
LONGEST_SUBJECT, LONGEST_NOTE = 500, 2000


def unkept(tasks, agency_id):
    """(task, Report) of the reports with files on tasks of an agency that are no record yet: list."""
    directory = getUtility(IDirectory)
    return [
        (task, report)
        for task in tasks
        if (own := directory.agency_of(task)) is not None and own.id == agency_id
        for report in execution_of(task).reports
        if report.files and not report.kept and _files(task, report)
    ]


def keep(task, report, by, readers=()):
    """The record of a report, made now; returns it. ``readers``: userids that may read it beside the assigner."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(task)
    document = getUtility(IDocumentFactory).stored(TYPE, agency.id, _values(task, report), by, clock.now())
    States().enter(document, STATES[TYPE], by)
    for userid in dict.fromkeys(filter(None, (task.assigner, *readers))):
        IGrants(document).grant(userid, "Participant", "sharing", "report")
    store, free = IFileStore(document), True
    for stored in _files(task, report):
        version = stored.current
        role = role_of(version.mimetype, free)
        free = free and role != "main"
        with version.blob.open("r") as stream:
            store.add(role, version.filename, stream, report.by, title=stored.title)
    IJournal(document).append(EVENT, by, {"task": task.subject[:200], "uid": IUUID(task), "report": report.id})
    IAnnotations(document)[ORIGIN] = PersistentMapping(task=IUUID(task), report=report.id)
    document.indexObject()
    report.kept = IUUID(document)
    return document


@implementer(IFurtherCopies)
@adapter(IIncomingDocument)
class ReportCopies:
    """The files as they lie on the task go when the record of the report is destroyed."""

    def __init__(self, record):
        self.record = record

    def _found(self):
        """(task or None, list of IStoredFile)."""
        where = IAnnotations(self.record).get(ORIGIN)
        task = find_record(where["task"]) if where is not None else None
        if task is None:
            return None, []
        reports = [report for report in execution_of(task).reports if report.id == where["report"]]
        return task, [stored for report in reports for stored in _files(task, report)]

    def blobs(self):
        """See IFurtherCopies."""
        return blobs_in(self._found()[1])

    def forget(self):
        """See IFurtherCopies."""
        task, files = self._found()
        if not files:
            return
        for stored in files:
            IAnnotations(task)[FILES].remove(stored)
        IJournal(task).append("report_destroyed", "system", {"count": len(files), "document": IUUID(self.record)})
        renew(task, content=True)


def role_of(mimetype, free):
    """The role that a file of a report has in its record: the first that may be the document itself is (``free``: none
    is yet), the others are annexes; what may be neither is kept as it came. Pure.
    """
    kind = kind_of(mimetype)
    if kind is not None and free and kind.id in ALLOWED["main"]:
        return "main"
    return "annex" if kind is not None and kind.id in ALLOWED["annex"] else "original"


def _files(task, report):
    """The files of a report that are there: list of IStoredFile."""
    found = map(IFileStore(task).get, report.files)
    return [stored for stored in found if stored is not None]


def _values(task, report):
    directory = getUtility(IDirectory)
    post = directory.main_post(report.by)
    agency = directory.agency(post.agency) if post is not None else directory.agency_of(task)
    subject = translate(Message(SUBJECTS[report.kind], mapping={"task": task.subject}), target_language="vi")
    return {
        "subject": subject[:LONGEST_SUBJECT],
        "document_type": "report",
        "issuing_body": agency.title,
        "signatory_name": directory.person(report.by).fullname,
        "issue_date": report.when.date(),
        "arrival_date": report.when.date(),
        "arrival_channel": "internal",
        "language": "vi",
        "secrecy": task.secrecy,
        "urgency": task.urgency,
        "note": report.text[:LONGEST_NOTE],
    }


SUBJECTS = {
    "progress": _("report_subject_progress", default="Báo cáo tiến độ nhiệm vụ: ${task}"),
    "report_back": _("report_subject_back", default="Hồi báo nhiệm vụ: ${task}"),
    "completion": _("report_subject_completion", default="Báo cáo kết quả nhiệm vụ: ${task}"),
}
