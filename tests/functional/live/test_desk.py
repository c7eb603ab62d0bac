"""The decision desk in Chromium: twenty documents by keyboard, and nothing lost."""

from functional_robot import play
from live.desk import presented
from live.desk import to_sign
from live.story import Story
import pytest


@pytest.mark.browser
def test_the_leader_decides_twenty_documents_by_keyboard(live_sqlite, tmp_path):
    story = Story(live_sqlite)
    incoming = presented(story, 17)
    outgoing = to_sign(story, 3)
    play(live_sqlite, tmp_path, "desk.robot")
    for address in incoming:
        answer = story.get("nguyenthithuha", address)
        assert answer["review_state"] == "in_progress", address
    for address in outgoing:
        assert story.get("nguyenthithuha", address)["review_state"] == "to_issue", address
