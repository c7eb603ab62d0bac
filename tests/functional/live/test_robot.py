"""The Robot stories in Chromium, against a live site with its worker."""

from functional_robot import play
import pytest


@pytest.mark.browser
def test_the_stories(live_sqlite, tmp_path):
    """One run of both: the return path goes on where the story ends."""
    play(live_sqlite, tmp_path, "story.robot", "return_path.robot")
