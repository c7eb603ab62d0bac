"""Runs of an act over many records that people have asked for: on their desks, until they are forgotten."""

from persistent import Persistent
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Violation
from qlvb.workflows.outbox.asked import AskedRuns
from uuid import uuid4


ACT_ON_MANY = "act_on_many"
#: Records that one run takes.
MOST_RECORDS = 50_000
#: Refusals that are kept of one run; their number is kept whole.
MOST_REFUSALS = 1_000


class ActRun(Persistent):
    """``act``: id; ``data``: its input for all (JSON values); ``uids``: the records in their order; ``place``: how many
    of them are done with; ``counts``: done, refused; ``refusals``: dict uid, code, message each, the first ones.
    ``only_check``: nothing is done, every record is asked whether it could be.
    """

    job = ""
    started = None
    finished = None
    place = 0

    def __init__(self, agency, act, data, uids, only_check, key):
        self.id = uuid4().hex
        self.agency = agency
        self.act = act
        self.data = PersistentMapping(nfc_tree(data))
        self.uids = PersistentList(uids)
        self.total = len(self.uids)
        self.only_check = only_check
        self.key = key
        self.created = clock.now()
        self.counts = PersistentMapping(done=0, refused=0)
        self.refusals = PersistentList()

    def refuse(self, uid, violations):
        """Note that a record was refused."""
        self.counts["refused"] += 1
        for violation in violations[: max(0, MOST_REFUSALS - len(self.refusals))]:
            self.refusals.append({"uid": uid, "code": violation.code, "message": violation.message})


class ActRuns(AskedRuns):
    """Those of one person: of ActRun."""

    annotation = "qlvb.act_runs"
    kind, parameter = ACT_ON_MANY, "run"
    unknown = Violation("", "run_unknown", _("violation_run_unknown", default="Không có lần thực hiện này."))
    running = Violation("", "run_running", _("violation_run_running", default="Lần thực hiện này đang chạy."))

    def of_act(self, agency_id, act):
        """Those of one act in an agency, the newest first: list."""
        return [run for run in self.of(agency_id) if run.act == act]

    def ask(self, agency_id, act, data, uids, only_check=False, key=""):
        """(ActRun, bool: it is new): a job will do the act, or only try it. The same ``key`` gives the first run."""
        if (run := self.known(agency_id, key)) is not None:
            return run, False
        run = ActRun(agency_id, act, data, list(uids)[:MOST_RECORDS], only_check, key)
        self.keep(run)
        self.go_on(run)
        self.forget_old()
        return run, True

    def go_on(self, run):
        """Ask for the next stretch."""
        self.enqueue(run, f"{run.id}-{run.place}")


def run_json(runs, run, with_refusals=True):
    """dict of JSON values; messages are message ids."""
    job = runs.job(run)
    state = runs.state(run)
    found = {
        "id": run.id,
        "act": run.act,
        "dry_run": run.only_check,
        "state": state,
        "done": run.place,
        "total": run.total,
        "changed": run.counts["done"],
        "refused": run.counts["refused"],
        "error": job.error if job is not None and state == "failed" else "",
        "created": run.created.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
    }
    return {**found, "refusals": [dict(one) for one in run.refusals]} if with_refusals else found
