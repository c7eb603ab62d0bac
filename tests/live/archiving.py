"""A process that makes what is to be taken over and what is to be destroyed, and says what became of it when it gets a
line: both as JSON.

python -m live.archiving SITE
"""

from datetime import date
from datetime import datetime
from disposing import ARCHIVIST
from disposing import CHAIR
from disposing import EXPERT
from disposing import FILE
from disposing import HEAD
from disposing import REASON
from disposing import UNIT
import json
from live.story import LETTER
from packaged import enter
from plone.dexterity.utils import createContentInContainer
from qlvb.content.clock import held
from qlvb.content.clock import today
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.index.verifying import verify
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.policy.commands.check import faults_of
from qlvb.policy.commands.check import index_faults
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.disposal.creation import create_disposal
from qlvb.workflows.disposal.settings import IDisposalSettings
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.transfer.creation import create_transfer
import sys
import transaction


HOLDER = "leminhanh"
TRANSFERRED, DESTROYED = 60, 12
#: Bytes that are in the files of what is destroyed and nowhere else.
MARK = "noi-dung-can-tieu-huy"


def prepare(portal):
    IDisposalSettings(portal["skhcn"]).keep({"hours_to_undo": 0})
    kept = closed(portal, 2024, TRANSFERRED, "luu")
    with held(datetime(2015, 1, 5, 8, 0)):
        old = closed(portal, 2014, DESTROYED, MARK)
    transaction.commit()
    with acting_as(HOLDER):
        transfer = attempt(lambda: create_transfer("skhcn", {"title": "Hồ sơ kế toán năm 2024"}, HOLDER))
    perform(transfer, HOLDER, "add_dossiers", {"dossiers": [dossier.UID() for dossier in kept]})
    perform(transfer, HOLDER, "submit_transfer", {})
    perform(transfer, ARCHIVIST, "check_transfer", {})
    disposal = decided(old)
    return {"transfer": transfer.absolute_url_path(), "disposal": disposal.absolute_url_path()}


def attempt(work):
    """What ``work()`` gives, committed: again, as a web server does, when the worker was faster with the same records."""
    return OwnTransactions().attempt(work)


def perform(record, userid, act_id, data):
    with acting_as(userid):
        return attempt(lambda: IActs(record).perform(act_id, data))


def closed(portal, year, count, words):
    """``count`` dossiers of a year, each with a letter that is PDF/A."""
    values = {"title": f"Danh mục hồ sơ năm {year}", "year": year, "entries": []}
    headings = [{"key": "kt", "symbol": "KT", "title": "Kế toán"}]
    section = portal["skhcn"]["dossiers"]
    catalogue = createContentInContainer(section, "DossierCatalogue", checkConstraints=False, id=str(year), headings=headings, **values)
    return [one_closed(catalogue, year, number, words) for number in range(1, count + 1)]


def one_closed(catalogue, year, number, words):
    fields = {
        "code": f"{number:02d}.KT",
        "title": f"Hồ sơ kế toán số {number}",
        "year": year,
        "holder": HOLDER,
        "retention_kind": "years",
        "retention_years": 10,
        "start_date": date(year, 1, 6),
        "end_date": date(year, 12, 1),
    }
    dossier = createContentInContainer(catalogue, "Dossier", checkConstraints=False, id=f"{number:02d}-kt", **fields)
    data = LETTER.read_bytes() + f"\n% {words} {number}\n".encode()
    letter = {
        "subject": f"V/v quyết toán {year}.{number}",
        "document_type": "official_letter",
        "issuing_body": "Sở Tài chính",
        "original_number": str(number),
        "document_symbol": "STC",
        "issue_date": date(year, 6, 2),
        "arrival_date": date(year, 6, 3),
    }
    IDossierContents(dossier).add(enter("IncomingDocument", "skhcn", [("main", "van-ban.pdf", data)], **letter), HOLDER)
    fire(dossier, "close")
    dossier.reindexObject()
    dossier.reindexObjectSecurity()
    return dossier


def decided(dossiers):
    """A disposal of them that waits for nothing but its execution."""
    texts = {"title": "Xét hủy hồ sơ kế toán", "formation": "Hình thành năm 2014", "contents": "Hồ sơ kế toán"}

    def listed():
        disposal = create_disposal("skhcn", texts, ARCHIVIST)
        for dossier in dossiers:
            add_item(disposal, dossier, "expired", ARCHIVIST)
        return disposal

    disposal = attempt(listed)
    council = {"chair": CHAIR, "secretary": ARCHIVIST, "unit": [UNIT], "expert": [EXPERT]}
    perform(disposal, ARCHIVIST, "convene", {"decision_number": "15/QĐ-SKHCN", "decision_date": today(), **council})
    for userid in (CHAIR, ARCHIVIST, UNIT, EXPERT):
        perform(disposal, userid, "vote", {"choice": "destroy", "why": REASON})
    perform(disposal, ARCHIVIST, "conclude", {})
    perform(disposal, HEAD, "decide", {"number": "20/QĐ-SKHCN", "file": FILE, "paper": True, "password": PASSWORD})
    return disposal


def report(app, transfer, disposal):
    """What became of every dossier: state, how often it was taken over or destroyed, what it still has.

    The index may be behind after a kill between the two commits; as an operator would, it is mended before.
    """
    verify(repair=True)
    transfer, disposal = app.unrestrictedTraverse(transfer), app.unrestrictedTraverse(disposal)
    records = [find_record(item.uid) for item in (*ITransferItems(transfer).all(), *ISheet(disposal).items())]
    return {
        "faults": [*index_faults(), *(fault for record in records for fault in faults_of(record))],
        "taken": [taken(transfer, item) for item in ITransferItems(transfer).all()],
        "destroyed": [gone(item) for item in ISheet(disposal).items()],
        "certified": IJournal(disposal).count("disposal.certified"),
        "certificate": json.loads(ISheet(disposal).certificate["json"]),
    }


def taken(transfer, item):
    dossier = find_record(item.uid)
    claims = IClaims(dossier)
    return [
        item.state,
        state_of(dossier),
        IJournal(dossier).count("act.archive_dossier"),
        claims.transfer,
        claims.accepted == (transfer.UID(),),
        IJournal(dossier).verify(),
    ]


def gone(item):
    dossier = find_record(item.uid)
    records = [dossier, *(document for _item, document in IDossierContents(dossier).documents())]
    return [
        [state_of(one), IJournal(one).count("destroyed"), len(IFileStore(one).kept()), IJournal(one).verify()]
        for one in records
    ]


def main(site):
    start_zope()
    with application(site) as app:
        paths = prepare(app[site])
        print(json.dumps(paths), flush=True)
        sys.stdin.readline()
        transaction.begin()
        print(json.dumps(report(app, **paths)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
