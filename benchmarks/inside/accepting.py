"""Take over a transfer of so many closed dossiers, as the worker does it, and say how long that took.

The dossiers hold two received documents each. Beside the rate it says what a worker that was stopped in the middle leaves: a second
one goes on from there, and nothing is done twice.
"""

from datetime import date
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.policy.commands.zope import application
from qlvb.policy.commands.zope import start_zope
from qlvb.policy.demo.persons import acting_as
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.transfer.creation import create_transfer
import json
import sys
import time
import transaction
from zope.component import getUtility


AGENCY, HOLDER, ARCHIVIST = "skhcn", "leminhanh", "hoangvanluu"
DOCUMENTS = 2
BATCH = 50


def main(count):
    start_zope()
    with application("qlvb") as app:
        site = app["qlvb"]
        transfer = made(site, count)
        with acting_as(ARCHIVIST):
            IActs(transfer).perform("accept_transfer", {})
        transaction.commit()
        runner = getUtility(IRunner)
        started = time.perf_counter()
        runner.run_pending(limit=1)  # and then this worker is stopped
        first = time.perf_counter() - started
        transaction.abort()
        halfway = ITransferItems(transfer).counts()["accepted"]
        runner.run_pending()
        seconds = time.perf_counter() - started
        transaction.abort()
        items = ITransferItems(transfer).all("accepted")
        dossiers = [find_record(item.uid) for item in items]
        said = {
            "seconds": seconds,
            "first": first,
            "halfway": halfway,
            "accepted": len(items),
            "archived": sum(state_of(dossier) == "archived" for dossier in dossiers),
            "once": sum(IJournal(dossier).count("act.archive_dossier") == 1 for dossier in dossiers),
            "state": state_of(transfer),
        }
        print(json.dumps(said))


def made(site, count):
    """A transfer whose dossiers have all passed."""
    section = site[AGENCY]["dossiers"]
    catalogue = createContentInContainer(
        section,
        "DossierCatalogue",
        checkConstraints=False,
        id="2024",
        title="Danh mục hồ sơ năm 2024",
        year=2024,
        headings=[{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}],
        entries=[],
    )
    with acting_as(HOLDER):
        transfer = create_transfer(AGENCY, {"title": "Hồ sơ năm 2024"}, HOLDER)
    for number in range(1, count + 1):
        dossier = dossier_of(catalogue, number)
        IClaims(dossier).claim(IUUID(transfer))
        items = ITransferItems(transfer)
        items.add([IUUID(dossier)])
        items.change(IUUID(dossier), state="passed")
        if number % BATCH == 0:
            transaction.commit()
    for transition in ("submit", "check"):
        fire(transfer, transition)
    transfer.reindexObject()
    transaction.commit()
    return transfer


def dossier_of(catalogue, number):
    dossier = createContentInContainer(
        catalogue,
        "Dossier",
        checkConstraints=False,
        id=f"ho-so-{number}",
        code=f"{number:02d}.CNTT",
        title=f"Hồ sơ nhiệm vụ số {number}",
        year=2024,
        retention_kind="years",
        retention_years=10,
        holder=HOLDER,
        start_date=date(2024, 1, 8),
        end_date=date(2024, 12, 20),
    )
    for place in range(DOCUMENTS):
        values = {
            "subject": f"V/v nhiệm vụ số {number}, lần {place + 1}",
            "document_type": "official_letter",
            "issuing_body": "Sở Nội vụ",
            "issue_date": date(2024, 6, 3),
        }
        document = getUtility(IDocumentFactory).create("IncomingDocument", AGENCY, values, "vanthuskhcn")
        IDossierContents(dossier).add(document, HOLDER)
    fire(dossier, "close")
    dossier.reindexObject()
    return dossier


if __name__ == "__main__":
    main(int(sys.argv[1]))
