"""The whole story over REST alone, on both storages; the pages of docs/rest come from this run."""

from documentation.recorder import Page
from live.drafts import annex_docx
from live.drafts import letter_docx
from live.story import recipient
from live.story import Story
from live.story import SUBJECT
import pytest


@pytest.fixture
def story(live):
    page = Page(
        "story",
        "The life of a document over REST",
        "One document from draft to dossier, by five people of two agencies. Every change is an act; ``@acts`` says which are possible "
        "and what they ask for.",
    )
    yield Story(live, page)
    page.write()


def test_a_document_lives_its_whole_life(story):
    letter = drafted(story)
    returned_once(story, letter)
    signed(story, letter)
    issued(story, letter)
    received = delivered(story, letter)
    reply = handled(story, received)
    answered(story, letter, received, reply)


def drafted(story):
    fields = {
        "@type": "OutgoingDocument",
        "subject": SUBJECT,
        "document_type": "official_letter",
        "urgency": "urgent",
        "signatory": "nguyenthithuha",
        "recipients": [
            recipient("Sở Nội vụ", "snv", "H99.08", "for_execution"),
            recipient("Ủy ban nhân dân xã Phú Lâm", "ubnd-xa-phu-lam", "H99.45", "for_execution"),
            recipient("Ủy ban nhân dân tỉnh Sơn Hải", "ubnd-tinh", "H99", "for_report"),
        ],
    }
    files = [("main", "cong-van.docx", letter_docx(SUBJECT)), ("annex", "phieu-gop-y.docx", annex_docx())]
    letter = story.document("leminhanh", "skhcn", fields, files, heading="Draft a document with its files")
    story.converted("leminhanh", letter)
    story.get("leminhanh", f"{letter}/@files", heading="Its files")
    dossiers = story.get("leminhanh", "skhcn/@dossiers", text="nâng cấp phần mềm")["items"]
    dossier = next(item for item in dossiers if item["code"] == "02.CNTT")
    story.act("leminhanh", letter, "file", {"dossiers": [dossier["uid"]]}, heading="File it in a dossier")
    return letter


def returned_once(story, letter):
    acts = story.get("leminhanh", f"{letter}/@acts", heading="What can be done now")["items"]
    assert next(act for act in acts if act["id"] == "submit")["possible"]
    story.act("leminhanh", letter, "submit", {"receiver": "phamquochuy", "request": "Kính trình đồng chí xem xét."}, heading="Submit")
    out_of_turn = story.act("leminhanh", letter, "submit", {"receiver": "phamquochuy"}, status=409)
    assert out_of_turn["error"]["violations"]
    short = story.act("phamquochuy", letter, "return", {"reason": "ngắn"}, status=400)
    assert short["error"]["violations"][0]["field"] == "reason"
    story.act("phamquochuy", letter, "return", {"reason": "Bổ sung thời hạn góp ý của các cơ quan."}, heading="Return it")
    main = next(f for f in story.get("leminhanh", f"{letter}/@files")["items"] if f["role"] == "main")
    answer = story.as_("leminhanh").put(
        f"{letter}/@files/{main['id']}",
        files={"file": ("cong-van-2.docx", letter_docx(SUBJECT, "Góp ý gửi về Sở trước ngày 05 tháng 12 năm 2026."))},
        data={"note": "Bổ sung thời hạn"},
    )
    assert answer.status_code == 200, answer.text
    story.converted("leminhanh", letter)
    versions = story.get("leminhanh", f"{letter}/@files/{main['id']}/versions")["items"]
    assert [version["number"] for version in versions] == [1, 2]
    story.act("leminhanh", letter, "resubmit", {"receiver": "phamquochuy"})
    story.act("phamquochuy", letter, "approve", {"comment": "Đồng ý trình ký."}, heading="Approve")


def signed(story, letter):
    box = story.get("nguyenthithuha", "@worklist", heading="The leader's box", box="outgoing.to_review")
    assert letter in {item["@id"] for item in box["items"]}
    story.act("nguyenthithuha", letter, "sign", {}, heading="Sign")
    assert story.get("nguyenthithuha", letter)["review_state"] == "to_issue"


def issued(story, letter):
    number = story.act("vanthuskhcn", letter, "number", {}, heading="Take number and date")
    assert number["reference"].endswith("/SKHCN-CNTT&CĐS"), number
    story.act("vanthuskhcn", letter, "seal", {}, heading="Seal")
    story.act("vanthuskhcn", letter, "issue", {}, heading="Issue and send")
    signatures = story.get("vanthuskhcn", f"{letter}/@signatures", heading="Its signatures")["items"]
    assert [signature["verdict"] for signature in signatures] == ["valid", "valid"]


def delivered(story, letter):
    def arrived():
        return story.get("vanthuskhcn", f"{letter}/@deliveries")["items"]

    story.until(arrived, lambda items: all(item["state"] == "arrived" for item in items))
    story.get("vanthuskhcn", f"{letter}/@deliveries", heading="Where it has arrived")
    waiting = story.get("vanthusnv", "@worklist", box="incoming.waiting")["items"]
    received = next(item["@id"] for item in waiting if item["subject"] == SUBJECT)
    story.act("vanthusnv", received, "accept", {}, heading="Accept and register")
    story.act("vanthusnv", received, "present", {"leader": "tranduclong", "proposal": "Kính trình Giám đốc phân công."})
    return received


def handled(story, received):
    direction = {
        "text": "Giao đồng chí Yến chủ trì tham mưu văn bản trả lời.",
        "lead": ["vuhaiyen"],
        "information": ["phangiakhanh"],
        "working_days": 5,
    }
    story.act("tranduclong", received, "direct", direction, heading="Write the direction and assign")
    story.act("phangiakhanh", received, "open", {})
    lines = story.get("tranduclong", f"{received}/@lines", heading="The assignment lines")["items"]
    assert {line["recipient"]: line["state"] for line in lines}["phangiakhanh"] == "finished"
    reply = story.act("vuhaiyen", received, "reply", {}, heading="Draft the reply")["url"]
    answer = story.as_("vuhaiyen").post(
        f"{reply}/@files",
        json={"role": "main", "filename": "tra-loi.docx", "data": letter_base64("V/v trả lời"), "encoding": "base64"},
    )
    assert answer.status_code == 201, answer.text
    story.as_("vuhaiyen").patch(reply, json={"signatory": "tranduclong"}).raise_for_status()
    story.converted("vuhaiyen", reply)
    story.act("vuhaiyen", reply, "submit", {"receiver": "tranduclong"})
    story.act("tranduclong", reply, "sign", {})
    story.act("vanthusnv", reply, "number_and_seal", {})
    story.act("vanthusnv", reply, "issue", {})
    return reply


def letter_base64(subject):
    import base64

    return base64.b64encode(letter_docx(subject)).decode("ascii")


def answered(story, letter, received, reply):
    state = story.until(lambda: story.get("vuhaiyen", received)["review_state"], lambda state: state == "finished")
    assert state == "finished"

    def own_delivery():
        items = story.get("vanthuskhcn", f"{letter}/@deliveries")["items"]
        return next(item for item in items if item["recipient"]["agency"] == "snv")["state"]

    story.until(own_delivery, lambda state: state == "finished")
    waiting = story.get("vanthuskhcn", "@worklist", box="incoming.waiting")["items"]
    returned = next(item["@id"] for item in waiting if item["in_reply_to"])
    contents = story.get("leminhanh", "skhcn/@dossiers", text="nâng cấp phần mềm")["items"]
    dossier = next(item for item in contents if item["code"] == "02.CNTT")
    filed = story.get("leminhanh", f"{dossier['@id']}/@contents", heading="The dossier gathered both")["items"]
    assert {letter, returned} <= {item["@id"] for item in filed}
    journal = story.get("vanthuskhcn", f"{letter}/@journal", heading="Its journal")
    assert journal["verified"] is True
    story.get("leminhanh", f"{letter}/@who-can-see", heading="Who can see it, and why")
