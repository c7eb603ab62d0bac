"""Pages of docs/rest about what a draft is made with: groups of recipients, templates, consultation, submission notes."""

import base64
from datetime import timedelta
from documentation.examples import FIELDS
from html import unescape
from live.story import upload
from lxml import html
from qlvb.content.clock import today
from qlvb.content.layout.templates import template_for
from qlvb.content.templates.decree import decree_template
from qlvb.policy.testing import PASSWORD


def do(client, record, act, data=None):
    return client.post(f"{record}/@acts/{act}", json=data or {})


def test_recipient_groups(client, write):
    show = write(
        "recipient-groups",
        "Groups of recipients",
        "Recipients that an agency often writes to together. Whoever drafts chooses a group; clerks and administrators keep them. A group of the same "
        "name is replaced; drafts that were made with it stay as they are.",
    )
    clerk, drafter = client("vanthuskhcn"), client("leminhanh")
    rows = [{"name": "Sở Nội vụ", "agency": "snv"}, {"name": "Công ty Sao Mai", "channel": "outside", "address": "Số 3 đường Cảng"}]
    made = show("Keep a group", clerk.post("skhcn/@recipient-groups", json={"title": "Các nơi dự giao ban", "recipients": rows}), 201)
    again = clerk.post("skhcn/@recipient-groups", json={"title": "các nơi dự giao ban", "recipients": rows[:1]})
    assert (again.status_code, again.json()["id"]) == (201, made["id"])
    wrong = {"title": "", "recipients": [{"name": "Ai đó", "channel": "internal"}]}
    show("Every fault is told", clerk.post("skhcn/@recipient-groups", json=wrong), 400)
    show("The groups of an agency", drafter.get("skhcn/@recipient-groups"))
    show("Not everybody keeps them", drafter.post("skhcn/@recipient-groups", json={"title": "Riêng", "recipients": rows}), 403)
    assert client("vanthusnv").get("skhcn/@recipient-groups").status_code in (401, 403)
    show("Forget one", clerk.delete(f"skhcn/@recipient-groups/{made['id']}"), 204)
    show("It is gone", clerk.delete(f"skhcn/@recipient-groups/{made['id']}"), 404)


def test_templates(client, write):
    show = write(
        "templates",
        "Templates of an agency",
        "``@templates`` of an agency: docx files with fields (``{{ subject }}``), checked when they are uploaded and filled from a draft.",
    )
    administrator = client("skhcnqtdv")
    data = base64.b64encode(decree_template("official_letter")).decode()
    body = {"title": "Công văn của Sở", "document_type": "official_letter", "filename": "cong-van.docx", "data": data}
    made = show("Keep a template", administrator.post("skhcn/@templates", json=body), 201)
    broken = {**body, "title": "", "data": base64.b64encode(b"no docx").decode()}
    show("Every fault is told", administrator.post("skhcn/@templates", json=broken), 400)
    show("The templates, and the fields that they may use", client("leminhanh").get("skhcn/@templates"))
    assert client("leminhanh").post("skhcn/@templates", json=body).status_code in (401, 403)
    show("Forget one", administrator.delete(f"skhcn/@templates/{made['id']}"), 204)


def test_consultation(client, write, draft):
    show = write(
        "consultation",
        "Opinions on a draft",
        "The drafter asks people and units until a day (act ``consult``); they answer in parallel (``give_opinion``: ``agree``, ``disagree``, "
        "``other``; a line ``place: words`` is a remark of its own). Another agency of the site (``agencies``) gets a request, which its clerk or "
        "leader gives to somebody to prepare and its leader answers; it reads the version asked about, nothing else. ``@consultation`` gives the rounds and every remark in the order of the text; "
        "the drafter settles each (``settle_opinion``), and the agency that gave it reads in ``outcome`` what became of it.",
    )
    drafter, asked = client("leminhanh"), client("hoangvanluu")
    deadline = (today() + timedelta(days=5)).isoformat()
    question = {"people": ["hoangvanluu", "buitrungkien"], "deadline": deadline, "question": "Góp ý phạm vi áp dụng"}
    show("Ask", do(drafter, draft, "consult", question))
    text = "Cơ bản nhất trí.\nĐiều 2: bỏ từ “các”"
    show("Answer", do(asked, draft, "give_opinion", {"answer": "other", "text": text}))
    show("An answer needs words unless it agrees", do(client("buitrungkien"), draft, "give_opinion", {"answer": "disagree"}), 400)
    show("Who was not asked", do(drafter, draft, "give_opinion", {"answer": "agree"}), 403)
    later = (today() + timedelta(days=9)).isoformat()
    show("Another agency gets a request", do(drafter, draft, "extend_consultation", {"agencies": ["snv"]}))
    leader = client("tranduclong")
    [row] = leader.get("@worklist", params={"box": "opinions.to_answer"}).json()["items"]
    request = row["@id"]
    show("What it is asked", leader.get(f"{request}/@consultation"))
    assert leader.get(draft).status_code in (401, 403, 404)
    show("Its clerk has it prepared", do(client("vanthusnv"), request, "assign_opinion", {"person": "vuhaiyen"}))
    show("The specialist prepares", do(client("vuhaiyen"), request, "prepare_agency_opinion", {"answer": "agree"}))
    show("The leader sends it", do(leader, request, "send_opinion", {"answer": "agree", "text": "Điều 1: nhất trí."}))
    show("Remind the others", do(drafter, draft, "chase_consultation", {"message": "Cần trong tuần"}))
    show("Give more time", do(drafter, draft, "extend_consultation", {"deadline": later}))
    show("End it", do(drafter, draft, "end_consultation"))
    show("Too late", do(client("buitrungkien"), draft, "give_opinion", {"answer": "agree"}), 409)
    found = show("The rounds and the remarks", drafter.get(f"{draft}/@consultation"))
    point = found["remarks"][-1]["point"]
    settled = {"point": point, "decision": "rejected", "reason": "Giữ để bao quát các trường hợp"}
    show("Settle a remark", do(drafter, draft, "settle_opinion", settled))
    theirs = next(row["point"] for row in found["remarks"] if row["place"] == "Điều 1")
    do(drafter, draft, "settle_opinion", {"point": theirs, "decision": "accepted"})
    show("What the other agency reads of its own", leader.get(f"{request}/@consultation"))


def test_notes(client, write, draft):
    show = write(
        "notes",
        "Submission notes",
        "A submission note (phiếu trình) carries drafts to those who decide, one after another (``submit_note``), and may ask others at the same "
        "time. The drafts are held until it is decided; approving it passes them on.",
    )
    drafter, leader = client("leminhanh"), client("nguyenthithuha")
    uid = drafter.get(draft).json()["UID"]
    body = {"subject": "Phiếu trình về góp ý Quy chế", "proposal": "Kính trình đồng chí cho ý kiến.", "drafts": [uid]}
    note = show("Make a note", drafter.post("skhcn/@notes", json=body), 201)["@id"]
    show("Every fault is told", drafter.post("skhcn/@notes", json={"subject": "", "drafts": ["0"]}), 400)
    deciders = {"deciders": ["phamquochuy", "nguyenthithuha"], "asked": ["buitrungkien"]}
    show("Submit it", do(drafter, note, "submit_note", deciders))
    show("Its draft is held", do(drafter, draft, "submit", {"receiver": "phamquochuy"}), 409)
    show("Not yet her turn", do(leader, note, "agree_note"), 403)
    show("An opinion", do(client("buitrungkien"), note, "opine_note", {"answer": "agree"}))
    show("The first agrees", do(client("phamquochuy"), note, "agree_note", {"comment": "Đồng ý."}))
    show("The last agrees", do(leader, note, "agree_note", {"comment": "Thống nhất."}))
    show("The note afterwards", drafter.get(f"{note}/@note"))


def test_draft_text(client, write, request_factory):
    show = write(
        "draft-text",
        "Editing a draft in the browser",
        "``@draft-text`` of an outgoing document gives the paragraphs of its docx. The act ``edit_text`` takes a text for each of them (empty: taken "
        "out; a line break: one more) and makes the next version, ``restore_version`` makes an earlier one the newest again, ``remark_draft`` says "
        "something about a paragraph. Whoever the draft is with may do so: its drafter, then each reviewer and the signer.",
    )
    data = template_for("official_letter", subject="Góp ý dự thảo kế hoạch")
    body = {**FIELDS, "recipients": [{"name": "Sở Nội vụ", "agency": "snv"}], "files": [upload("main", "cong-van.docx", data)]}
    draft = client("leminhanh").post("skhcn/@documents", json=body).json()["@id"]
    do(client("leminhanh"), draft, "submit", {"receiver": "phamquochuy"})
    reviewer = client("phamquochuy")
    text = show("The paragraphs", reviewer.get(f"{draft}/@draft-text"))
    typed = [one["text"] for one in text["items"]]
    place = typed.index("[Nội dung văn bản]./.")
    typed[place] = "Sở nhất trí với dự thảo./."
    changed = {"version": text["version"], "paragraphs": typed, "note": "Viết lại nội dung"}
    assert show("Type over one", do(reviewer, draft, "edit_text", changed))["version"] == 2
    show("Somebody was faster", do(reviewer, draft, "edit_text", changed), 409)
    show("Its drafter has passed it on", do(client("leminhanh"), draft, "edit_text", changed), 409)
    show("Say something about a paragraph", do(reviewer, draft, "remark_draft", {"paragraph": place + 1, "text": "Đã rút gọn"}))
    show("Bring the first version back", do(reviewer, draft, "restore_version", {"version": 1}))
    assert reviewer.get(f"{draft}/@draft-text").json()["remarks"][0]["text"] == "Đã rút gọn"

    session = request_factory(basic_auth=("phamquochuy", PASSWORD), api=False)
    session.headers["Accept"] = "text/html"
    page = html.fromstring(session.get(f"{draft}/@@draft-text").text)
    form = page.xpath("//form[contains(@class, 'doc-text')]")[0]
    fields = dict(form.form_values())
    assert fields[f"paragraph.{place + 1}"] == "[Nội dung văn bản]./." and fields["version"] == "3"
    refused = session.post(f"{draft}/@@draft-text", data=fields)
    assert refused.status_code == 400 and "Chưa sửa đoạn nào" in unescape(refused.text)
    fields[f"paragraph.{place + 1}"] = "Câu một.\r\nCâu hai./."
    answer = session.post(f"{draft}/@@draft-text", data=fields)
    assert answer.status_code == 200 and answer.url.rstrip("/") == draft
    assert "Khôi phục bản" in unescape(answer.text)
    late = session.post(f"{draft}/@@draft-text", data=fields)  # the same page sent again: nothing that was typed is lost
    assert late.status_code == 409 and "Câu hai./." in unescape(late.text)
    newer = html.fromstring(late.text).xpath("//div[@role='alert']//a/@href")
    assert newer[0] == f"{draft}/@@draft-text" and newer[1].endswith("&from=3&to=4")
    assert [session.get(one).status_code for one in newer] == [200, 200]
    words = [one["text"] for one in reviewer.get(f"{draft}/@draft-text").json()["items"]]
    assert words[place : place + 2] == ["Câu một.", "Câu hai./."]
    seen = session.post(f"{draft}/@@draft-text", data={**fields, "remark": "1", "remark_text": "Cả văn bản ổn"})
    assert "Cả văn bản ổn" in unescape(seen.text)
