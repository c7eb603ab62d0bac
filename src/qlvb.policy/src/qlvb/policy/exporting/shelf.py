"""The files that a person has had made, on his desk; nobody else sees them."""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from hashlib import sha256
import json
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.exporting.order import order_of
from qlvb.workflows.outbox import jobs as outbox_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from uuid import uuid4
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.exports"
EXPORT = "export_list"
CLEAR = "clear_exports"
#: How long a file is kept.
KEPT = timedelta(days=7)
MOST_KEPT = 20


class Export(Persistent):
    """One file, asked for or made. ``job`` is the id of its job on the desk."""

    blob = None
    filename = ""
    rows = None  # rows in the finished file
    size = 0
    finished = None

    def __init__(self, order, total, key):
        self.id = uuid4().hex
        self.params = PersistentMapping(order.as_params())
        self.title = order.title
        self.format = order.format
        self.total = total
        self.key = key
        self.job = ""
        self.created = clock.now()

    @property
    def order(self):
        return order_of(dict(self.params))

    @property
    def until(self):
        """datetime: when it is removed."""
        return self.created + KEPT

    def store(self, data, filename, rows):
        """Keep the finished file."""
        self.blob = Blob(data)
        self.filename = filename
        self.rows = rows
        self.size = len(data)
        self.finished = clock.now()


class Shelf:
    """The exports of one person."""

    def __init__(self, userid):
        self.userid = userid

    @property
    def _desk(self):
        return getUtility(IDesks).get(self.userid)

    def _stored(self):
        desk = self._desk
        return IAnnotations(desk).get(ANNOTATION, {}) if desk is not None else {}

    def all(self):
        """The newest first: list of Export; those whose time is over are left out."""
        found = [export for export in self._stored().values() if export.until > clock.now()]
        return sorted(found, key=lambda export: export.created, reverse=True)

    def get(self, export_id):
        """:raises Refused: 404 there is none, or it is another's."""
        export = self._stored().get(export_id) if isinstance(export_id, str) else None
        if export is None or export.until <= clock.now():
            text = _("violation_export_unknown", default="Không có tệp đã xuất này, hoặc đã quá hạn giữ.")
            raise Refused(Violation("", "export_unknown", text), status=404)
        return export

    def job(self, export):
        """The IJob, or None."""
        return IJobs(self.placed()).get(export.job) if self._desk is not None else None

    def state(self, export):
        """queued, running, done or failed."""
        if export.finished is not None:
            return "done"
        job = self.job(export)
        return job.state if job is not None else "failed"

    def ask(self, order, total, key=""):
        """(Export, bool: it is new): a job will make the file. The same order that still waits is asked for once.

        :raises Refused: 400 too many files are kept already.
        """
        key = key or _digest(order)
        for export in self.all():
            if export.key == key and (self.state(export) in ("queued", "running") or key != _digest(order)):
                return export, False
        if len(self.all()) >= MOST_KEPT:
            text = _(
                "violation_exports_many",
                default="Đang giữ ${max} tệp đã xuất, hãy xóa bớt.",
                mapping={"max": str(MOST_KEPT)},
            )
            raise Refused(Violation("", "too_many_exports", text))
        desk = getUtility(IDesks).open(self.userid)
        annotations = IAnnotations(desk)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        export = Export(order, total, key)
        annotations[ANNOTATION][export.id] = export
        placed = self.placed()
        export.job = IJobs(placed).enqueue(EXPORT, export.id, {"export": export.id}, owner=self.userid).id
        later = IJobs(placed).enqueue(CLEAR, export.id, {"export": export.id}, owner=self.userid)
        later.next_try = export.until
        queue.put(later.id, placed, later.next_try, later.kind)
        return export, True

    def remove(self, export_id):
        """Delete the file now. :raises Refused: 404."""
        export = self.get(export_id)
        self.forget(export.id)

    def forget(self, export_id):
        """Delete file and job, if they are there."""
        export = self._stored().get(export_id)
        if export is None:
            return
        del self._stored()[export_id]
        jobs = IAnnotations(self._desk).get(outbox_jobs.ANNOTATION, {})
        for job_id in [job.id for job in jobs.values() if job.key == export_id and job.kind == EXPORT]:
            queue.drop(job_id)
            del jobs[job_id]

    def placed(self):
        """The desk, where jobs find it."""
        return self._desk.__of__(api.portal.get())


def _digest(order):
    return sha256(json.dumps(order.as_params(), sort_keys=True, default=str).encode()).hexdigest()
