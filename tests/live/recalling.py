"""A letter that has reached another agency, and the one by which it is recalled."""

from live.story import LETTER
from live.story import recipient


WRONG = "V/v cử người dự lớp tập huấn an toàn thông tin"
RECALLING = "V/v thu hồi công văn cử người dự lớp tập huấn"
DRAFTER, SIGNER, CLERK, THEIR_CLERK = "leminhanh", "nguyenthithuha", "vanthuskhcn", "vanthusnv"


def signed_letter(story, subject):
    """Address of a letter to the Sở Nội vụ that waits for the clerk."""
    fields = {
        "@type": "OutgoingDocument",
        "subject": subject,
        "document_type": "official_letter",
        "signatory": SIGNER,
        "recipients": [recipient("Sở Nội vụ", "snv", "H99.08", "for_execution")],
    }
    letter = story.document(DRAFTER, "skhcn", fields, [("main", "cong-van.pdf", LETTER.read_bytes())])
    story.act(DRAFTER, letter, "submit", {"receiver": SIGNER})
    story.act(SIGNER, letter, "sign")
    return letter


def issued(story, subject):
    """Draft, sign and issue a letter to the Sở Nội vụ; its address, when it is there."""
    letter = signed_letter(story, subject)
    for act in ("number_and_seal", "issue"):
        story.act(CLERK, letter, act)
    story.until(
        lambda: story.get(CLERK, f"{letter}/@deliveries")["items"][0]["state"], lambda state: state == "arrived"
    )
    return letter


def to_recall(story):
    """Both letters; the first was accepted over there. Address of the first."""
    first = issued(story, WRONG)
    issued(story, RECALLING)
    waiting = story.get(THEIR_CLERK, "@worklist", box="incoming.waiting")["items"]
    arrived = next(item["@id"] for item in waiting if item["subject"] == WRONG)
    story.act(THEIR_CLERK, arrived, "accept")
    return first
