"""What belongs to a dossier beside its documents: notes, tasks, what could come in, its own files, its history."""

from functools import cached_property
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import actor_name
from qlvb.content.journal.wording import sentence
from qlvb.content.lookup import may_view
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.gathering import missing_from
from qlvb.workflows.filing.gathering import notes_of
from qlvb.workflows.filing.through_tasks import tasks_from
from qlvb.workflows.packages.origin import maker_of
from qlvb.workflows.packages.origin import origin_of
from qlvb.workflows.tasks.execution import execution_of
from zope.i18nmessageid import Message


PART_AWAITED = _("dossier_part_awaited", default="chưa tiếp nhận gói của hồ sơ con này")
PART_NOTE = _("dossier_part_note", default="${state}; người lập: ${holder}")


class Beside:
    """``uids``: of the documents of the dossier. Everything is narrowed by the rights of who looks."""

    def __init__(self, dossier, request, uids):
        self.dossier = dossier
        self.request = request
        self.uids = uids

    def rows(self, tab):
        """list of dict url, title, note, day."""
        shown = {
            "notes": self.notes,
            "parts": self.parts,
            "tasks": self.tasks,
            "related": self.related,
            "files": self.files,
            "history": self.history,
        }
        return shown[tab]() if tab in shown else []

    def notes(self):
        """Phiếu trình that rest on a document of the dossier or carry one."""
        found = {note.UID(): note for note in notes_of(self.uids) if may_view(note)}
        return [record_row(note) for note in found.values()]

    def parts(self):
        """Hồ sơ con; of those that the reader may not see the code and the keeper. Those that the package of the
        dossier names and that are not here yet come last.
        """
        parts, came = parts_of(self.dossier), origin_of(self.dossier)
        here = {part.code for part in parts}
        found = [
            {
                "url": part.absolute_url() if (seen := may_view(part)) else "",
                "title": f"{part.code} {part.title}" if seen else part.code,
                "note": Message(PART_NOTE, mapping={"state": _state(part), "holder": maker_of(part)}),
                "day": show_date(part.start_date),
            }
            for part in parts
        ]
        awaited = [one for one in (came.parts if came is not None else ()) if one.code not in here]
        return found + [
            {"url": "", "title": f"{one.symbol} {one.title}", "note": PART_AWAITED, "day": one.start} for one in awaited
        ]

    def tasks(self):
        """Tasks that were given from a document of the dossier, and the tasks below them."""
        return [
            {
                "url": task.absolute_url(),
                "title": task.subject,
                "note": title_of_state("Task", state_of(task)),
                "day": show_date(task.assigned_on),
            }
            for task in self._tasks
        ]

    @cached_property
    def _tasks(self):
        return [task for task in tasks_from(self.uids) if may_view(task)]

    def related(self):
        """Documents of the same chain that are not in the dossier."""
        return [record_row(document) for document in missing_from(self.dossier) if may_view(document)]

    def files(self):
        """Files of the dossier itself (its contents list, minutes), then those that prove reports on its tasks and are
        not in documents of their own.
        """
        reports = [report for task in self._tasks for report in execution_of(task).reports]
        kept = {file for report in reports if report.kept for file in report.files}
        return [
            {
                "url": f"{record.absolute_url()}/@@file/{stored.id}/{stored.current.number}",
                "title": stored.title or stored.current.filename,
                "note": stored.current.filename if record is self.dossier else record.subject,
                "day": show_moment(stored.current.created),
            }
            for record in (self.dossier, *self._tasks)
            for stored in IFileStore(record).files()
            if stored.id not in kept
        ]

    def history(self):
        """Acts on the dossier, newest first, for those who may read its journal."""
        if not may("qlvb: View journal", self.dossier):
            return []
        return [
            {
                "url": "",
                "title": sentence(entry),
                "note": actor_name(entry),
                "day": show_moment(entry.when),
            }
            for entry in IJournal(self.dossier).entries(newest_first=True)
            if entry.event.startswith(("act.", "created", "transfer", "hold", "disposal", "destroyed"))
        ]


def _state(record):
    return title_of_state(record.portal_type, state_of(record))


def record_row(record):
    """The line of a document or note."""
    return {
        "url": record.absolute_url(),
        "title": record.Title(),
        "note": _state(record),
        "day": show_date(getattr(record, "issue_date", None)),
    }
