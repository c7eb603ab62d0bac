"""Pages of docs/rest about archival packages."""

from packaged import ARCHIVIST
from packaged import HOLDER
from packaged import decision
from packaged import letter
from packaged import make_dossier
from plone import api
import pytest
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.period import Period
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


@pytest.fixture
def dossier(site, login_as, tmp_path, monkeypatch):
    """Path of the finished dossier below the site; packages lie in the test's directory."""
    monkeypatch.setenv("QLVB_PACKAGES", str(tmp_path / "packages"))
    monkeypatch.delenv("QLVB_EARK_VALIDATOR", raising=False)
    made = make_dossier(site, login_as)
    transaction.commit()
    return "/".join(made.getPhysicalPath()[2:])


def work():
    getUtility(IRunner).run_pending()
    transaction.commit()


def test_packages(client, write, dossier):
    show = write(
        "packages",
        "Archival packages",
        "``@packages`` of a closed dossier has packages of TT 05/2025 made by the worker: ``SIP``, ``AIP``, ``DIP``; and ``export``, one PDF and one XML "
        "in the order of time, which the dossier's holder may have, too. A package is validated before it can be fetched: schemas, sums, completeness, "
        "the rules of its fields, and the operator's own validator where ``QLVB_EARK_VALIDATOR`` names one.",
    )
    archivist, holder = client(ARCHIVIST), client(HOLDER)
    asked = show("Have a SIP made", archivist.post(f"{dossier}/@packages", json={"kind": "SIP", "agreement": "NL.2026.01"}), 202)
    show("It is not finished yet", archivist.get(f"{asked['@id']}/file"), 409)
    work()
    made = show("Finished, with hash and report", archivist.get(asked["@id"]))
    assert made["state"] == "done", made
    answer = archivist.get(made["file"])
    assert (answer.status_code, answer.headers["Content-Type"], len(answer.content)) == (200, "application/zip", made["size"])
    show("The packages of a dossier", archivist.get(f"{dossier}/@packages"))
    show("A DIP needs its request", archivist.post(f"{dossier}/@packages", json={"kind": "DIP", "requestID": "YC-1"}), 400)
    show("No such option", archivist.post(f"{dossier}/@packages", json={"kind": "SIP", "colour": "red"}), 400)
    show("The holder has no archival package made", holder.post(f"{dossier}/@packages", json={"kind": "AIP"}), 403)
    export = show("The holder has his dossier exported", holder.post(f"{dossier}/@packages", json={"kind": "export"}), 202)
    work()
    assert holder.get(f"{export['@id']}/file").status_code == 200
    assert holder.get(made["file"]).status_code == 403
    show("Delete a package", archivist.delete(made["@id"]), 204)
    show("It is gone", archivist.get(made["@id"]), 404)


def test_ingests(client, write, dossier, site):
    show = write(
        "package-ingests",
        "Taking packages in",
        "``@package-ingests`` of an agency takes a SIP: it is validated, every fault is named, and nothing is made of a faulty one. Of a valid one comes "
        "a dossier with its documents in the agency's archive; fields and histories that have no place of their own are named and kept with the record, "
        "the package itself is kept as it came. ``dry_run`` only checks; what was found good is taken in by a ``POST`` to its address.",
    )
    api.user.grant_roles(username=ARCHIVIST, roles=["Archivist"], obj=site["snv"])
    transaction.commit()
    archivist = client(ARCHIVIST)
    asked = archivist.post(f"{dossier}/@packages", json={"kind": "SIP"}).json()
    work()
    data = archivist.get(f"{asked['@id']}/file").content
    sent = show("Check a SIP", archivist.post("snv/@package-ingests", files={"file": ("sip.zip", data)}, data={"dry_run": "1"}), 202)
    work()
    show("What was found", archivist.get(sent["@id"]))
    taken = show("Take in what was found good, without sending it again", archivist.post(sent["@id"], json={}), 202)
    work()
    found = show("Taken in", archivist.get(taken["@id"]))
    assert found["state"] == "done"
    assert archivist.get(found["dossier"]).json()["title"].startswith("Hồ sơ hạ tầng")
    again = archivist.post("snv/@package-ingests", files={"file": ("sip.zip", data)}).json()
    work()
    refused = show("The same package again is refused", archivist.get(again["@id"]))
    assert refused["state"] == "refused"
    own = archivist.post("skhcn/@package-ingests", files={"file": ("sip.zip", data)}).json()
    work()
    refused = show("Nor is the package of a dossier that is there", archivist.get(own["@id"]))
    assert refused["state"] == "refused"
    show("What was sent", archivist.get("snv/@package-ingests"))
    show("No file", archivist.post("snv/@package-ingests", data={"dry_run": "1"}), 400)
    show("Forget one", archivist.delete(sent["@id"]), 204)
    show("Nobody but the archivist", client(HOLDER).get("snv/@package-ingests"), 403)


def test_document_packages(client, write, dossier):
    show = write(
        "document-packages",
        "Packages of single documents",
        "``@document-packages`` of an agency has documents packed that were dealt with and lie in no dossier (TT 05/2025 Điều 17: ``SIP_tailieu``, "
        "``AIP_tailieu``). Documents in dossiers go with the package of their dossier. A package is validated before it can be fetched.",
    )
    made = [decision(document_number=8), letter()]
    IOwnPeriod(made[0]).determine(Period("years", 20), "Quy định của Sở")
    made[0].reindexObject()
    transaction.commit()
    archivist, agency = client(ARCHIVIST), "skhcn/@document-packages"
    asked = {"kind": "SIP", "source": "0", "from": "2026-01-01", "to": "2026-12-31", "title": "Văn bản đi năm 2026", "transfer": "1"}
    sent = show("Have a SIP made", archivist.post(agency, json=asked), 202)
    work()
    found = show("Finished, with hash and report", archivist.get(sent["@id"]))
    assert (found["state"], found["documents"]) == ("done", 1)
    answer = archivist.get(found["file"])
    assert (answer.status_code, len(answer.content)) == (200, found["size"])
    show("Every mistake of a request is named", archivist.post(agency, json={"kind": "DIP", "source": "2"}), 400)
    failed = archivist.post(agency, json={**asked, "source": "1"}).json()
    work()
    why = show("A document for which nobody has determined how long it is kept", archivist.get(failed["@id"]))
    assert why["state"] == "failed"
    show("The packages of the agency", archivist.get(agency))
    show("Delete one", archivist.delete(sent["@id"]), 204)
    show("Nobody but the archivist", client(HOLDER).get(agency), 403)


def test_virus_scanner(client, write, site):
    show = write(
        "virus-scanner",
        "The virus scanner",
        "``@virus-scanner`` of the site: where ClamAV's clamd answers. What comes in is then looked at by the worker (``waiting``; until then others than who put it in are answered with 403); a version of a file says what was "
        "found (``virus_check`` in ``@files``), a file with a virus is answered with 403, and transfers and packages with one are not taken over.",
    )
    admin = client("quantri")
    show("None is set up", admin.get("@virus-scanner"))
    silent = show("Set one up", admin.patch("@virus-scanner", json={"address": "127.0.0.1:9"}), text="This one does not answer.")
    assert silent["state"] == "silent"
    show("An address that is none", admin.patch("@virus-scanner", json={"address": "clamd"}), 400)
    assert client("quantri").patch("@virus-scanner", json={"address": ""}).json()["state"] == "none"
    show("Others may not", client(ARCHIVIST).get("@virus-scanner"), 403)
