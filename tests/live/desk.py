"""Work for the leader's desk: what the clerk has presented and what waits for a signature."""

from live.story import LETTER
from live.story import recipient
from live.story import upload


LEADER = "nguyenthithuha"
CLERK = "vanthuskhcn"
DRAFTER = "leminhanh"


def presented(story, count, first=1):
    """Enter ``count`` paper documents, numbered from ``first``, and ask the director about each: list of addresses."""
    found = []
    for number in range(first, first + count):
        fields = {
            "subject": f"V/v đề nghị phối hợp lần thứ {number:02}",
            "document_type": "official_letter",
            "issuing_body": "Công ty Sao Mai",
            "document_symbol": f"{number}/SM-KT",
            "issue_date": "2026-11-02",
            "urgency": "urgent" if number % 5 == 0 else "normal",
            "files": [upload("signed", f"cong-van-{number}.pdf", LETTER.read_bytes())] if number == first else [],
            "duplicate_reason": "Nơi gửi gửi lại cùng tệp",
        }
        answer = story.as_(CLERK).post("skhcn/@incoming", json=fields)
        assert answer.status_code == 201, answer.text
        found.append(answer.json()["@id"])
        story.act(CLERK, found[-1], "present", {"leader": LEADER, "proposal": "Kính trình Giám đốc phân công."})
    return found


def to_sign(story, count, **more):
    """Letters that wait for the director's signature: list of addresses; ``more``: further fields."""
    found = []
    for number in range(1, count + 1):
        fields = {
            "@type": "OutgoingDocument",
            "subject": f"V/v trả lời đề nghị số {number}",
            "document_type": "official_letter",
            "signatory": LEADER,
            "recipients": [
                {
                    **recipient("Công ty Sao Mai", "", "", "for_information"),
                    "channel": "outside",
                    "address": "Số 3 đường Cảng",
                }
            ],
            **more,
        }
        letter = story.document(DRAFTER, "skhcn", fields, [("main", "cong-van.pdf", LETTER.read_bytes())])
        story.act(DRAFTER, letter, "submit", {"receiver": LEADER})
        found.append(letter)
    return found
