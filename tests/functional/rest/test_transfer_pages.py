"""The page of docs/rest about transfers to the archive."""

from datetime import date
from io import BytesIO
from outgoing_story import pdf
from PIL import Image
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


REASON = {"reason": "Tệp văn bản phải là PDF/A"}


@pytest.fixture
def closed(site):
    """Addresses and UIDs of two dossiers of last year: one with a file that is no PDF/A, one with a picture."""
    section = site["skhcn"]["dossiers"]
    catalogue = createContentInContainer(section, "DossierCatalogue", checkConstraints=False, id="2024", title="Danh mục hồ sơ năm 2024", year=2024, headings=[{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}], entries=[])
    found = []
    for number, (name, data) in enumerate((("cong-van.pdf", pdf()), ("anh-chup.png", picture())), 1):
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
            holder="leminhanh",
            start_date=date(2024, 1, 8),
            end_date=date(2024, 12, 20),
        )
        values = {"subject": f"V/v nhiệm vụ số {number}", "document_type": "official_letter", "issuing_body": "Sở Nội vụ", "issue_date": date(2024, 6, 3), "page_count": 1}
        document = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", values, "vanthuskhcn")
        IFileStore(document).add("annex" if name.endswith("png") else "main", name, data, "vanthuskhcn")
        IDossierContents(dossier).add(document, "leminhanh")
        fire(dossier, "close")
        dossier.reindexObject()
        found.append((dossier.absolute_url(), dossier.UID()))
    transaction.commit()
    return found


def picture():
    """bytes of a small PNG: archives take pictures as they are."""
    found = BytesIO()
    Image.new("RGB", (8, 8), "white").save(found, "PNG")
    return found.getvalue()


def work():
    """What the worker does."""
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.commit()


def test_transfers(client, write, closed):
    show = write(
        "transfers",
        "Transfers to the archive",
        "A transfer (``Transfer``) names closed dossiers of a unit and takes them to the current archive (``kind`` ``current``), or from there to the "
        "historical archive (``historical``). It is made with ``@transfers``; everything else are acts. The depositor: ``add_dossiers``, "
        "``drop_dossiers``, ``collect_due`` (the worker puts in all that is due), ``submit_transfer``, ``withdraw_transfer``, ``resubmit_dossiers``, "
        "``cancel_transfer``, ``sign_as_giver``. The archivist: ``check_transfer`` (the intake check, a job), ``return_transfer``, ``waive_faults``, "
        "``accept_transfer`` (a job), ``write_minutes`` (a job), ``sign_as_receiver``; for the historical archive ``register_historical``, "
        "``agree_historical``, ``refuse_historical``, ``recheck_historical``, ``pack_historical`` (a job), ``stop_packing``, ``hand_over_historical``, "
        "``accept_historical``, ``cancel_historical``. ``progress`` of ``@transfer`` says how far a job is; ``@jobs`` sets a failed one going again. "
        "Dossiers have the act ``keep_back``. Boxes: ``transfers.waiting``, ``transfers.checking``, ``transfers.returned``, ``transfers.accepted``, "
        "``transfers.mine``; of dossiers ``transfers.to_complete`` (sent back, with ``sent_back``: why; in ``dossiers.incomplete`` of those who complete them), ``transfers.due``, ``transfers.overdue``, ``transfers.to_deposit``.",
    )
    depositor, archivist = client("leminhanh"), client("hoangvanluu")
    (bad_url, bad), (_url, good) = closed
    show("When a dossier is due", depositor.get(f"{bad_url}/@transfer-deadlines"))
    show("What is due", depositor.get("@worklist?box=transfers.due&columns=reference,subject"))
    body = {"title": "Hồ sơ công nghệ thông tin năm 2024"}
    made = show("Make a transfer", depositor.post("skhcn/@transfers", json=body, headers={"Idempotency-Key": "t1"}), 201)
    again = depositor.post("skhcn/@transfers", json=body, headers={"Idempotency-Key": "t1"})
    assert again.json()["UID"] == made["UID"]
    show("For another unit", depositor.post("skhcn/@transfers", json={**body, "unit": "vp"}), 403)
    show("Without a name", depositor.post("skhcn/@transfers", json={}), 400)
    url = made["@id"]
    show("Add dossiers", depositor.post(f"{url}/@acts/add_dossiers", json={"dossiers": [bad, good]}))
    other = depositor.post("skhcn/@transfers", json={"title": "Hồ sơ khác"}).json()["@id"]
    show("A dossier of another transfer", depositor.post(f"{other}/@acts/add_dossiers", json={"dossiers": [good]}), 400)
    show("Hand it in", depositor.post(f"{url}/@acts/submit_transfer", json={}))
    show("What waits for the archivist", archivist.get("@worklist?box=transfers.waiting&columns=subject"))
    show("Check it", archivist.post(f"{url}/@acts/check_transfer", json={}))
    work()
    found = show("What the check found", archivist.get(f"{url}/@transfer?state=failed"))
    assert [fault["rule"] for fault in found["items"][0]["faults"]] == ["not_pdfa"]
    show("Faults are left", archivist.post(f"{url}/@acts/accept_transfer", json={}), 400)
    show("Return for completion", archivist.post(f"{url}/@acts/return_transfer", json=REASON))
    show("Receive the others", archivist.post(f"{url}/@acts/accept_transfer", json={}))
    work()
    done = show("Received", depositor.get(f"{url}/@transfer"))
    assert (done["state"]["id"], done["counts"]["accepted"], done["counts"]["left_out"]) == ("accepted", 1, 1)
    show("Write the minutes", archivist.post(f"{url}/@acts/write_minutes", json={"boxes_count": 1}))
    show("Sign before they are drawn", depositor.post(f"{url}/@acts/sign_as_giver", json={}), 400)
    show("Transfers of the agency", archivist.get("skhcn/@transfers?state=accepted"))
    show("Its jobs", archivist.get(f"{url}/@jobs"))
    show("Periods of the agency", archivist.get("skhcn/@transfer-settings"))
    show("Change them", archivist.patch("skhcn/@transfer-settings", json={"digital_days": 45}))
    show("A wrong period", archivist.patch("skhcn/@transfer-settings", json={"digital_days": 0}), 400)
    assert depositor.patch("skhcn/@transfer-settings", json={"digital_days": 45}).status_code in (401, 403)
    assert client("vanthusnv").get(f"{url}/@transfer").status_code in (401, 403)
    keep = {"until": "2025-12-31", "consent": "15/CV-SKHCN, 20/11/2025", "reason": "Còn dùng để thanh tra, kiểm tra"}
    show("Keep a dossier back until a day that is over", archivist.post(f"{bad_url}/@acts/keep_back", json=keep), 400)
