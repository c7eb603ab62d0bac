"""Change a row of the schedule and have so many dossiers follow it, as the worker does it; says how long that took."""

import json
from live.following import ARCHIVIST
from live.following import NEW
from live.following import OLD
from live.following import WHY
from live.following import prepare
from live.following import report
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.filing.retention_changes import follow
from qlvb.workflows.outbox.interfaces import IRunner
import sys
import time
import transaction
from zope.component import getUtility


def main(count):
    start_zope()
    with application("qlvb") as app:
        uids, others = prepare(app["qlvb"], count)
        with acting_as(ARCHIVIST):
            run, _job = follow("skhcn", ARCHIVIST, {"reason": WHY}, (), uids)
        transaction.commit()
        runner = getUtility(IRunner)
        started = time.perf_counter()
        runner.run_pending(limit=1)  # and then this worker is stopped
        transaction.begin()
        halfway = run.place
        runner.run_pending()
        seconds = time.perf_counter() - started
        transaction.begin()
        found = report(uids, others)
        followed = [NEW, NEW, [[ARCHIVIST, WHY, f"{OLD:02d} năm", f"{NEW} năm"]], None]
        said = {
            "seconds": seconds,
            "halfway": halfway,
            "once": sum(one == followed for one in found["dossiers"]),
            "touched": sum(one != [OLD, OLD, [], None] for one in found["others"]),
        }
        print(json.dumps(said))


if __name__ == "__main__":
    main(int(sys.argv[1]))
