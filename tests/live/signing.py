"""Twenty letters that wait for the director's signature, one of which cannot be signed: its number is printed already."""

from live.desk import DRAFTER
from live.desk import LEADER
from live.desk import to_sign
from live.drafts import letter_docx
from live.story import recipient
from qlvb.content import clock


FAULTY = "V/v văn bản đã in sẵn số"


def twenty_to_sign(story):
    """(addresses of the nineteen, address of the faulty one)."""
    fields = {
        "@type": "OutgoingDocument",
        "subject": FAULTY,
        "document_type": "official_letter",
        "signatory": LEADER,
        "recipients": [recipient("Sở Nội vụ", "snv", "H99.08", "for_execution")],
    }
    files = [("main", "cong-van.docx", letter_docx(FAULTY, number=15))]
    faulty = story.document(DRAFTER, "skhcn", fields, files)
    story.converted(DRAFTER, faulty)
    story.act(DRAFTER, faulty, "submit", {"receiver": LEADER})
    return to_sign(story, 19), faulty


def assisted(story):
    """Address of a letter that the director is to direct, with an assistant who may prepare it for her."""
    data = {"receiver": "hoangvanluu", "mode": "assist", "valid_from": clock.today().isoformat(), "valid_to": clock.today().isoformat()}
    answer = story.as_(LEADER).post("skhcn/@delegations", json=data)
    assert answer.status_code == 201, answer.text
    return answer.json()
