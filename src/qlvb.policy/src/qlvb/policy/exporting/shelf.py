"""The files that a person has had made, on his desk; nobody else sees them."""

from datetime import timedelta
from hashlib import sha256
import json
from persistent import Persistent
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.exposures.interfaces import LIFTED
from qlvb.content.exposures.interfaces import RULE
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.exporting.order import order_of
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.asked import AskedRuns
from qlvb.workflows.outbox.interfaces import IJobs
from uuid import uuid4
from ZODB.blob import Blob
from zope.component import getUtility


ANNOTATION = "qlvb.exports"
EXPORT = "export_list"
CLEAR = "clear_exports"
#: How long a file is kept.
KEPT = timedelta(days=7)
MOST_KEPT = 20


class Named(Persistent):
    """The UIDs of the records in a list: read only when secret material was reported since."""

    def __init__(self, uids):
        self.uids = frozenset(uids)


class Export(Persistent):
    """One file, asked for or made. ``job``: id of its job on the desk. ``named``: the records it lists, None for
    a file of before that was written down.
    """

    blob = None
    named = None
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

    def store(self, data, filename, rows, uids):
        """Keep the finished file; ``uids``: of the records that it lists."""
        self.blob = Blob(data)
        self.named = Named(uids)
        self.filename = filename
        self.rows = rows
        self.size = len(data)
        self.finished = clock.now()


class Shelf(AskedRuns):
    """The exports of one person: of Export."""

    annotation = ANNOTATION
    kind, parameter = EXPORT, "export"
    unknown = Violation(
        "", "export_unknown", _("violation_export_unknown", default="Không có tệp đã xuất này, hoặc đã quá hạn giữ.")
    )

    def all(self):
        """The newest first: list of Export; those whose time is over are left out."""
        found = [export for export in self._stored().values() if export.until > clock.now()]
        return sorted(found, key=lambda export: export.created, reverse=True)

    def get(self, export_id):
        """:raises Refused: 404 there is none, it is another's, or its time is over."""
        export = super().get(export_id)
        if export.until <= clock.now():
            raise Refused(self.unknown, status=404)
        return export

    def data_of(self, export):
        """bytes of a finished file. :raises Refused: 409 secret material was reported since, and the list names it, or
        may name it.
        """
        if any(_may_name(export, case) for case in getUtility(ICases).all()):
            message = _(
                "violation_export_before_report",
                default="Danh sách này xuất trước khi có báo cáo tài liệu mật nên không tải được nữa; hãy xuất lại.",
            )
            raise Refused(Violation("", "secret_reported", message, RULE), status=409)
        with export.blob.open() as stored:
            return stored.read()

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
        export = Export(order, total, key)
        self.keep(export)
        self.enqueue(export, export.id)
        placed = self.placed()
        later = IJobs(placed).enqueue(CLEAR, export.id, {"export": export.id}, owner=self.userid)
        later.next_try = export.until
        queue.put(later.id, placed, later.next_try, later.kind)
        return export, True

    def remove(self, export):
        """Delete the file now, made or not."""
        self._forget(export)

    def forget(self, export_id):
        """Delete file and job, if they are there."""
        if (export := self._stored().get(export_id)) is not None:
            self._forget(export)


def _may_name(export, case):
    """bool: something that the case closes was closed after the list was made, and stands on it as far as one knows."""
    if case.state == LIFTED:
        return False
    if export.named is None:
        return case.opened >= export.finished
    closed = (uid for uid, item in case.items.items() if item.state != LIFTED and item.when >= export.finished)
    return any(uid in export.named.uids for uid in closed)


def _digest(order):
    return sha256(json.dumps(order.as_params(), sort_keys=True, default=str).encode()).hexdigest()
