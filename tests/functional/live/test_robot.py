"""The Robot stories in Chromium, against a live site with its worker."""

from functional_robot import play
from live.story import LETTER
from live.story import Story
import pytest


@pytest.mark.browser
def test_the_stories(live_sqlite, tmp_path):
    """One run of both: the return path goes on where the story ends."""
    play(live_sqlite, tmp_path, "story.robot", "return_path.robot")


@pytest.mark.browser
def test_steering_with_reports_back(live_sqlite, tmp_path):
    """An instruction for two agencies, their reports back, and its end."""
    play(live_sqlite, tmp_path, "steering.robot")


@pytest.mark.browser
def test_looking_for_documents(live_sqlite, tmp_path):
    """A search becomes a tile, its columns are chosen, its list is taken along."""
    story = Story(live_sqlite)
    for kind, urgency in (("official_letter", "normal"), ("plan", "urgent"), ("report", "normal")):
        fields = {"@type": "OutgoingDocument", "document_type": kind, "urgency": urgency, "signatory": "nguyenthithuha"}
        subject = f"Triển khai chuyển đổi số ở cơ sở, {kind}"
        story.document("leminhanh", "skhcn", {**fields, "subject": subject}, [("main", "a.pdf", LETTER.read_bytes())])
    play(live_sqlite, tmp_path, "finding.robot")
