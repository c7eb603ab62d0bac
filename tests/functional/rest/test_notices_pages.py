"""Pages of docs/rest about notices, mailboxes and the work schedule."""

from base64 import urlsafe_b64encode
from datetime import datetime
import pytest
from qlvb.content import clock
from qlvb.workflows.mailbox.entries import make_entry
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.log import note as note_letter
from qlvb.workflows.mailbox.parsing import parse
import transaction


LETTER = (
    "From: Sở Tài chính <vanthu@stc.example>\r\nSubject: Công văn số 123/STC-NS về dự toán\r\n"
    "Date: Thu, 19 Nov 2026 08:00:00 +0700\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKính gửi quý cơ quan.\r\n"
).encode()


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))


def test_notices(client, write, draft):
    show = write(
        "notices",
        "Notices",
        "What a person was told: lists, marking as read, settings, devices that take pushes, the address of his calendar. A notice of a "
        "record that he may no longer view says nothing of it (``hidden``).",
    )
    client("leminhanh").post(f"{draft}/@acts/submit", json={"receiver": "phamquochuy", "request": "Kính trình"})
    reviewer = client("phamquochuy")
    told = show(
        "What one was told",
        reviewer.get("@notices?unread=1"),
        text="With ``If-None-Match`` it answers 304 while nothing is new.",
    )
    show(
        "What is of one kind about one record together",
        reviewer.get("@notices?group=1"),
        text="As in the bell: the newest is the item, what was told before it is ``earlier``.",
    )
    show("Mark all of a group as read", reviewer.patch(told["items"][0]["@id"], json={"read": "alike"}))
    show("Mark one as read", reviewer.patch(told["items"][0]["@id"], json={"read": True}))
    show("Mark all as read", reviewer.patch("@notices", json={"read": "all"}))
    show("Settings", reviewer.get("@notice-settings"))
    show(
        "Change them",
        reviewer.patch("@notice-settings", json={"events": {"turn": {"email": "now"}}, "quiet": ["21:00", "06:00"]}),
    )
    show(
        "A choice that there is not",
        reviewer.patch("@notice-settings", json={"events": {"turn": {"email": "fax"}}}),
        400,
    )
    keys = {name: urlsafe_b64encode(b"x" * size).rstrip(b"=").decode() for name, size in (("p256dh", 65), ("auth", 16))}
    subscription = {"endpoint": "https://fcm.googleapis.com/fcm/send/abc", "keys": keys}
    show("Add a device", reviewer.post("@devices", json={"subscription": subscription, "name": "Điện thoại"}), 201)
    show("The devices, and the key to subscribe with", reviewer.get("@devices"))
    show(
        "An address that is no push service",
        reviewer.post("@devices", json={"subscription": {"endpoint": "http://10.0.0.1/"}}),
        400,
    )
    show("The address of the person's calendar", reviewer.post("@calendar-link"), 201, text="It is told this once.")
    show("Make it void", reviewer.delete("@calendar-link"), 204)


def test_channels(client, write):
    show = write(
        "channels",
        "Channels of notices",
        "For the administrator of the system: what the channels need before they work.",
    )
    admin = client("quantri")
    show("State", admin.get("@notice-channels"))
    body = {"address": "https://qlvb.sonhai.example/qlvb", "digest_times": ["08:00", "14:00"]}
    show("Settings", admin.patch("@notice-channels", json=body))
    show("Others may not", client("leminhanh").get("@notice-channels"), 403)


def test_mailbox(site, client, write):
    show = write(
        "mailbox",
        "Mailboxes",
        "The worker reads the mailbox of an agency; each message becomes an incoming document that waits. The password is never told. "
        "Mailboxes lie only on servers that the system's administrator has allowed.",
    )
    admin, system = client("skhcnqtdv"), client("quantri")
    body = {"enabled": True, "host": "imap.sonhai.example", "account": "vanthu.skhcn", "password": "Mat-khau-1"}
    show("A server that is not allowed", admin.patch("skhcn/@mailbox", json=body), 400)
    show("Allow servers", system.patch("@mail-servers", json={"servers": ["imap.sonhai.example:993"]}))
    show("A line that names none", system.patch("@mail-servers", json={"servers": ["imap.sonhai.example"]}), 400)
    show("Settings", admin.patch("skhcn/@mailbox", json=body))
    show("The allowed servers, and who uses which", system.get("@mail-servers"))
    show("State", admin.get("skhcn/@mailbox"))
    show("A mistake", admin.patch("skhcn/@mailbox", json={"port": 70000}), 400)
    record = make_entry("skhcn", parse(LETTER), LETTER)
    transaction.commit()
    clerk = client("vanthuskhcn")
    show("The letter that a document came with", clerk.get(f"{record.absolute_url()}/@mail"))
    memory, letters = IMailbox(site["skhcn"]).memory, [parse(LETTER), parse(b"Auto-Submitted: auto-replied\r\n" + LETTER)]
    with clock.held(datetime(2026, 11, 19, 8, 1, tzinfo=clock.VIETNAM)):
        note_letter(memory, 7, letters[0], "taken", record.UID())
        note_letter(memory, 8, letters[1], "automatic")
    transaction.commit()
    sources = show("Mailbox and scanner as the clerk sees them", clerk.get("skhcn/@arrival-sources"))
    assert [one["record"] for one in sources["letters"]] == [None, record.absolute_url()]
    body = {"take": sources["letters"][0]["number"]}
    show("An automatic letter becomes a document all the same", clerk.post("skhcn/@arrival-sources", json=body))
    show("A letter of which nothing is known", clerk.post("skhcn/@arrival-sources", json={"take": 99}), 404)
    show("A body that says nothing", clerk.post("skhcn/@arrival-sources", json={}), 400)
    show("Others may not", client("leminhanh").get("skhcn/@arrival-sources"), 403)


def test_sms(client, write):
    show = write(
        "sms",
        "Gateways for short messages",
        "An agency's gateway is an address that takes a JSON object by HTTP POST; the template says how it looks. Notices go out by the "
        "agency's rule (``on``, ``urgent``, ``off`` for each event), as jobs that are tried again. The token is never told; gateways lie only "
        "on servers that the system's administrator has allowed.",
    )
    admin, system = client("skhcnqtdv"), client("quantri")
    body = {
        "enabled": True,
        "address": "https://sms.sonhai.example/api/send",
        "token": "Ma-truy-cap-1",
        "brand": "SO KHCN",
        "template": '{"Phone": "${phone}", "Content": "${text}", "Brandname": "${brand}", "RequestId": "${id}"}',
        "taken_field": "CodeResult",
        "taken_value": "100",
        "rule": {"turn": "urgent", "issued": "off"},
    }
    show("A server that is not allowed", admin.patch("skhcn/@sms-gateway", json=body), 400)
    show("Allow servers", system.patch("@sms-servers", json={"servers": ["sms.sonhai.example:443"]}))
    show("Settings", admin.patch("skhcn/@sms-gateway", json=body))
    show("The allowed servers, and who uses which", system.get("@sms-servers"))
    show("Settings and log", admin.get("skhcn/@sms-gateway"))
    show("A template without the text", admin.patch("skhcn/@sms-gateway", json={"template": '{"to": "${phone}"}'}), 400)
    show("A trial by somebody without a mobile number", admin.post("skhcn/@sms-gateway", json={}), 409)


def test_schedule(client, write):
    show = write(
        "schedule", "Work schedule", "What the leaders of an agency do. Drafts are seen by those who keep the schedule."
    )
    clerk = client("vanthuskhcn")
    body = {
        "start": f"{clock.today()}T08:00",
        "end": f"{clock.today()}T09:30",
        "title": "Họp giao ban",
        "place": "Phòng họp 1",
    }
    made = show("Add an entry", clerk.post("skhcn/@schedule", json={**body, "leaders": ["nguyenthithuha"]}), 201)
    show("The week", client("leminhanh").get("skhcn/@schedule"))
    show("Change it", clerk.patch(made["@id"], json={"place": "Hội trường"}))
    show("Mistakes", clerk.post("skhcn/@schedule", json={"title": "", "start": "mai"}), 400)
    show("Take it out", clerk.delete(made["@id"]), 204)
