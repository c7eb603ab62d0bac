"""What the system answers to mistakes: the status, the field, and a sentence in Vietnamese; nothing half-done stays."""

from documentation.examples import FIELDS
from documentation.examples import YEAR
from live.story import LETTER
from live.story import upload
import pytest
from qlvb.workflows.acts.registry import Acts
import unicodedata
from ZODB.POSException import ReadConflictError
from ZPublisher.HTTPRequest import HTTPRequest


DRAFTS = {"box": "outgoing.drafts"}


@pytest.fixture
def show(write):
    return write("mistakes", "Mistakes", "One example of each kind of mistake, as the system answers it.")


@pytest.fixture
def refused(show):
    """Check an answer and show it: status, the field of the first violation, words of its message."""

    def check(heading, answer, status, field, words):
        error = show(heading, answer, status)["error"]
        first = error["violations"][0]
        assert first["field"] == field, error
        assert words in first["message"], error
        assert first["message"] in error["message"]

    return check


def test_every_kind_of_mistake(client, draft, refused, show):
    drafter, reviewer, clerk = client("leminhanh"), client("phamquochuy"), client("vanthuskhcn")
    before = drafter.get("@worklist", params=DRAFTS).json()["items_total"]

    def post(**fields):
        return drafter.post("skhcn/@documents", json={**FIELDS, **fields})

    def with_file(name, data):
        return post(files=[upload("main", name, data)])

    broken = LETTER.read_bytes()[:900]
    refused("A file of the wrong kind", with_file("chay.exe", b"MZ\x90\0" * 50), 400, "files[1].file", "Không nhận kiểu tệp này")
    refused("A broken PDF", with_file("hong.pdf", broken), 400, "files[1].file", "Tệp bị hỏng")
    refused("A name that lies", with_file("thu.docx", LETTER.read_bytes()), 400, "files[1].file", "“thu.docx”")
    refused("A field that is too long", post(subject="x" * 501), 400, "subject", "500")
    refused("A value of no list", post(urgency="now"), 400, "urgency", "")
    refused("A mandatory field is missing", post(subject=""), 400, "subject", "Trích yếu")
    refused("No JSON", drafter.post(f"{draft}/@acts/submit", data="{", headers={"Content-Type": "application/json"}), 400, "", "JSON")
    assert drafter.get("@worklist", params=DRAFTS).json()["items_total"] == before
    assert clerk.post(f"{draft}/@acts/number", json={}).status_code in (401, 403)
    refused("Out of turn", drafter.post(f"{draft}/@acts/resubmit", json={"receiver": "phamquochuy"}), 409, "", "")
    drafter.post(f"{draft}/@acts/submit", json={"receiver": "phamquochuy"}).raise_for_status()
    refused("A reason that says nothing", reviewer.post(f"{draft}/@acts/return", json={"reason": "sai"}), 400, "reason", "10")
    refused("A person who may not receive it", reviewer.post(f"{draft}/@acts/approve", json={"receiver": "vuhaiyen"}), 400, "receiver", "")


def test_writers_who_met_too_often_are_told_in_the_shape_of_refusals(client, draft, monkeypatch):
    def meet(*_arguments):
        raise ReadConflictError("Stored Objects: 3683")

    monkeypatch.setattr(Acts, "perform", meet)
    monkeypatch.setattr(HTTPRequest, "retry_max_count", 1)
    answer = client("leminhanh").post(f"{draft}/@acts/submit", json={"receiver": "phamquochuy"})
    assert answer.status_code == 503
    assert answer.json()["error"]["type"] == "busy"
    assert "Hãy thử lại" in answer.json()["error"]["message"]
    assert "3683" not in answer.text


def test_a_number_that_is_gone(client):
    clerk, book = client("vanthuskhcn"), f"skhcn/registers/cong-van-di-{YEAR}"
    number = clerk.post(f"{book}/@register", json={"reason": "Giữ cho báo cáo quý", "expires": f"{YEAR}-12-31"}).json()["number"]
    void = {"status": "voided", "reason": "Báo cáo không phát hành nữa"}
    assert clerk.patch(f"{book}/@register/{number}", json=void).status_code == 200
    answer = clerk.patch(f"{book}/@register/{number}", json=void)
    assert answer.status_code == 409
    assert str(number) in answer.json()["error"]["message"]


def test_decomposed_text_is_stored_composed(client):
    words = "V/v triển khai hệ thống ở Phú Lâm"
    answer = client("leminhanh").post("skhcn/@documents", json={**FIELDS, "subject": unicodedata.normalize("NFD", words)})
    assert answer.status_code == 201
    assert answer.json()["subject"] == words == unicodedata.normalize("NFC", words)
