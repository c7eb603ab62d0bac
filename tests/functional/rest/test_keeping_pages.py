"""Pages of docs/rest about the retention schedule, catalogues and the keeping of dossiers."""

from documentation.examples import YEAR
from plone import api
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.states import state_of
from qlvb.workflows.outbox.interfaces import IRunner
import transaction
from zope.component import getUtility


PNG = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
REASON = "Theo Thông tư mới ban hành"


def test_retention_schedule(client, write):
    show = write(
        "retention-schedule",
        "The retention schedule",
        "``@retention-schedule`` of the site is the schedule that all agencies share, kept by the system's administrators; of an agency the "
        "same with the agency's own rows: new ones, and longer periods. A change makes a version with its reason and touches no dossier; "
        "the act ``follow_schedule`` of a dossier takes over what its row says now.",
    )
    archivist = client("hoangvanluu")
    found = show("Rows", archivist.get("skhcn/@retention-schedule", params={"text": "cong van trao doi quy hoach"}))
    row = found["items"][0]
    body = {"version": 1, "reason": REASON, "items": [{**row, "years": 10}]}
    show("Change a row", archivist.put("skhcn/@retention-schedule?b_size=1", json=body))
    show("Somebody was faster", archivist.put("skhcn/@retention-schedule", json=body), 409)
    wrong = {"reason": REASON, "items": [{**row, "years": 1}]}
    show("Mistakes", archivist.put("skhcn/@retention-schedule", json=wrong), 400)
    shorter = {"reason": REASON, "items": [{**row, "years": 2}]}
    show("Shorter than the province's", archivist.put("skhcn/@retention-schedule", json=shorter), 400)
    show("Of the province", client("quantri").put("@retention-schedule?b_size=1", json=body))
    assert client("hoangvanluu").put("@retention-schedule", json=body).status_code in (401, 403)
    assert client("leminhanh").put("skhcn/@retention-schedule", json=body).status_code in (401, 403)
    assert client("leminhanh").get("skhcn/@retention-schedule?version=99").status_code == 404


def test_retention_changes(client, write, login_as):
    show = write(
        "retention-changes",
        "Dossiers that follow the retention schedule",
        "``@retention-changes`` of an agency says how many dossiers differ from what their rows of the schedule say now. POST has the worker "
        "bring them in step, all of them or those of some ``rows`` (tokens) or ``uids``; ``dry_run`` only tries. A run is read until it is "
        "``done``; what was refused of one dossier keeps none of the others back.",
    )
    archivist = client("hoangvanluu")
    with login_as("leminhanh"):
        found = getUtility(IDossierFinder).dossiers("skhcn", year=YEAR)
        dossier = next(one for one in found if state_of(one) == "open")
    row = IRetentionSchedule(api.portal.get()).current().row("N2")
    dossier.retention_row, dossier.retention_kind, dossier.retention_years = row.token, "years", 60
    dossier.reindexObject()
    transaction.commit()
    address = "skhcn/@retention-changes"
    show("What would change", archivist.get(address))
    show("A reason is asked for", archivist.post(address, json={"rows": ["N2"]}), 400)
    show("Nothing to follow", archivist.post(address, json={"reason": REASON, "rows": ["N1"]}), 409)
    body = {"reason": REASON, "rows": ["N2"], "dry_run": True}
    tried = show("Try it", archivist.post(address, json=body, headers={"Idempotency-Key": "t1"}), 202)
    assert archivist.post(address, json=body, headers={"Idempotency-Key": "t1"}).json()["id"] == tried["id"]
    run_jobs()
    assert archivist.get(tried["@id"]).json()["changed"] == 1
    run = show("Do it", archivist.post(address, json={"reason": REASON, "rows": ["N2"]}), 202)
    run_jobs()
    show("One run", archivist.get(run["@id"]))
    show("Forget it", archivist.delete(run["@id"]), 204)
    assert archivist.get(run["@id"]).status_code == 404
    assert client("leminhanh").get(address).status_code in (401, 403)


def run_jobs():
    transaction.begin()
    getUtility(IRunner).run_pending()
    transaction.begin()


def test_catalogue_rows(client, write):
    show = write(
        "catalogue-rows",
        "Rows of a dossier catalogue",
        "``@catalogues`` of an agency are its dossier catalogues; POST drafts that of a year from the newest before it. "
        "``@catalogue-rows`` of a catalogue: its lines as the decree prints them, and its versions since the approval. POST tries lines (JSON, "
        "xlsx or docx) and stores nothing; PUT puts them in place, with a reason once the catalogue is approved, and with the ``mark`` "
        "that was read: it is another one as soon as any row is. The acts "
        "``approve_catalogue`` and ``draft_decision`` are those of ``@acts``.",
    )
    archivist, address = client("hoangvanluu"), f"skhcn/dossiers/{YEAR}/@catalogue-rows"
    show("The catalogues", archivist.get("skhcn/@catalogues"))
    made = show("Draft that of the next year", archivist.post("skhcn/@catalogues", json={"year": YEAR + 1, "headings": "units"}), 201)
    assert (made["year"], made["state"]["id"]) == (YEAR + 1, "draft") and made["entries"]
    show("A year has one", archivist.post("skhcn/@catalogues", json={"year": YEAR + 1}), 409)
    for wrong, field in (({"year": 1200}, "year"), ({"year": ["2027"]}, "year"), ({"year": True}, "year"), ({}, "year"), ({"year": YEAR, "headings": []}, "headings")):
        answer = archivist.post("skhcn/@catalogues", json=wrong)
        assert (answer.status_code, answer.json()["error"]["violations"][0]["field"]) == (400, field), wrong
    assert client("leminhanh").post("skhcn/@catalogues", json={"year": YEAR + 1}).status_code == 403
    kept = show("The lines", archivist.get(address))
    rows = kept["rows"]
    changed = [{**row, "note": "Bản điện tử"} if row["code"] == "02.CNTT" else row for row in rows]
    show("Try other lines", archivist.post(address, json={"rows": changed}))
    wrong = [{**row, "retention": "lâu"} if row["code"] == "02.CNTT" else row for row in rows]
    show("Mistakes by line and column", archivist.post(address, json={"rows": wrong}), 400)
    show("An approved catalogue asks why", archivist.put(address, json={"rows": changed}), 400)
    body = {"rows": changed, "reason": "Bổ sung ghi chú bản điện tử", "mark": kept["mark"]}
    found = show("Put them in place", archivist.put(address, json=body))
    assert found["versions"][0]["changes"][0]["code"] == "02.CNTT"
    show("Somebody was faster", archivist.put(address, json=body), 409)
    assert client("leminhanh").put(address, json=body).status_code in (401, 403)
    broken = {"filename": "danh-muc.xlsx", "data": "UEsDBAo="}
    assert archivist.post(address, json=broken).status_code == 400


def test_keeping(client, write, draft):
    show = write(
        "dossier-keeping",
        "Keeping dossiers",
        "A dossier gathers what follows from its documents (``@dossier-templates`` of the agency says whether by itself), is shared, handed "
        "over and measured against a template; ``@checklist`` says what is missing before it can be closed.",
    )
    holder, archivist = client("leminhanh"), client("hoangvanluu")
    dossier = holder.get("skhcn/@dossiers", params={"text": "nang cap", "year": YEAR}).json()["items"][0]["@id"]
    template = {
        "id": "nang-cap",
        "title": "Nâng cấp phần mềm",
        "components": [
            {"title": "Công văn triển khai", "document_types": ["official_letter"], "direction": "outgoing"},
            {"title": "Biên bản nghiệm thu", "document_types": ["minutes"]},
        ],
    }
    body = {"gathering": "propose", "items": [template]}
    show("Templates of an agency", archivist.put("skhcn/@dossier-templates", json=body))
    show("Mistakes", archivist.put("skhcn/@dossier-templates", json={"items": [{**template, "id": "Mẫu 1"}]}), 400)
    assert holder.put("skhcn/@dossier-templates", json=body).status_code in (401, 403)
    show("Follow a template", holder.post(f"{dossier}/@acts/choose_template", json={"template": "nang-cap"}))
    holder.post(f"{dossier}/@contents", json={"document": holder.get(draft).json()["UID"]})
    part = {"title": "Giai đoạn kiểm thử", "holder": "phamquochuy"}
    opened = show("Open a part of it", holder.post(f"{dossier}/@acts/open_part", json=part))
    again = client("phamquochuy").post(f"{opened['url']}/@acts/open_part", json=part)
    show("A part has no parts", again, 409)
    assert holder.get(f"{dossier}/@contents").json()["dossier"]["parts"] == [opened["uid"]]
    listed = {one["UID"]: one for one in holder.get("skhcn/@dossiers", params={"year": YEAR}).json()["items"]}
    assert listed[listed[opened["uid"]]["part_of"]]["parts"] == [opened["uid"]]
    show("What is missing", holder.get(f"{dossier}/@checklist"))
    show("Share", holder.post(f"{dossier}/@acts/share_dossier", json={"people": ["vanthuskhcn"]}))
    over = {"receiver": "phamquochuy", "reason": "Chuyển sang nhiệm vụ khác"}
    show("Hand over", holder.post(f"{dossier}/@acts/hand_over_dossier", json=over))
    receiver = client("phamquochuy")
    show("The receiver counted otherwise", receiver.post(f"{dossier}/@acts/accept_handover", json={"documents": 9}), 400)
    show("Accept", receiver.post(f"{dossier}/@acts/accept_handover", json={"documents": 1}))
    show("The minutes are signed by both, the giver first", receiver.post(f"{dossier}/@acts/sign_handover_receiver", json={}), 503)
    show("Who has built dossiers", archivist.get("skhcn/@filing-state", params={"year": YEAR}))
    assert archivist.get("skhcn/@filing-state?year=x").status_code == 400


def test_personal_documents(client, write):
    show = write(
        "personal",
        "Personal documents",
        "What a person keeps for himself: found and read by nobody else, administrators included, and his wherever he goes. Files are added "
        "and changed with ``@files`` of the document (role ``original``).",
    )
    me = client("leminhanh")
    made = show("Keep one", me.post("@personal-documents", json={"subject": "Sổ tay trực", "note": "Tủ mạng ở phòng 305"}), 201)
    file = {"role": "original", "filename": "ca-truc.png", "data": PNG}
    show("Add a file", me.post(f"{made['@id']}/@files", json=file), 201)
    show("Change it", me.patch(f"{made['@id']}/@personal-document", json={"note": "Tủ mạng ở phòng 306"}))
    show("Find them", me.get("@personal-documents?text=tu+mang"))
    show("Without a subject", me.post("@personal-documents", json={"note": "x"}), 400)
    show("Somebody else", client("phamquochuy").get(f"{made['@id']}/@personal-document"), 403)
    show("Take it out", me.delete(f"{made['@id']}/@personal-document"), 204)
