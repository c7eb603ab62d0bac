"""A draft in Word that the head of a unit has before him."""

from live.drafts import letter_docx
from live.story import recipient


DRAFTER, HEAD = "leminhanh", "phamquochuy"
SUBJECT = "V/v hướng dẫn soạn thảo trên trình duyệt"


def to_type_over(story):
    """Address of the draft; it lies with the head."""
    fields = {
        "@type": "OutgoingDocument",
        "subject": SUBJECT,
        "document_type": "official_letter",
        "signatory": "nguyenthithuha",
        "recipients": [recipient("Sở Nội vụ", "snv", "H99.08", "for_execution")],
    }
    draft = story.document(DRAFTER, "skhcn", fields, [("main", "cong-van.docx", letter_docx(SUBJECT))])
    story.converted(DRAFTER, draft)
    story.act(DRAFTER, draft, "submit", {"receiver": HEAD})
    return draft
