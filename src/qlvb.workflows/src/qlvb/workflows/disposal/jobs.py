"""The job ``destroy``: a step of an execution in each run, so that it can be cut off anywhere and goes on.

The steps: destroy an item (its blobs become empty, its stub is written), wipe what older revisions left on the disk
once that is committed, scrub the index, and at last the certificate. What was done is written with the step itself: a
step that was cut off is done again, a step that was committed is not.
"""

from datetime import datetime
from errno import ENOSPC
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.destroying import erase
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.disposals.standing import survivors
from qlvb.content.disposals.standing import violations
from qlvb.content.disposals.twins import PROPOSED_IN
from qlvb.content.disposals.wiping import wipe
from qlvb.content.dossiers.contents import DOCUMENT_KEY
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.index.scrubbing import scrub
from qlvb.content.interfaces import IDocument
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.disposal.certificate import certify
from qlvb.workflows.disposal.together import destroyed_with
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate
from zope.interface import implementer


KIND = "destroy"
NO_ROOM = _("disposal_no_room", default="Đĩa của máy chủ đã đầy; chưa có gì mất, cần giải phóng chỗ.")


@implementer(IJobHandler)
class Destroy:
    """See IJobHandler."""

    max_attempts = 8
    timeout = 300

    def run(self, record, job):
        try:
            self.step(record, job)
        except OSError as error:
            if error.errno != ENOSPC:
                raise
            raise JobFailed(NO_ROOM) from error

    def step(self, record, job):
        """Do the next one, if it is time and there is one."""
        sheet = ISheet(record)
        final = sheet.execution.get("final")
        if state_of(record) != "executing" or not final or clock.now() < datetime.fromisoformat(final):
            return  # undone meanwhile, or done
        items = sheet.items("destroy")
        unwiped = next((item for item in items if item.oids), None)
        waiting = next((item for item in items if item.done is None and not item.skipped), None)
        if unwiped is not None:
            wipe(record._p_jar.db().storage, unwiped.oids)
            unwiped.oids = ()
            self.go_on(record, f"wiped-{unwiped.uid}", job)
        elif waiting is not None:
            destroy_item(record, sheet, waiting)
            self.go_on(record, f"done-{waiting.uid}", job)
        elif not sheet.execution.get("scrubbed"):
            scrub()
            sheet.write("execution", {**sheet.execution, "scrubbed": clock.now().isoformat()})
            self.go_on(record, "scrubbed", job)
        else:
            certify(record, sheet)
            fire(record, "finish")
            record.reindexObject()
            record.reindexObjectSecurity()

    def go_on(self, record, step, job):
        IJobs(record).enqueue(KIND, step, owner=job.owner)

    def failed(self, record, job):
        """Nothing is half destroyed; the archivist sees the failed job on the screen and sets it going again."""


def failed_job(disposal):
    """The IJob of the destruction that was given up, or None."""
    return next((job for job in IJobs(disposal).all() if job.kind == KIND and job.state == "failed"), None)


def destroy_item(disposal, sheet, item):
    """Destroy one item in the current transaction, or write down why it was not."""
    record = find_record(item.uid)
    if record is None:
        item.skipped = translate(_("disposal_gone", default="không còn trong hệ thống"), target_language="vi")
        return
    together = destroyed_with(record, sheet, IUUID(disposal))
    if found := violations(record, item.reason, IUUID(disposal), together):
        item.skipped = " ".join(dict.fromkeys(translate(one.message, target_language="vi") for one in found))
        IAnnotations(record).pop(PROPOSED_IN, None)
        record.reindexObject()
        return
    decision = sheet.decision
    facts = {
        "disposal": IUUID(disposal),
        "decision": decision["number"],
        "decided_by": decision["by"],
        "decided": decision["date"],
        "executed_by": sheet.execution["by"],
        "reason": item.reason,
    }
    contents, oids = [], []
    for one in _victims(record, item.kind, together):
        _watch(one)
        told, blobs = erase(one, facts, sheet.execution["by"])
        contents += told
        oids += blobs
        fire(one, "destroy", comment=decision["number"])
        one.reindexObject()
        one.reindexObjectSecurity()
    item.destroyed = tuple(contents)
    item.oids = tuple(oids)
    item.done = clock.now()


def _victims(record, kind, together):
    """The records whose content goes with an item: list; documents first, those that live dossiers keep not."""
    if kind == "document":
        return [record]
    kept = {IUUID(document) for document in survivors(record, together)}
    documents = [document for _item, document in IDossierContents(record).documents() if document is not None]
    gone = [one for one in documents if IUUID(one) not in kept and state_of(one) != "destroyed"]
    return [*gone, record]


def _watch(record):
    """A hold that somebody places meanwhile on a dossier of the record, or a filing into another dossier, makes this
    transaction conflict, so that it is tried again and sees it.
    """
    jar = record._p_jar
    others = [find_record(uid) for uid in dossier_uids(record)] if IDocument.providedBy(record) else []
    for one in (*others, IAnnotations(record).get(DOCUMENT_KEY)):
        if one is not None and getattr(one, "_p_jar", None) is jar and one._p_serial:
            jar.readCurrent(getattr(one, "aq_base", one))
