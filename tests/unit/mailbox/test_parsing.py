"""What is read out of letters, whatever they hold."""

from datetime import date
from email.message import EmailMessage
import pytest
from qlvb.workflows.mailbox.mailbox import DEFAULTS
from qlvb.workflows.mailbox.mailbox import mistakes
from qlvb.workflows.mailbox.parsing import clean_subject
from qlvb.workflows.mailbox.parsing import day_in
from qlvb.workflows.mailbox.parsing import kind_named
from qlvb.workflows.mailbox.parsing import kind_of
from qlvb.workflows.mailbox.parsing import parse
from qlvb.workflows.mailbox.parsing import reference_in
import random


def message(subject="V/v họp", text="Kính gửi", **headers):
    found = EmailMessage()
    found["From"] = "Phòng Hành chính <vp@congty.example>"
    found["Subject"] = subject
    for name, value in headers.items():
        found[name.replace("_", "-")] = value
    found.set_content(text)
    return found


@pytest.mark.parametrize(
    "subject, expected",
    [
        ("Công văn số 123/UBND-VX về việc họp", ("123", "UBND-VX")),
        ("QĐ 45/2026/NĐ-CP", ("45", "2026/NĐ-CP")),
        ("12/QĐ-UBND ngày 3/4/2026", ("12", "QĐ-UBND")),
        ("15/SKHCN-CNTT&CĐS", ("15", "SKHCN-CNTT&CĐS")),
        ("Họp ngày 3/4/2026", ("", "")),
        ("Tỷ lệ 50/50", ("", "")),
        ("", ("", "")),
    ],
)
def test_reference(subject, expected):
    assert reference_in(subject) == expected


def test_day_and_kind_and_subject():
    assert day_in("ngày 12/11/2026") == date(2026, 11, 12)
    assert day_in("Ngày 2 tháng 9 năm 2026") == date(2026, 9, 2)
    assert day_in("ngày 31/02/2026") is None and day_in("hôm nay") is None
    assert kind_named("Fwd: Công văn số 5/UBND-VX về họp") == kind_named("V/v họp giao ban") == "official_letter"
    assert kind_named("Thông báo kết luận") == "notice" and kind_named("Tài liệu họp") == ""
    assert kind_of("QĐ-UBND") == "decision" and kind_of("2026/NQ-HĐND") == "resolution" and kind_of("UBND-VX") == ""
    assert clean_subject("Re: Fwd:  Họp\r\n giao ban") == "Họp giao ban"


def test_a_letter():
    one = message(Date="Thu, 19 Nov 2026 08:00:00 +0000", Message_ID="<a@b>")
    one.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="Công văn.pdf")
    letter = parse(one.as_bytes())
    assert (letter.sender_name, letter.sender_address) == ("Phòng Hành chính", "vp@congty.example")
    assert (letter.subject, letter.text, letter.automatic, letter.faults) == ("V/v họp", "Kính gửi", "", ())
    assert letter.sent.strftime("%H:%M %d/%m/%Y") == "15:00 19/11/2026"
    assert [(one.filename, one.data) for one in letter.attachments] == [("Công văn.pdf", b"%PDF-1.4")]


@pytest.mark.parametrize(
    "headers, expected",
    [
        ({}, ()),
        ({"In_Reply_To": "<a@b>"}, ("<a@b>",)),
        ({"In_Reply_To": "<c@b>", "References": "<a@b> <b@b> <c@b>"}, ("<c@b>", "<b@b>", "<a@b>")),
        ({"In_Reply_To": "hôm qua", "References": "<>"}, ()),
        ({"References": " ".join(f"<{n}@b>" for n in range(60))}, tuple(f"<{n}@b>" for n in range(59, 39, -1))),
    ],
)
def test_which_letters_it_answers(headers, expected):
    assert parse(message(**headers).as_bytes()).answers == expected


def test_keys():
    """The same letter over two servers is one; the same Message-ID with other words is another."""
    raw = message(Message_ID="<a@b>").as_bytes().replace(b"\n", b"\r\n")
    assert parse(b"Received: from x\r\n" + raw).key == parse(raw).key
    assert parse(raw.replace(b"K", b"X")).key != parse(raw).key


@pytest.mark.parametrize(
    "headers, why",
    [
        ({"Auto_Submitted": "auto-replied"}, "auto_reply"),
        ({"Auto_Submitted": "auto-generated; x=1"}, "auto_reply"),
        ({"Auto_Submitted": "no"}, ""),
        ({"Precedence": "auto_reply"}, "auto_reply"),
        ({"Precedence": "list"}, ""),
        ({"X_Autoreply": "yes"}, "auto_reply"),
        ({"Return_Path": "<>"}, "bounce"),
    ],
)
def test_what_nobody_wrote(headers, why):
    assert parse(message(**headers).as_bytes()).automatic == why


def test_html_alone_is_read_as_text():
    one = message()
    one.set_content("<style>x{}</style><p>Kính <b>gửi</b> &amp; mời</p><script>alert(1)</script>", subtype="html")
    assert parse(one.as_bytes()).text.split() == ["Kính", "gửi", "&", "mời"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: =?utf-8?B?////?=\r\n\r\nx",
        b"Subject: =?nothing?Q?x?=\r\nDate: tomorrow\r\nFrom: <<<>>>\r\n\r\n",
        b"Content-Type: multipart/mixed; boundary=a\r\n\r\n--b\r\nx",
        b'Content-Type: text/plain; charset="no-such"\r\n\r\nch\xe0o',
        b"Content-Type: application/pdf; name*=x''%\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
        b"Content-Type: message/rfc822\r\n\r\n",
        b"Date: Thu, 19 Nov 99999 08:00:00 +9999\r\n\r\n",
        b"Subject: " + b"x" * 100_000 + b"\r\n\r\n",
    ],
)
def test_broken_letters_are_letters(raw):
    letter = parse(raw)
    assert isinstance(letter.text, str) and isinstance(letter.subject, str)
    letter.subject.encode(), letter.text.encode(), letter.sender_name.encode()


def test_any_bytes(request):
    chance = random.Random(30)
    whole = message(Message_ID="<a@b>")
    whole.add_attachment(b"x" * 300, maintype="application", subtype="zip", filename="tệp.zip")
    raw = whole.as_bytes()
    for _turn in range(300):
        broken = bytearray(raw)
        for _fault in range(chance.randint(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        parse(bytes(broken))


def test_many_parts_and_deep_ones():
    head = b"From: a@b\r\nContent-Type: multipart/mixed; boundary=z\r\n\r\n"
    many = head + b"--z\r\nContent-Type: image/png\r\n\r\nx\r\n" * 500 + b"--z--\r\n"
    letter = parse(many)
    assert "too_many_parts" in letter.faults and len(letter.attachments) < 200


def test_a_name_is_no_path_and_turns_nothing_around():
    one = message()
    one.add_attachment(b"x", maintype="application", subtype="zip", filename="../../a\u202efdp.exe")
    assert parse(one.as_bytes()).attachments[0].filename == ".._.._afdp.exe"


def test_settings():
    good = {**DEFAULTS, "enabled": True, "host": "mail.example", "account": "vt"}
    assert list(mistakes(good, good)) == []
    for name, value in (
        ("host", "a b"),
        ("host", "x/y"),
        ("host", ""),
        ("port", 0),
        ("port", "993"),
        ("port", True),
        ("security", "ssl3"),
        ("enabled", 1),
        ("account", "a\nb"),
        ("folder", "x" * 201),
        ("password", 5),
        ("other", "x"),
    ):
        changed = {name: value}
        merged = {**good, **(changed if name in good else {})}
        assert [violation.field for violation in mistakes(merged, changed)] == [name], (name, value)
