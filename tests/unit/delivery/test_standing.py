"""What a sender reads of an issued document: first what waits for somebody."""

import pytest
from qlvb.workflows.delivery.standing import sentence


INSIDE, OUTSIDE = True, False


@pytest.mark.parametrize(
    "states, updates, said, numbers",
    [
        ([], [], "standing_issued", {}),
        ([(INSIDE, "queued")], [], "standing_issued_open", {"open": 1, "taken": 0}),
        ([(INSIDE, "accepted"), (INSIDE, "arrived")], [], "standing_issued_open", {"open": 1, "taken": 1, "all": 2}),
        ([(INSIDE, "finished"), (OUTSIDE, "sent")], [], "standing_issued_taken", {"all": 2}),
        ([(OUTSIDE, "manual"), (INSIDE, "sent")], [], "standing_issued_to_post", {"post": 1}),
        ([(OUTSIDE, "manual"), (INSIDE, "refused")], ["asked"], "standing_issued_back", {"back": 1, "all": 2}),
        ([(INSIDE, "arrived"), (INSIDE, "accepted")], ["asked", "agreed"], "standing_updating", {"answered": 1, "open": 1}),
        ([(INSIDE, "arrived"), (INSIDE, "accepted")], ["agreed", "agreed"], "standing_issued_open", {"open": 1}),
        ([(INSIDE, "accepted")], ["refused", "agreed"], "standing_update_refused", {"refused": 1, "all": 2}),
        ([(INSIDE, "accepted")], ["agreed"], "standing_updated", {"all": 1}),
    ],
)
def test_the_sentence(states, updates, said, numbers):
    found, counted = sentence(states, updates)
    assert found == said and counted.items() >= numbers.items()
