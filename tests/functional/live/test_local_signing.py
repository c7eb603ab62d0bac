"""Signing on one's own machine, whole: Chromium, a service that listens there, the site, and who verifies afterwards."""

from contextlib import contextmanager
from functional_robot import play
from independent import pdfsig
from independent import trust_store
import json
from live.desk import to_sign
from live.postgresql import free_port
from live.story import Story
from live.story import at_once
import pytest
from qlvb.workflows.signing.keyring import DirectoryKeyRing
import requests
import sign_service


LEADER, DEPUTY, CLERK, ADMINISTRATOR = "nguyenthithuha", "buitrungkien", "vanthuskhcn", "quantri"


@pytest.fixture
def keys(live_sqlite, monkeypatch):
    """(key ring, directory) of the site: what is in people's tokens."""
    directory = live_sqlite.home / "var" / "demo-ca"
    monkeypatch.setenv("QLVB_KEYS", str(directory))
    return DirectoryKeyRing(), directory


@pytest.fixture
def story(live_sqlite):
    return Story(live_sqlite)


@contextmanager
def route(story, address):
    """The route is on inside the block."""
    administrator = story.as_(ADMINISTRATOR)
    answer = administrator.patch("@local-signing-settings", json={"on": True, "address": address})
    assert answer.status_code == 200, answer.text
    yield
    assert administrator.patch("@local-signing-settings", json={"on": False}).status_code == 200


def newest(story, letter):
    """The bytes of the newest version of the official file."""
    files = story.get(CLERK, f"{letter}/@files")["items"]
    official = next(one for one in files if one["role"] == "signed")
    return story.as_(CLERK).get(official["download"]).content


@pytest.mark.browser
def test_the_leader_ticks_vgca_and_signs(story, live_sqlite, keys, tmp_path):
    ring, directory = keys
    (letter,) = to_sign(story, 1)
    port = free_port()
    with route(story, f"ws://127.0.0.1:{port}"):
        play(live_sqlite, tmp_path, "vgca.robot", include=["stopped"], LETTER=letter)
        with sign_service.running(ring.for_person(DEPUTY), port):
            play(live_sqlite, tmp_path, "vgca.robot", include=["wrong"], LETTER=letter)
        assert story.get(LEADER, letter)["review_state"] == "to_sign"
        with sign_service.running(ring.for_person(LEADER), port) as service:
            play(live_sqlite, tmp_path, "vgca.robot", include=["running"], LETTER=letter)
    asked = [function for function, _request in service.calls]
    assert sorted(asked) == ["GetCertInfo", "GetVersion", "SignApproved"]
    assert story.get(LEADER, letter)["review_state"] == "to_issue"
    said = pdfsig(newest(story, letter), trust_store(tmp_path / "nss", directory / "ca" / "trust.pem"), tmp_path)
    assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") == 1
    assert "Total document signed" in said and "Nguyễn Thị Thu Hà" in said


def test_the_clerk_seals_with_the_token_and_the_annexes_too(story, keys, tmp_path):
    ring, directory = keys
    letter = story.signed_letter("V/v đóng dấu bằng USB token")
    story.act(CLERK, letter, "number")
    service = sign_service.Service(ring.for_agency("skhcn"))
    service.in_place = True  # the leader's signature, made by the provider, certifies the file: it takes no new fields
    with route(story, "wss://127.0.0.1:8987"):
        answer = story.as_(CLERK).post(f"{letter}/@local-signing", json={"act": "seal", "data": {}})
        assert answer.status_code == 201, answer.text
        for job in answer.json()["jobs"]:
            said = service.sign("SignIssued", json.loads(job["message"]))
            assert said["Status"] == 0, said
        asked = json.loads(answer.json()["jobs"][0]["message"])
        assert asked["DocNumber"] and asked["IssuedDate"]
        done = story.get(CLERK, answer.json()["@id"])
    assert (done["state"], done["result"]["act"]) == ("done", "seal")
    said = pdfsig(newest(story, letter), trust_store(tmp_path / "nss", directory / "ca" / "trust.pem"), tmp_path)
    assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") == 2


def test_two_uploads_at_once_and_tokens_of_nobody(story, keys, live_sqlite):
    ring, _directory = keys
    (letter,) = to_sign(story, 1)
    service = sign_service.Service(ring.for_person(LEADER))
    with route(story, "wss://127.0.0.1:8987"):
        signing = story.as_(LEADER).post(f"{letter}/@local-signing", json={"act": "sign"}).json()
        asked = json.loads(signing["jobs"][0]["message"])
        given = requests.get(asked["FileName"], timeout=30)
        assert given.headers["Cache-Control"] == "private, no-store" and given.content.startswith(b"%PDF-")
        after = sign_service.signed(given.content, service.signer)

        def send():
            files = {"uploadfile": ("signed.pdf", after, "application/pdf")}
            return requests.post(asked["FileUploadHandler"], files=files, timeout=120).json()

        answers = at_once(send, send)
    assert sorted(answer["Status"] for answer in answers) == [False, True]
    assert story.get(LEADER, letter)["review_state"] == "to_issue"
    versions = next(one for one in story.get(LEADER, f"{letter}/@files")["items"] if one["role"] == "signed")
    assert versions["version"] == 2
    gone = requests.get(asked["FileName"], timeout=30)
    assert gone.status_code == 409 and b"%PDF" not in gone.content
    nobody = requests.post(f"{live_sqlite.url}/@@local-signing/nobody", timeout=30)
    assert (nobody.status_code, nobody.json()["Status"]) == (404, False)
