"""Work for a leader on the way: a letter to sign, one to return, and one to direct."""

from live.desk import CLERK
from live.desk import LEADER
from live.story import LETTER
from live.story import recipient
from live.story import upload


DRAFTER = "leminhanh"
TO_SIGN, TO_RETURN = "V/v ký trên điện thoại", "V/v trả lại trên điện thoại"
TO_DIRECT = "V/v bút phê trên điện thoại"


def to_decide(story):
    """Make the three of them."""
    for subject in (TO_SIGN, TO_RETURN):
        fields = {
            "@type": "OutgoingDocument",
            "subject": subject,
            "document_type": "official_letter",
            "signatory": LEADER,
            "recipients": [recipient("Sở Nội vụ", "snv", "H99.08", "for_execution")],
        }
        letter = story.document(DRAFTER, "skhcn", fields, [("main", "cong-van.pdf", LETTER.read_bytes())])
        story.act(DRAFTER, letter, "submit", {"receiver": LEADER, "request": "Kính trình đồng chí ký."})
    fields = {
        "subject": TO_DIRECT,
        "document_type": "official_letter",
        "issuing_body": "Công ty Sao Mai",
        "document_symbol": "207/SM-KT",
        "issue_date": "2026-11-03",
        "duplicate_reason": "Nơi gửi gửi lại cùng số",
        "files": [upload("signed", "cong-van.pdf", LETTER.read_bytes())],
    }
    answer = story.as_(CLERK).post("skhcn/@incoming", json=fields)
    assert answer.status_code == 201, answer.text
    story.act(CLERK, answer.json()["@id"], "present", {"leader": LEADER, "proposal": "Kính trình Giám đốc phân công."})
