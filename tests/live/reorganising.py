"""A process that makes two departments with open work and a plan that merges them, and says what became of each record
when it gets a line: both as JSON.

python -m live.reorganising SITE
"""

from datetime import timedelta
import json
from plone.dexterity.utils import createContentInContainer
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.index.verifying import verify
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.accounts import create_person
from qlvb.policy.commands.check import faults_of
from qlvb.policy.commands.check import index_faults
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.tasks.interfaces import ITaskFactory
import sys
import transaction
from zope.component import getUtility


AGENCY, HEAD, WORKER = "snv", "tranduclong", "nguoisapnhap"
UNITS = ("sap-nhap-mot", "sap-nhap-hai")
DRAFTS, TASKS = 170, 80
NEW = {"title": "Phòng Sau sáp nhập", "symbol": "SSN"}


def prepare(portal):
    """UIDs of the drafts and tasks, each kind half in either department."""
    agency = portal[AGENCY]
    for unit in UNITS:
        createContentInContainer(
            agency["departments"], "Department", checkConstraints=False, id=unit, title=f"Phòng {unit}"
        )
    create_person(WORKER, "Lò Thị Sáp", home_agency=AGENCY)
    createContentInContainer(
        agency["posts"],
        "Post",
        checkConstraints=False,
        id="chuyen-vien-sap-nhap",
        title="Chuyên viên",
        department=UNITS[0],
        functions={"specialist"},
        holder=WORKER,
    )
    transaction.commit()
    drafts = [_draft(number) for number in range(DRAFTS)]
    with acting_as(HEAD):
        tasks = [_task(number) for number in range(TASKS)]
    transaction.commit()
    return [record.UID() for record in (*drafts, *tasks)]


def _draft(number):
    fields = {
        "subject": f"V/v việc của phòng số {number}",
        "document_type": "official_letter",
        "drafting_unit": UNITS[number % 2],
    }
    document = getUtility(IDocumentFactory).create("OutgoingDocument", AGENCY, fields, WORKER)
    document.drafting_unit = UNITS[number % 2]
    document.reindexObject()
    return document


def _task(number):
    values = {
        "subject": f"Việc của phòng số {number}",
        "leads": [f"{AGENCY}.{UNITS[number % 2]}"],
        "deadline": clock.today() + timedelta(days=10),
    }
    return getUtility(ITaskFactory).create(AGENCY, values, HEAD, None)


def report(uids):
    """What became of every record; the index may be behind after a kill between the two commits, so it is mended."""
    verify(repair=True)
    records = [find_record(uid) for uid in uids]
    notices = [one.event for one in getUtility(INotices).of(WORKER).newest(size=50)]
    return {
        "faults": [*index_faults(), *(fault for record in records for fault in faults_of(record))],
        "records": [became(record) for record in records],
        "told": notices.count("department_changed"),
    }


def became(record):
    """[department that has it, how many times it says that it was handed on, the fault of its journal]."""
    task = record.portal_type == "Task"
    unit = record.executing_unit if task else record.drafting_unit
    return [unit, len(list(IJournal(record).entries(events=("reorganised",)))), IJournal(record).verify()]


def main(site):
    start_zope()
    with application(site) as app:
        uids = prepare(app[site])
        print(json.dumps(uids), flush=True)
        sys.stdin.readline()
        transaction.begin()
        print(json.dumps(report(uids)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
