"""The Robot stories in Chromium, against a live site with its worker."""

from functional_robot import play
from live.appraising import to_appraise
from live.delegating import to_sign_by_deputy
from live.desk import presented
from live.editing import to_type_over
from live.phone import to_decide
from live.recalling import to_recall
from live.signing import assisted
from live.signing import twenty_to_sign
from live.story import LETTER
from live.story import Story
import pytest
from sms_gateway import sms_gateway


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


@pytest.mark.browser
@pytest.mark.libreoffice
def test_signing_in_anothers_place(live_sqlite, tmp_path):
    """The delegate's box, his signature in her place, and what she sees of it."""
    to_sign_by_deputy(Story(live_sqlite))
    play(live_sqlite, tmp_path, "delegated.robot")


@pytest.mark.browser
def test_a_recall_across_two_agencies(live_sqlite, tmp_path):
    """Clerk, signer, the other agency's clerk; struck through there, consent shown here."""
    to_recall(Story(live_sqlite))
    play(live_sqlite, tmp_path, "recall.robot")


@pytest.mark.browser
@pytest.mark.libreoffice
def test_case_2_of_the_manual(live_sqlite, tmp_path):
    """Advising unit, office, chairman: label for label."""
    to_appraise(Story(live_sqlite))
    play(live_sqlite, tmp_path, "appraisal.robot")


@pytest.mark.browser
def test_on_a_telephone(live_sqlite, tmp_path):
    """Sign, direct and read at 360 pixels."""
    to_decide(Story(live_sqlite))
    play(live_sqlite, tmp_path, "phone.robot")


@pytest.mark.browser
def test_what_is_written_again_and_again(live_sqlite, tmp_path):
    """A group of recipients chosen whole, a draft like one before."""
    play(live_sqlite, tmp_path, "reuse.robot")


@pytest.mark.browser
def test_the_paper_archive(live_demonstration, tmp_path):
    """Boxes, a request granted and read on the screen, a loan taken back, figures, integrity."""
    play(live_demonstration, tmp_path, "archive.robot", "keeping.robot")


@pytest.mark.browser
@pytest.mark.libreoffice
def test_twenty_signed_at_once_and_one_that_fails(live_sqlite, tmp_path):
    """In bulk by the worker; what fails stays with its cause until it is signed or passed on."""
    story = Story(live_sqlite)
    good, faulty = twenty_to_sign(story)
    waiting = story.get("nguyenthithuha", "@worklist", box="signing.needed", b_size=1)["items_total"]
    play(live_sqlite, tmp_path, "signing.robot", COUNT=waiting, GOOD=waiting - 1)
    states = {story.get("nguyenthithuha", address)["review_state"] for address in good}
    assert states == {"to_issue"} and story.get("nguyenthithuha", faulty)["review_state"] == "returned"


@pytest.mark.browser
def test_an_assistant_prepares_and_the_leader_takes_it_over(live_sqlite, tmp_path):
    """One key, and the words are the leader's."""
    story = Story(live_sqlite)
    assisted(story)
    [address] = presented(story, 1, first=41)
    play(live_sqlite, tmp_path, "assistant.robot")
    assert story.get("nguyenthithuha", address)["review_state"] == "in_progress"


@pytest.mark.browser
@pytest.mark.libreoffice
def test_drafts_typed_over_documents_of_ones_own_and_short_messages(live_sqlite, tmp_path):
    """No word processor, nobody else's eyes, and a gateway that is a real server."""
    story = Story(live_sqlite)
    draft = to_type_over(story)
    with sms_gateway() as gateway:
        story.as_("skhcnqtdv").patch("people/skhcnqtdv", json={"phone": "0912 345 678"}).raise_for_status()
        play(live_sqlite, tmp_path, "daily.robot", DRAFT=draft, SERVER=gateway.server, ADDRESS=gateway.address)
        assert [message["to"] for message in gateway.taken] == ["84912345678"]
