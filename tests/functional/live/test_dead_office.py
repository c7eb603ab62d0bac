"""LibreOffice dies under the worker: seen on the record, nothing half-done, and made good later."""

from live.drafts import letter_docx
from live.story import Story
import pytest


DRAFTER = "leminhanh"
DIES = "kill -9 $$"
MAKES_NOTHING = "exit 0"


@pytest.fixture
def story(live_sqlite):
    return Story(live_sqlite)


@pytest.fixture
def draft(story):
    def make():
        fields = {
            "@type": "OutgoingDocument",
            "subject": "V/v LibreOffice hỏng",
            "document_type": "official_letter",
            "signatory": "nguyenthithuha",
        }
        return story.document(
            DRAFTER, "skhcn", fields, [("main", "cong-van.docx", letter_docx("V/v LibreOffice hỏng"))]
        )

    return make


def job(story, document):
    return story.get(DRAFTER, f"{document}/@jobs")["items"][0]


def main_file(story, document):
    return story.get(DRAFTER, f"{document}/@files")["items"][0]


@pytest.mark.libreoffice
def test_it_dies_and_the_worker_tries_again_by_itself(story, live_sqlite, draft):
    with live_sqlite.broken_office(DIES):
        document = draft()
        failed = story.until(lambda: job(story, document), lambda found: found["error"])
        assert failed["state"] == "queued"
        assert failed["attempts"] >= 1
        assert failed["error"] == "LibreOffice dừng đột ngột khi chuyển tệp."
        assert failed["next_try"]
        assert (main_file(story, document)["pdf_state"], main_file(story, document)["pdf"]) == ("queued", None)
    assert story.converted(DRAFTER, document)[0]["pdf_state"] == "ready"
    assert job(story, document)["error"] == ""


@pytest.mark.libreoffice
def test_it_cannot_make_the_file_and_a_person_sets_it_going_again(story, live_sqlite, draft):
    with live_sqlite.broken_office(MAKES_NOTHING):
        document = draft()
        failed = story.until(lambda: job(story, document), lambda found: found["state"] == "failed")
        assert "LibreOffice không đọc được tệp" in failed["error"]
        file = story.until(lambda: main_file(story, document), lambda found: found["pdf_state"] == "failed")
        assert file["pdf"] is None
        assert file["pdf_error"] == failed["error"]
        assert file["versions"] == 1
        assert story.get(DRAFTER, document)["review_state"] == "draft"
    again = story.as_(DRAFTER).post(f"{document}/@jobs/{failed['id']}/retry")
    assert again.status_code == 200, again.text
    story.until(lambda: job(story, document), lambda found: found["state"] == "done")
    assert story.converted(DRAFTER, document)[0]["pdf_state"] == "ready"
    repeated = story.as_(DRAFTER).post(f"{document}/@jobs/{failed['id']}/retry")
    assert repeated.status_code == 409
    assert repeated.json()["error"]["message"] == "Chỉ chạy lại được tác vụ đã thất bại."
