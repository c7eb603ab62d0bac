"""The pages of docs/rest about holds and about disposal, played by people on their own sessions."""

from base64 import b64encode
from datetime import date
from datetime import timedelta
from disposing import ARCHIVIST
from disposing import CHAIR
from disposing import EXPERT
from disposing import HEAD
from disposing import UNIT
from disposing import expired_dossier
from disposing import stores_with
from dossier_fixtures import make_catalogue
from hashlib import sha256
import json
from outgoing_story import pdf
from qlvb.content import clock
from qlvb.content.clock import held
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.renewing import renew
from qlvb.content.lookup import find_record
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.disposal.settings import IDisposalSettings
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


TODAY = clock.today().isoformat()
WORD = "tukhoabimat8841"
REASON = "Hết thời hạn, không còn giá trị"


def approved_catalogue(site, login_as):
    catalogue = make_catalogue(site)
    with login_as(ARCHIVIST):
        IActs(catalogue).perform("approve_catalogue", {})
    return catalogue


def test_holds(client, write, draft):
    show = write(
        "holds",
        "Holds",
        "``@holds`` of an agency lists cases and opens one on many records at once; of a record it says what binds it now. A held record "
        "is neither destroyed nor deposited, changed, moved or deleted by anybody: such requests are answered with 403 or 409 and name the "
        "cases. Acts: ``place_hold`` on a dossier or document (in bulk too), ``add_to_hold``, ``remove_from_hold`` and ``release_hold`` on the hold.",
    )
    archivist, drafter = client(ARCHIVIST), client("leminhanh")
    uid = drafter.get(f"{draft}").json()["UID"]
    body = {
        "case_number": "TT-05/2026",
        "title": "Thanh tra việc mua sắm",
        "reason": "Thanh tra tỉnh yêu cầu giữ nguyên hồ sơ",
        "basis": "45/TTr-NV, 05/01/2026",
        "records": [uid, "not-there"],
    }
    assert drafter.post("skhcn/@holds", json=body).status_code in (401, 403)
    made = show("Open a case", archivist.post("skhcn/@holds", json=body, headers={"Idempotency-Key": "h1"}), 201)
    again = archivist.post("skhcn/@holds", json=body, headers={"Idempotency-Key": "h1"})
    assert again.json()["UID"] == made["UID"]
    show("The same case twice", archivist.post("skhcn/@holds", json=body), 409)
    show("Without a basis", archivist.post("skhcn/@holds", json={"case_number": "X"}), 400)
    show("The hold with its records", archivist.get(f"{made['@id']}/@hold"))
    show("All of the agency", archivist.get("skhcn/@holds?state=active"))
    show("Delete the hold", client("quantri").delete(made["@id"]), 403)
    show("Records are neither copied nor moved", drafter.post("skhcn/outgoing/@move", json={"source": draft}), 403)
    show("Release it", archivist.post(f"{made['@id']}/@acts/release_hold", json={"reason": "Đã kết thúc thanh tra"}))


def test_disposal(client, site, write, login_as, monkeypatch, tmp_path):
    show = write(
        "disposal",
        "Appraisal and disposal",
        "``@disposal-candidates`` names what the system would propose, ``@disposals`` begins a disposal. Its steps are acts: ``convene``, ``vote``, "
        "``settle_tie``, ``record_absence``, ``conclude``, ``record_opinion`` (agencies that deposit with a historical archive), ``decide`` and "
        "``execute_disposal`` (both ask for the password again), ``undo_execution`` while ``undo`` of ``@disposal`` is ``open``, and "
        "``retry_execution`` when a fault has stopped the destruction. Proposer, decider and executor are three people. A precedent "
        "(``mark_precedent``, ``end_precedent``, ``@precedent``) is not marked for destruction; a duplicate only while another copy stays. "
        "``@archive-extract`` counts a period, what was destroyed too; its ``export`` with a ``format`` goes to ``POST @exports``. "
        "``@certificate`` of the disposal proves what was destroyed, ``@stub`` of a record says what is left of it.",
    )
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path))
    with held(date(2015, 1, 5)):
        dossier, documents = expired_dossier(approved_catalogue(site, login_as))
        dossier.end_date = date(2014, 12, 31)
        dossier.reindexObject()
        transaction.commit()
    archivist = client(ARCHIVIST)
    said = {"topic": "Thuê dịch vụ công nghệ thông tin", "reason": "Lần đầu giải quyết loại việc này"}
    home = dossier.absolute_url()
    show("Mark a precedent", archivist.post(f"{home}/@acts/mark_precedent", json=said))
    show("What it settles", archivist.get(f"{home}/@precedent"))
    assert archivist.get("skhcn/@disposal-candidates").json()["items"] == [], "no precedent is proposed"
    ended = archivist.post(f"{home}/@acts/end_precedent", json={"reason": "Không còn phù hợp nữa"})
    assert ended.status_code == 200, ended.text
    show("It is none any more", archivist.get(f"{home}/@precedent"), 404)
    assert client("leminhanh").get("skhcn/@disposal-candidates").status_code in (401, 403)
    found = show("What may be proposed", archivist.get("skhcn/@disposal-candidates"))
    assert [item["UID"] for item in found["items"]] == [dossier.UID()]
    body = {
        "title": "Xét hủy tài liệu hết thời hạn",
        "formation": "Hình thành trong hoạt động của Sở",
        "contents": "Hồ sơ phần mềm",
        "fill": True,
    }
    made = show("Begin a disposal", archivist.post("skhcn/@disposals", json=body), 201)
    base = made["@id"]
    council = {
        "decision_number": "15/QĐ-SKHCN",
        "decision_date": TODAY,
        "chair": CHAIR,
        "secretary": ARCHIVIST,
        "unit": [UNIT],
        "expert": [EXPERT],
    }
    show("A council with a wrong secretary", archivist.post(f"{base}/@acts/convene", json={**council, "secretary": HEAD}), 400)
    show("Lay it before the council", archivist.post(f"{base}/@acts/convene", json=council))
    vote = {"choice": "destroy", "why": REASON}
    show("A vote by somebody else", client(HEAD).post(f"{base}/@acts/vote", json=vote), 403)
    for userid in (CHAIR, ARCHIVIST, UNIT, EXPERT):
        answer = client(userid).post(f"{base}/@acts/vote", json=vote)
        assert answer.status_code == 200, answer.text
    show("Conclude the minutes", archivist.post(f"{base}/@acts/conclude", json={}))
    paper = {"filename": "quyet-dinh.pdf", "data": b64encode(pdf()).decode()}
    decision = {"number": "20/QĐ-SKHCN", "file": paper}
    show("Decide with a wrong password", client(HEAD).post(f"{base}/@acts/decide", json={**decision, "password": "x"}), 403)
    unsigned = client(HEAD).post(f"{base}/@acts/decide", json={**decision, "password": PASSWORD})
    show("Decide with a file that nobody signed", unsigned, 400)
    scanned = {**decision, "paper": True, "password": PASSWORD}
    answer = client(HEAD).post(f"{base}/@acts/decide", json=scanned)
    assert answer.status_code == 200, answer.text
    due = (clock.today() + timedelta(days=15)).isoformat()
    shown = show("Where it stands", archivist.get(f"{base}/@disposal"))
    assert shown["decision"]["due"] == due
    people = {"keeper": ARCHIVIST, "witness": UNIT, "password": PASSWORD}
    show("The proposer executes", archivist.post(f"{base}/@acts/execute_disposal", json=people), 403)
    executor = client("skhcnqtdv")
    show("How long it can be taken back", archivist.get("skhcn/@disposal-settings"))
    show("The agency decides otherwise", archivist.patch("skhcn/@disposal-settings", json={"hours_to_undo": 48}))
    show("Less than an hour", archivist.patch("skhcn/@disposal-settings", json={"hours_to_undo": 0}), 400)
    assert executor.patch("skhcn/@disposal-settings", json={"hours_to_undo": 1}).status_code in (401, 403)
    archivist.patch("skhcn/@disposal-settings", json={"hours_to_undo": 24})
    answer = executor.post(f"{base}/@acts/execute_disposal", json=people)
    assert answer.status_code == 200, answer.text
    show("No certificate yet", archivist.get(f"{base}/@certificate"), 404)
    undo = archivist.get(f"{base}/@disposal").json()["undo"]
    assert undo["open"] and 86000 < undo["seconds"] <= 86400
    show("Undo it", executor.post(f"{base}/@acts/undo_execution", json={"why": "Cần kiểm tra lại danh mục"}))
    show("Nothing is destroyed", archivist.get(f"{dossier.absolute_url()}/@stub"), 404)
    transaction.begin()
    IDisposalSettings(site["skhcn"]).keep({"hours_to_undo": 0})  # at once: no form and no service takes less than an hour
    IFileStore(documents[0]).main().current.set_text(f"Chữ chỉ có ở đây: {WORD}")
    renew(documents[0], content=True)
    transaction.commit()
    assert stores_with(WORD, site)
    assert executor.post(f"{base}/@acts/execute_disposal", json=people).status_code == 200
    getUtility(IRunner).run_pending()
    assert stores_with(WORD, site) == []
    show("What is left of the dossier", archivist.get(f"{dossier.absolute_url()}/@stub"))
    years = {"from": dossier.year, "to": dossier.year, "level": "dossiers"}
    extract = show("The archive of that year", archivist.get("skhcn/@archive-extract", params=years))
    assert (extract["total"], extract["destroyed"]) == (1, 1)
    ordered = archivist.post("@exports", json={**extract["export"], "format": "xml"})
    assert ordered.status_code == 202 and ordered.json()["rows"] == 1, ordered.text
    show("Years the wrong way round", archivist.get("skhcn/@archive-extract?from=2026&to=2020"), 400)
    assert client("leminhanh").get("skhcn/@archive-extract").status_code in (401, 403)
    proof = archivist.get(f"{base}/@certificate").json()  # its hashes and signature differ in each run
    assert sha256(proof["json"].encode()).hexdigest() == proof["sha256"]
    said = json.loads(proof["json"])
    for item in said["destroyed"]:
        for file in item["files"]:
            stub = archivist.get(f"{find_record(file['uid']).absolute_url()}/@stub")
            assert file["sha256"] in {one["sha256"] for one in stub.json()["files"]}
    assert client("leminhanh").get(documents[0].absolute_url()).status_code in (401, 403)
    assert archivist.get(f"{documents[0].absolute_url()}/@files").json()["items"] == []
