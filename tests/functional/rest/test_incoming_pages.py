"""The pages of docs/rest about the work on received documents, written from what the services answer."""

from datetime import date
from datetime import timedelta
from documentation.examples import YEAR
from hashlib import sha256
from live.story import LETTER
from live.story import upload


BODY = {
    "subject": "V/v báo cáo số liệu chuyển đổi số",
    "document_type": "official_letter",
    "issuing_body": "Công ty Sao Mai",
    "document_symbol": "16/SM-KT",
    "issue_date": f"{YEAR}-01-05",
}


def test_the_work_on_it(client, write):
    show = write(
        "lines",
        "Lines: asking and answering",
        "Who holds a line and who gave it answer each other by acts. What somebody else has closed a moment ago is told with 409, "
        "in words.",
    )  # fmt: skip
    clerk, leader, holder = client("vanthusnv"), client("tranduclong"), client("vuhaiyen")
    body = {**BODY, "files": [upload("signed", "cong-van.pdf", LETTER.read_bytes())]}
    received = clerk.post("snv/@incoming", json=body).json()["@id"]
    clerk.post(f"{received}/@acts/present", json={"leader": "tranduclong", "proposal": "Kính trình"})
    direction = {
        "text": "Báo cáo tôi trước khi gửi.",
        "lead": ["vuhaiyen"],
        "coordinate": ["phangiakhanh"],
        "working_days": 5,
        "accept_result": True,
    }
    leader.post(f"{received}/@acts/direct", json=direction)
    deadline = date.fromisoformat(leader.get(f"{received}/@lines").json()["items"][0]["deadline"])
    wish = {"deadline": (deadline + timedelta(days=7)).isoformat(), "reason": "Chờ số liệu của các xã gửi về"}
    progress = {"percent": 40, "text": "Chờ số liệu hai xã"}
    show("Say how far it is", holder.post(f"{received}/@acts/update_progress", json=progress))
    show("Ask for a later deadline", holder.post(f"{received}/@acts/ask_extension", json=wish))
    show("Grant it", leader.post(f"{received}/@acts/approve_extension", json={}), text="Empty: as it was asked for.")
    show("Urge", leader.post(f"{received}/@acts/chase", json={"message": "Khẩn trương báo cáo"}))
    show("Report the result", holder.post(f"{received}/@acts/finish", json={"result": "Đã có báo cáo"}))
    show("Ask to redo it", leader.post(f"{received}/@acts/redo", json={"reason": "Thiếu phụ lục số liệu"}))
    holder.post(f"{received}/@acts/finish", json={"result": "Đã bổ sung phụ lục"})
    show("Accept the result", leader.post(f"{received}/@acts/confirm_result", json={}))
    show("Too late", client("phangiakhanh").post(f"{received}/@acts/finish", json={"result": "Xong phần tôi"}), 409)
    lines = show("The lines afterwards", leader.get(f"{received}/@lines"))
    assert lines["items"][0]["extensions"][0]["granted"] and lines["items"][0]["chases"]
    show("The chain of documents", leader.get(f"{received}/@chain"))
    show("Amend the direction", leader.post(f"{received}/@acts/amend_direction", json={"text": "Báo cáo tôi trong tuần."}))


def test_twice(client, write):
    show = write(
        "duplicates",
        "Documents that come twice",
        "The same number, symbol and body, the same symbol, date and body, or the very same file: told before anything is entered.",
    )  # fmt: skip
    clerk, data = client("vanthusnv"), LETTER.read_bytes()
    body = {**BODY, "files": [upload("signed", "cong-van.pdf", data)]}
    received = clerk.post("snv/@incoming", json=body).json()["@id"]
    query = {"document_symbol": BODY["document_symbol"], "issue_date": BODY["issue_date"], "sha256": sha256(data).hexdigest()}
    found = show("What is there already", clerk.get("snv/@duplicates", params=query))
    assert found["items"][0]["same_file"]
    show("It is not entered silently", clerk.post("snv/@incoming", json=BODY), 400)
    again = {**BODY, "duplicate_reason": "Nơi gửi đính chính, nội dung khác"}
    show("Entered with a reason", clerk.post("snv/@incoming", json=again), 201)
    copy = {"file": upload("", "lan-hai.pdf", data), "arrival_channel": "email", "note": "Thư điện tử gửi sau"}
    copy["file"].pop("role", None)
    show("Attached to the document that is there", clerk.post(f"{received}/@acts/attach_arrival", json=copy))


def test_what_an_agency_decides(client, write):
    show = write(
        "agency-rules",
        "What an agency decides for itself",
        "Days off and days worked instead count in every deadline; express documents that nobody opens go up level by level.",
    )
    admin, member = client("skhcnqtdv"), client("leminhanh")
    day = next(
        day
        for day in (date(YEAR, 12, 1) + timedelta(days=number) for number in range(7))
        if day.weekday() == 0
    ).isoformat()
    decision = {"day": day, "working": False, "note": "Kỷ niệm ngày thành lập Sở"}
    show("Decide a day off", admin.post("skhcn/@days-off", json=decision), 201)
    show("The days of a year", member.get("skhcn/@days-off", params={"year": YEAR}))
    show("It is a day off already", admin.post("skhcn/@days-off", json={**decision, "note": ""}), 400)
    show("Take it back", admin.delete(f"skhcn/@days-off/{day}"), 204)
    show("Not everybody decides", member.post("skhcn/@days-off", json=decision), 403)
    show("The rules for incoming documents", admin.get("skhcn/@incoming-settings"))
    show("Change them", admin.patch("skhcn/@incoming-settings", json={"unread_minutes": 15}))
    show("A mistake", admin.patch("skhcn/@incoming-settings", json={"unread_minutes": -1}), 400)


def test_for_oneself(client, write, draft):
    show = write(
        "marks",
        "Stars, notes and phrases",
        "What a person keeps for himself: nobody else sees it. Lists are narrowed by it with the filters ``starred`` and ``noted``.",
    )
    person = client("leminhanh")
    show("Star and note", person.patch(f"{draft}/@marks", json={"starred": True, "note": "Hỏi lại kế toán"}))
    show("Follow what happens to it", person.patch(f"{draft}/@marks", json={"followed": True}))
    show("A list of what has a star", person.get("@worklist?box=outgoing.drafts&starred=1"))
    show("By the words of the note", person.get("@worklist?box=outgoing.drafts&noted=ke%20toan"))
    show("All marks", person.get("@marks"))
    show("A mistake", person.patch(f"{draft}/@marks", json={"starred": "có"}), 400)
    kept = show("Keep a phrase", person.post("@phrases", json={"text": "Chuyển Phòng CNTT tham mưu"}), 201)
    show("The phrases", person.get("@phrases"))
    show("For the unit", person.post("@phrases", json={"text": "Khẩn trương", "owner": "skhcn"}), 403)
    show("Remove it", person.delete(f"@phrases/{kept['id']}"), 204)
