"""What people do at their desks on a real storage: pressed twice it is done once, and a short message that was on its way
when the worker was killed comes again under its own number, with one line in the log.
"""

from live.drafts import letter_docx
from live.site import kill_worker
from live.story import Story
from live.story import at_once
from live.story import statuses
from live.story import upload
import pytest
from sms_gateway import sms_gateway


DRAFTER, AGENCY_ADMINISTRATOR, ADMINISTRATOR = "leminhanh", "skhcnqtdv", "quantri"
NEW_WORKER = 600  # seconds: on a busy machine it comes late


@pytest.fixture
def story(live_sqlite):
    return Story(live_sqlite)


@pytest.fixture
def gateway(story):
    with sms_gateway() as found:
        administrator = story.as_(ADMINISTRATOR)
        assert administrator.patch("@sms-servers", json={"servers": [found.server]}).status_code == 200
        people = administrator.get("@search", params={"portal_type": "Person", "id": AGENCY_ADMINISTRATOR}).json()
        telephone = administrator.patch(people["items"][0]["@id"], json={"phone": "0912 345 678"})
        assert telephone.status_code == 204, telephone.text
        settings = {"enabled": True, "address": found.address, "token": "Ma-bi-mat"}
        assert story.as_(AGENCY_ADMINISTRATOR).patch("skhcn/@sms-gateway", json=settings).status_code == 200
        yield found
        found.release.set()
        story.as_(AGENCY_ADMINISTRATOR).patch("skhcn/@sms-gateway", json={"enabled": False})


def test_a_message_comes_again_under_its_number(story, gateway):
    clients = [story.site.session(AGENCY_ADMINISTRATOR) for _press in range(2)]
    gateway.stalls = True
    pressed = at_once(*(lambda client=client: client.post("skhcn/@sms-gateway", json={}) for client in clients))
    assert statuses(pressed) == [202, 202] and len({answer.json()["job"] for answer in pressed}) == 1
    story.until(lambda: gateway.came, bool)
    kill_worker(story.site)
    gateway.stalls = False
    gateway.release.set()
    story.site.start("worker")
    log = story.until(lambda: clients[0].get("skhcn/@sms-gateway").json()["log"], bool, NEW_WORKER)
    assert [line["error"] for line in log] == [None]
    assert len({one["id"] for one in gateway.came}) == 1 and len(gateway.came) == 2


def test_a_personal_document_is_kept_once(story):
    clients = [story.site.session(DRAFTER) for _press in range(2)]
    sent = {"json": {"subject": "Sổ tay bấm hai lần"}, "headers": {"Idempotency-Key": "so-tay-1"}}
    made = at_once(*(lambda client=client: client.post("@personal-documents", **sent) for client in clients))
    assert statuses(made) == [201, 201] and len({answer.json()["@id"] for answer in made}) == 1
    address = made[0].json()["@id"]
    file = upload("original", "so-tay.docx", letter_docx("V/v sổ tay"))
    assert clients[0].post(f"{address}/@files", json=file).status_code == 201
    gone = at_once(*(lambda client=client: client.delete(f"{address}/@personal-document") for client in clients))
    assert statuses(gone) in ([204, 404], [204, 204])
    assert clients[0].get(address).status_code == 404


def test_a_draft_is_typed_over_once(story):
    fields = {"@type": "OutgoingDocument", "subject": "V/v sửa hai lần", "document_type": "official_letter"}
    files = [("main", "cong-van.docx", letter_docx("V/v sửa hai lần"))]
    draft = story.document(DRAFTER, "skhcn", {**fields, "signatory": "nguyenthithuha"}, files)
    found = story.get(DRAFTER, f"{draft}/@draft-text")
    typed = [one["text"] for one in found["items"]]
    free = next(
        place for place, one in enumerate(found["items"]) if one["text"] and not one["fixed"] and not one["in_table"]
    )
    clients = [story.site.session(DRAFTER) for _press in range(2)]

    def edits(client, words):
        paragraphs = [words if place == free else text for place, text in enumerate(typed)]
        sent = {"version": found["version"], "paragraphs": paragraphs}
        return lambda: client.post(f"{draft}/@acts/edit_text", json=sent)

    pressed = at_once(*(edits(client, f"Nội dung của lần {place}") for place, client in enumerate(clients)))
    assert statuses(pressed) == [200, 409], [answer.text for answer in pressed]
    after = story.get(DRAFTER, f"{draft}/@draft-text")
    assert after["version"] == found["version"] + 1
    (winner,) = [place for place, answer in enumerate(pressed) if answer.ok]
    assert after["items"][free]["text"] == f"Nội dung của lần {winner}"
