"""What a remark must be, and what it says of the page it was made on."""

import pytest
from qlvb.policy.feedback.rules import LONGEST
from qlvb.policy.feedback.rules import cleaned
from qlvb.policy.feedback.rules import mistakes
from qlvb.policy.feedback.rules import screen_of


GOOD = {"text": "Bấm Trình hai lần mới được", "kind": "fault", "group": "outgoing", "screen": "view OutgoingDocument"}


@pytest.mark.parametrize(
    "changed, fields",
    [
        ({}, []),
        ({"kind": "", "group": "", "screen": "", "proposal": ""}, []),
        ({"text": " ngắn"}, ["text"]),
        ({"text": "x" * (LONGEST + 1)}, ["text"]),
        ({"text": 5}, ["text"]),
        ({"text": None, "proposal": ["a"]}, ["text", "proposal"]),
        ({"proposal": "x" * (LONGEST + 1)}, ["proposal"]),
        ({"kind": "praise"}, ["kind"]),
        ({"kind": 1}, ["kind"]),
        ({"group": "accounting"}, ["group"]),
        ({"screen": "V/v tuyển dụng"}, ["screen"]),
        ({"screen": "x" * 121}, ["screen"]),
        ({"screen": None}, ["screen"]),
    ],
)
def test_mistakes(changed, fields):
    assert [one.field for one in mistakes(cleaned({**GOOD, **changed}))] == fields


def test_a_page_is_told_by_names_that_the_software_gave():
    assert screen_of("view", "OutgoingDocument", "in_review") == "view OutgoingDocument in_review"
    assert screen_of("worklist", box="incoming.unread") == "worklist incoming.unread"
    assert screen_of("worklist", box="V/v tuyển dụng") == "worklist"
    assert mistakes(cleaned({**GOOD, "screen": screen_of("a" * 100, "b" * 100)})) == []
