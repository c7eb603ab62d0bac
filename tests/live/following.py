"""A process that opens dossiers under a row of the schedule and changes the row; when it gets a line it says what became
of each dossier: both as JSON.

python -m live.following SITE [COUNT]
"""

from dataclasses import replace
from disposing import ARCHIVIST
import json
from plone.dexterity.utils import createContentInContainer
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.verifying import verify
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.retention.period import Period
from qlvb.policy.commands.check import faults_of
from qlvb.policy.commands.check import index_faults
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.demo.persons import acting_as
import sys
import transaction


FOLLOWED, OTHERS = 250, 5
ROW, OLD, NEW = "N1", 5, 20
HOLDER, YEAR = "leminhanh", 2019
WHY = "Theo Thông tư mới ban hành"


def prepare(portal, count):
    """UIDs of dossiers that will follow, and of some under the same row that nobody names."""
    schedule = IRetentionSchedule(portal)
    row = schedule.current().row(ROW)
    headings = [{"key": "kh", "symbol": "KH", "title": "Kế hoạch"}]
    catalogue = createContentInContainer(
        portal["skhcn"]["dossiers"],
        "DossierCatalogue",
        checkConstraints=False,
        id=str(YEAR),
        title=f"Danh mục hồ sơ năm {YEAR}",
        year=YEAR,
        headings=headings,
        entries=[],
    )
    made = [opened(catalogue, row, number) for number in range(count + OTHERS)]
    schedule.change([replace(row, period=Period("years", NEW))], [], ARCHIVIST, WHY)
    transaction.commit()
    uids = [dossier.UID() for dossier in made]
    return uids[:count], uids[count:]


def opened(catalogue, row, number):
    fields = {
        "code": f"{number + 1:04d}.KH",
        "title": f"Hồ sơ kế hoạch số {number + 1}",
        "year": YEAR,
        "holder": HOLDER,
        "retention_kind": "years",
        "retention_years": OLD,
        "retention_row": row.token,
        "retention_basis": row.basis,
    }
    return createContentInContainer(catalogue, "Dossier", checkConstraints=False, id=f"{number + 1:04d}-kh", **fields)


def report(uids, others):
    """What became of every dossier; the index may be behind after a kill between the two commits, so it is mended."""
    verify(repair=True)
    records = [find_record(uid) for uid in (*uids, *others)]
    with acting_as(ARCHIVIST):
        rows, _there = rows_by_uid([*uids, *others])
    return {
        "faults": [*index_faults(), *(fault for record in records for fault in faults_of(record))],
        "dossiers": [became(uid, rows) for uid in uids],
        "others": [became(uid, rows) for uid in others],
    }


def became(uid, rows):
    """[years by the dossier, by the index, who, why, old and new of each entry, the fault of the journal]."""
    dossier = find_record(uid)
    entries = IJournal(dossier).entries(events=["act.follow_schedule"])
    return [
        IRetention(dossier).period.years,
        rows[uid].facts["own_years"],
        [[entry.actor, *(entry.detail[name] for name in ("reason", "old", "new"))] for entry in entries],
        IJournal(dossier).verify(),
    ]


def main(site, count=FOLLOWED):
    start_zope()
    with application(site) as app:
        uids, others = prepare(app[site], int(count))
        print(json.dumps(uids), flush=True)
        sys.stdin.readline()
        transaction.begin()
        print(json.dumps(report(uids, others)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
