"""A letter that waits for the director, prepared so that her deputy can sign it while she is away."""

from live.drafts import letter_docx
from live.story import recipient


DRAFTER, GIVER = "leminhanh", "nguyenthithuha"
SUBJECT = "V/v đăng ký dự hội nghị chuyển đổi số"


def to_sign_by_deputy(story):
    """Address of the letter: it lies with the director, its signature block names the deputy."""
    fields = {
        "@type": "OutgoingDocument",
        "subject": SUBJECT,
        "document_type": "official_letter",
        "urgency": "urgent",
        "signatory": GIVER,
        "recipients": [recipient("Sở Nội vụ", "snv", "H99.08", "for_execution")],
    }
    block = ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    docx = letter_docx(SUBJECT, signature_block=block, signer="Bùi Trung Kiên")
    letter = story.document(DRAFTER, "skhcn", fields, [("main", "cong-van.docx", docx)])
    story.converted(DRAFTER, letter)
    story.act(DRAFTER, letter, "submit", {"receiver": GIVER, "request": "Kính trình đồng chí ký."})
    return letter
