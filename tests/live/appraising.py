"""A draft of the province's office that a unit has before it, and the route by which the office appraises it."""

from live.drafts import letter_docx
from live.story import recipient


AGENCY, DRAFTER, HEAD = "ubnd-tinh", "doanthithao", "trinhquangvinh"
SUBJECT = "V/v đẩy mạnh ký số văn bản trao đổi giữa các cơ quan"
ROUTE = {
    "title": "Văn bản do phòng tham mưu, Ủy ban nhân dân ký",
    "stations": [
        {"kind": "review", "who": "unit_leader", "unit": "drafting"},
        {"kind": "appraisal", "who": "appraiser"},
        {"kind": "sign", "who": "signatory", "signing": True},
    ],
}


def to_appraise(story):
    """Address of the draft, with the head of its unit; the agency's route asks for an appraisal."""
    routes = story.get("quantri", f"{AGENCY}/@review-routes")
    answer = story.as_("quantri").put(
        f"{AGENCY}/@review-routes", json={"version": routes["version"], "items": [ROUTE]}
    )
    assert answer.status_code == 200, answer.text
    fields = {
        "@type": "OutgoingDocument",
        "subject": SUBJECT,
        "document_type": "official_letter",
        "urgency": "urgent",
        "signatory": "dangvanphuc",
        "recipients": [recipient("Sở Nội vụ", "snv", "H99.08", "for_execution")],
    }
    docx = letter_docx(
        SUBJECT,
        agency="Ủy ban nhân dân tỉnh Sơn Hải",
        parent="",
        symbol="UBND-TH",
        signature_block=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        signer="Đặng Văn Phúc",
    )
    draft = story.document(DRAFTER, AGENCY, fields, [("main", "cong-van.docx", docx)])
    story.converted(DRAFTER, draft)
    story.act(DRAFTER, draft, "submit", {"receiver": HEAD, "request": "Kính trình đồng chí xem xét."})
    return draft
