"""The whole story over REST alone, on both storages; the pages of docs/rest come from this run."""

from documentation.recorder import Page
from independent import pdfsig
from independent import pyhanko_says
from independent import trust_store
from live.drafts import annex_docx
from live.drafts import letter_docx
from live.story import SUBJECT
from live.story import Story
from live.story import recipient
from live.story import upload
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.status import SignatureCoverageLevel
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


def test_a_document_lives_its_whole_life(story, live, tmp_path):
    letter = drafted(story)
    returned_once(story, letter)
    signed(story, letter)
    issued(story, letter)
    both_signatures_hold(official_pdf(story, letter), live, tmp_path)
    received = delivered(story, letter)
    wrong_addressee(story, letter)
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
    dossier = story_dossier(story)
    story.act("leminhanh", letter, "file", {"dossiers": [dossier["UID"]]}, heading="File it in a dossier")
    return letter


def story_dossier(story):
    dossiers = story.get("leminhanh", "skhcn/@dossiers", text="nâng cấp phần mềm")["items"]
    return next(item for item in dossiers if item["code"] == "02.CNTT")


def returned_once(story, letter):
    acts = story.get("leminhanh", f"{letter}/@acts", heading="What can be done now")["items"]
    assert next(act for act in acts if act["id"] == "submit")["possible"]
    story.act(
        "leminhanh",
        letter,
        "submit",
        {"receiver": "phamquochuy", "request": "Kính trình đồng chí xem xét."},
        heading="Submit",
    )
    out_of_turn = story.act("leminhanh", letter, "submit", {"receiver": "phamquochuy"}, status=409)
    assert out_of_turn["error"]["violations"]
    short = story.act("phamquochuy", letter, "return", {"reason": "ngắn"}, status=400)
    assert short["error"]["violations"][0]["field"] == "reason"
    story.act(
        "phamquochuy", letter, "return", {"reason": "Bổ sung thời hạn góp ý của các cơ quan."}, heading="Return it"
    )
    main = next(f for f in story.get("leminhanh", f"{letter}/@files")["items"] if f["role"] == "main")
    answer = story.as_("leminhanh").put(
        f"{letter}/@files/{main['id']}",
        files={"file": ("cong-van-2.docx", letter_docx(SUBJECT, "Góp ý gửi về Sở trước ngày 05 tháng 12 năm 2026."))},
        data={"note": "Bổ sung thời hạn"},
    )
    assert answer.status_code == 200, answer.text
    story.converted("leminhanh", letter)
    versions = story.get("leminhanh", f"{letter}/@files/{main['id']}/versions")["items"]
    assert [version["version"] for version in versions] == [1, 2]
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


def official_pdf(story, letter):
    """The bytes that everybody gets over REST."""
    files = story.get("vanthuskhcn", f"{letter}/@files")["items"]
    official = next(file for file in files if file["role"] == "signed")
    answer = story.as_("vanthuskhcn").get(f"{letter}/@files/{official['id']}/content")
    assert answer.headers["Content-Type"] == "application/pdf"
    return answer.content


def both_signatures_hold(pdf, live, tmp_path):
    """Programs of others see two valid, trusted signatures, and after the first only number, date and seal."""
    root = live.home / "var" / "demo-ca" / "ca" / "trust.pem"
    said = pdfsig(pdf, trust_store(tmp_path / "nss", root), tmp_path)
    assert said.count("Signature is Valid.") == 2
    assert said.count("Certificate is Trusted.") == 2
    assert "Total document signed" in said.split("Signature #2")[1]
    person, organisation = pyhanko_says(pdf, root)
    assert person.bottom_line and organisation.bottom_line
    assert person.modification_level == ModificationLevel.FORM_FILLING
    assert person.diff_result.changed_form_fields == {"Number", "Day", "Month", "Year", "Organisation"}
    assert organisation.coverage == SignatureCoverageLevel.ENTIRE_FILE


def delivery_to(story, letter, agency):
    """The newest delivery of the letter to an agency."""
    items = story.get("vanthuskhcn", f"{letter}/@deliveries")["items"]
    return [item for item in items if item["recipient"]["agency"] == agency][-1]


def waiting_at(story, clerk, letter, agency):
    """Address of the letter among what waits for the clerk of an agency."""
    arrived = story.until(lambda: delivery_to(story, letter, agency), lambda delivery: delivery["state"] == "arrived")
    box = story.get(clerk, "@worklist", box="incoming.waiting")["items"]
    return next(item["@id"] for item in box if item["uid"] == arrived["incoming"])


def delivered(story, letter):
    received = waiting_at(story, "vanthusnv", letter, "snv")
    for agency in ("ubnd-xa-phu-lam", "ubnd-tinh"):
        story.until(lambda: delivery_to(story, letter, agency)["state"], lambda state: state == "arrived")
    story.get("vanthuskhcn", f"{letter}/@deliveries", heading="Where it has arrived")
    verdicts = story.get("vanthusnv", f"{received}/@signatures")["items"]
    assert [verdict["verdict"] for verdict in verdicts] == ["valid", "valid"]
    story.act("vanthusnv", received, "accept", {}, heading="Accept and register")
    story.act(
        "vanthusnv",
        received,
        "present",
        {"leader": "tranduclong", "proposal": "Kính trình Giám đốc phân công."},
        heading="Ask the leader",
    )
    return received


def wrong_addressee(story, letter):
    received = waiting_at(story, "vanthuxphulam", letter, "ubnd-xa-phu-lam")
    story.act(
        "vanthuxphulam",
        received,
        "refuse",
        {"reason": "Không thuộc thẩm quyền của xã."},
        heading="Send it back to the sender",
    )
    refused = story.until(
        lambda: delivery_to(story, letter, "ubnd-xa-phu-lam"), lambda delivery: delivery["state"] == "refused"
    )
    story.act("vanthuskhcn", letter, "resend", {"delivery": refused["id"]}, heading="Send again")
    assert waiting_at(story, "vanthuxphulam", letter, "ubnd-xa-phu-lam") != received


def handled(story, received):
    direction = {
        "text": "Giao đồng chí Yến chủ trì tham mưu văn bản trả lời.",
        "lead": ["vuhaiyen"],
        "information": ["phangiakhanh"],
        "working_days": 5,
    }
    story.act("tranduclong", received, "direct", direction, heading="Write the direction and assign")
    story.as_("phangiakhanh").post(f"{received}/@lines").raise_for_status()
    lines = story.get("tranduclong", f"{received}/@lines", heading="The assignment lines")["items"]
    assert {line["recipient"]: line["state"] for line in lines}["phangiakhanh"] == "finished"
    reply = story.act("vuhaiyen", received, "reply", {}, heading="Draft the reply")["url"]
    answer = story.as_("vuhaiyen").post(f"{reply}/@files", json=upload("main", "tra-loi.docx", reply_docx()))
    assert answer.status_code == 201, answer.text
    story.as_("vuhaiyen").patch(reply, json={"signatory": "tranduclong"}).raise_for_status()
    story.converted("vuhaiyen", reply)
    story.act("vuhaiyen", reply, "submit", {"receiver": "tranduclong"})
    story.act("tranduclong", reply, "sign", {})
    story.act("vanthusnv", reply, "number_and_seal", {})
    story.act("vanthusnv", reply, "issue", {})
    return reply


def reply_docx():
    return letter_docx("V/v trả lời", agency="Sở Nội vụ", signer="Trần Đức Long")


def answered(story, letter, received, reply):
    state = story.get("vuhaiyen", received)["review_state"]
    assert state == "finished"
    story.until(lambda: delivery_to(story, letter, "snv")["state"], lambda state: state == "finished")
    answer = story.until(
        lambda: story.get("vanthusnv", f"{reply}/@deliveries")["items"][0],
        lambda delivery: delivery["state"] == "arrived",
    )
    filed = story.get(
        "leminhanh", f"{story_dossier(story)['@id']}/@contents", heading="The dossier gathered both", b_size=1000
    )
    assert letter in {item["@id"] for item in filed["items"]}
    assert answer["incoming"] in {item["UID"] for item in filed["items"]}
    journal = story.get("vanthuskhcn", f"{letter}/@journal", heading="Its journal", b_size=3)
    assert journal["verified"] is True
    seen = story.get("vanthuskhcn", f"{letter}/@who-can-see", heading="Who can see it, and why")["items"]
    assert "leminhanh" in {person["userid"] for person in seen}
