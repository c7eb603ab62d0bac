"""The job that brings a spreadsheet in, part by part: between the parts the worker does what else is due."""

from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.progress import telling
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.importing.importer import Importer
from qlvb.workflows.importing.runs import MOST_PROBLEMS
from qlvb.workflows.importing.runs import ImportRuns
from qlvb.workflows.importing.sheets import read
from qlvb.workflows.outbox.asked import still_wanted
from qlvb.workflows.outbox.interfaces import IJobHandler
import shutil
from tempfile import TemporaryDirectory
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


#: Rows of one part.
PART = 2_000


@implementer(IJobHandler)
class ImportRecords:
    """Goes on with a run where the part before has ended. What was imported is known by its key, so a part that was
    cut off can be done again. A dry run is one part: it finds what stands twice in the file.
    """

    max_attempts = 3
    timeout = 3600

    def run(self, desk, job):
        runs = ImportRuns(desk.owner)
        run = still_wanted(runs.get, job.params["import"])
        if run is None or run.sheet is None:
            return
        done = run.counts["read"]
        agency, only_check, userid = run.agency, run.only_check, desk.owner
        with _unpacked(run) as (path, folder):
            total = run.total if run.total is not None else sum(1 for _row in read(path))
            most = None if only_check else done + PART
            gate = _Gate(agency)
            importer = Importer(userid, agency, folder, path.name, only_check=only_check)
            with telling(run.progress_name, total) as tell:
                outcome = importer.run(
                    gate.admitted(islice(read(path), done, most)), lambda so_far: tell(done + so_far.read)
                )
        # The importer has committed its batches: what follows is the last transaction of the part.
        run = runs.get(run.id)
        run.started = run.started or clock.now()
        run.total = total
        _note(run, outcome, gate)
        if run.counts["read"] >= total or only_check:
            run.finished = clock.now()
            run.let_go()
        else:
            runs.go_on(run)

    def failed(self, desk, job):
        """What was uploaded is of no use any more: the run says that it failed, and why."""
        try:
            ImportRuns(desk.owner).get(job.params["import"]).let_go()
        except Refused:
            return


class _Gate:
    """Lets rows of one agency through: whoever may import into it may not write into others."""

    def __init__(self, agency_id):
        info = getUtility(IDirectory).agency(agency_id)
        self.agency = agency_id
        self.names = {"", *(str(name).casefold() for name in (info.id, info.title, info.symbol, info.identifier))}
        self.foreign = []

    def admitted(self, rows):
        for row in rows:
            if str(row.cells.get("agency", "") or "").strip().casefold() in self.names:
                yield replace(row, cells={**row.cells, "agency": self.agency})
            else:
                self.foreign.append(row)

    @property
    def problems(self):
        """(row, column, Violation) of the rows that were kept out: list."""
        text = _("violation_import_agency", default="Dòng này thuộc cơ quan khác.")
        return [(row, "agency", Violation("agency", "foreign_agency", text)) for row in self.foreign]


@contextmanager
def _unpacked(run):
    """(path of the spreadsheet, directory of the files) while the block runs."""
    with TemporaryDirectory(prefix="qlvb-import-") as name:
        path, folder = Path(name, run.filename), Path(name, "files")
        folder.mkdir()
        for blob, target in ((run.sheet, path), *((blob, folder / name) for name, blob in run.files.items())):
            with blob.open() as stored, target.open("wb") as copied:
                shutil.copyfileobj(stored, copied)
        yield path, folder


def _note(run, outcome, gate):
    """Add what became of a part to the run."""
    problems = [(one.row, one.column, one.violation) for one in outcome.problems] + gate.problems
    run.counts["read"] += outcome.read + len(gate.foreign)
    run.counts["imported"] += outcome.imported
    run.counts["known"] += outcome.known
    run.counts["refused"] += outcome.refused + len(gate.foreign)
    run.counts["problems"] += len(problems)
    for row, column, violation in problems[: max(0, MOST_PROBLEMS - len(run.problems))]:
        run.problems.append(
            {
                "sheet": row.sheet,
                "line": row.line,
                "column": translate(column, target_language="vi") if column else "",
                "field": violation.field,
                "code": violation.code,
                "message": violation.message,
                "rule": violation.rule,
            }
        )
