"""The agency's mailbox on a real IMAP server, read by the worker."""

from datetime import timedelta
from email.message import EmailMessage
from imap_server import ACCOUNT
from imap_server import PASSWORD
from imap_server import imap_server
from made_files import bomb
from mail_servers import free_port
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.mailbox import reading
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
from qlvb.workflows.mailbox.reading import ReadMailboxes
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.transactions import Savepoints
from received import blank_pdf
from secrets import token_hex
from zope.component import getUtility
from zope.i18n import translate


@pytest.fixture(scope="module")
def imap():
    with imap_server() as imap:
        yield imap


@pytest.fixture
def folder(imap):
    name = f"Den-{token_hex(4)}"
    imap.create(name)
    return name


@pytest.fixture
def agency(province, imap, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    agency = getUtility(IDirectory).agency_object("skhcn")
    AllowedServers().change([f"127.0.0.1:{imap.port}"])
    IMailbox(agency).change(
        {
            "enabled": True,
            "host": "127.0.0.1",
            "port": imap.port,
            "security": "none",
            "account": ACCOUNT,
            "password": PASSWORD,
            "folder": folder,
        }
    )
    return agency


def look():
    return ReadMailboxes(Savepoints()).run(now())


def letter(subject="Công văn số 123/STC-NS ngày 12/11/2026 về dự toán", **headers):
    found = EmailMessage()
    found["From"] = "Sở Tài chính <vanthu@stc.example>"
    found["Date"] = "Thu, 19 Nov 2026 08:00:00 +0700"
    found["Message-ID"] = headers.pop("message_id", f"<{token_hex(8)}@stc.example>")
    if subject is not None:
        found["Subject"] = subject
    for name, value in headers.items():
        found[name.replace("_", "-")] = value
    found.set_content("Kính gửi quý cơ quan.")
    return found


def attached(message, data, name):
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message


def waiting():
    """The records made from letters, the oldest first."""
    memory = IMailbox(getUtility(IDirectory).agency_object("skhcn")).memory
    found = [find_record(uid) for uid in memory.seen.values() if not uid.startswith("skipped")]
    return sorted(found, key=lambda record: record.created())


def test_a_letter_becomes_a_waiting_entry_filled_in(agency, imap, folder, login_as):
    message = attached(attached(letter(), blank_pdf(), "Công văn 123.pdf"), blank_pdf(), "Phụ lục.pdf")
    imap.put(folder, message.as_bytes())
    assert look() == {"mailboxes": 1, "taken": 1, "skipped": 0, "failed": 0}
    (record,) = waiting()
    assert state_of(record) == "waiting" and record.arrival_channel == "email"
    assert record.subject == "Công văn số 123/STC-NS ngày 12/11/2026 về dự toán"
    assert (record.original_number, record.document_symbol) == ("123", "STC-NS")
    assert (record.issuing_body, str(record.issue_date)) == ("Sở Tài chính", "2026-11-12")
    assert "vanthu@stc.example" in record.note and "08:00 19/11/2026" in record.note
    roles = [(file.role, file.current.filename) for file in IFileStore(record).files()]
    assert roles == [("main", "Công văn 123.pdf"), ("annex", "Phụ lục.pdf")]
    kept = IOriginalLetter(record)
    assert kept.data().replace(b"\r\n", b"\n") == message.as_bytes() and "Kính gửi" in kept.text
    assert [notice.event for notice in getUtility(INotices).of("vanthuskhcn").newest()] == ["arrived"]
    with login_as("vanthuskhcn"):
        listing = getUtility(IListing)
        assert listing.query("incoming.waiting", filters={"source": "email"}).total == 1
        assert listing.query("incoming.waiting", filters={"source": "post"}).total == 0
    assert b"\\Seen" not in b"".join(imap.flags(folder)[:1])


def test_exactly_once(agency, imap, folder):
    one, two = letter("Một"), letter("Hai")
    imap.put(folder, one.as_bytes(), two.as_bytes(), one.as_bytes())
    assert look()["taken"] == 2
    assert look() == {"mailboxes": 1, "taken": 0, "skipped": 0, "failed": 0}
    memory = IMailbox(agency).memory
    memory.last_uid = 0  # as if the mark were lost
    assert look() == {"mailboxes": 1, "taken": 0, "skipped": 3, "failed": 0}
    imap.delete(folder)
    imap.create(folder)  # other numbers: UIDVALIDITY changes
    imap.put(folder, two.as_bytes(), letter("Ba").as_bytes())
    assert look() == {"mailboxes": 1, "taken": 1, "skipped": 1, "failed": 0}
    assert [record.subject for record in waiting()] == ["Một", "Hai", "Ba"]


def test_a_crash_between_record_and_mark_leaves_neither(agency, imap, folder, monkeypatch):
    imap.put(folder, letter("Một").as_bytes())
    real = reading._done

    def crash(memory, uid):
        raise RuntimeError("crash")

    monkeypatch.setattr(reading, "_done", crash)
    assert look()["failed"] == 1
    assert waiting() == [] and IMailbox(agency).state["failing"][0]["tries"] == 1
    monkeypatch.setattr(reading, "_done", real)
    assert look()["taken"] == 1
    assert len(waiting()) == 1 and IMailbox(agency).state["failing"] == []


def test_one_letter_that_breaks_everything_blocks_nothing(agency, imap, folder, monkeypatch):
    imap.put(folder, letter("Hỏng").as_bytes(), letter("Lành").as_bytes())
    real = reading.store

    def fragile(agency_id, uid, parsed, raw):
        if parsed.subject == "Hỏng":
            raise ZeroDivisionError("hỏng")
        return real(agency_id, uid, parsed, raw)

    monkeypatch.setattr(reading, "store", fragile)
    for _turn in range(7):
        look()
    assert [record.subject for record in waiting()] == ["Lành"]
    (failing,) = IMailbox(agency).state["failing"]
    assert (failing["tries"], failing["error"]) == (5, "ZeroDivisionError: hỏng")
    monkeypatch.setattr(reading, "store", real)
    IMailbox(agency).retry()
    assert look()["taken"] == 1


def test_machines_get_no_entry(agency, imap, folder):
    loop = letter("Tự động", Auto_Submitted="auto-replied")
    imap.put(folder, loop.as_bytes(), letter("Người").as_bytes())
    assert look() == {"mailboxes": 1, "taken": 1, "skipped": 1, "failed": 0}
    assert IMailbox(agency).state["skipped"] == 1


@pytest.mark.parametrize(
    "data, name, word",
    [
        (bomb(), "ho-so.zip", "bung ra quá lớn"),
        (b"MZ\x90\x00" + b"\0" * 200, "hoa-don.exe", "Không nhận kiểu tệp"),
        (b"MZ\x90\x00" + b"\0" * 200, "hoa-don.pdf", "không đúng với phần mở rộng"),
        (b"%PDF-1.4 broken", "cong-van.pdf", "bị hỏng"),
        (b"", "rong.pdf", "rỗng"),
    ],
)
def test_what_is_dangerous_is_said_and_not_lost(agency, imap, folder, data, name, word):
    imap.put(folder, attached(letter(), data, name).as_bytes())
    assert look()["taken"] == 1
    (record,) = waiting()
    assert IFileStore(record).files() == []
    (finding,) = IOriginalLetter(record).findings
    said = translate(finding, target_language="vi")
    assert name in said and word in said and name in record.note
    assert name.encode() in IOriginalLetter(record).data()


def test_no_subject_and_broken_ones(agency, imap, folder):
    broken = b"From: a@b\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--y\r\n\xff\xfe"
    imap.put(folder, letter(None).as_bytes(), broken, b"\xff\xfe\r\n\r\n\x80")
    assert look() == {"mailboxes": 1, "taken": 3, "skipped": 0, "failed": 0}
    assert {record.subject for record in waiting()} == {"Kính gửi quý cơ quan.", "(Thư không có tiêu đề)"}


def test_a_huge_letter_is_named_and_left_in_the_mailbox(agency, imap, folder, monkeypatch):
    monkeypatch.setattr(reading, "most_bytes", lambda: 5000)
    imap.put(folder, attached(letter("Rất lớn"), b"x" * 9000, "a.zip").as_bytes(), letter("Nhỏ").as_bytes())
    assert look()["taken"] == 2
    big = next(record for record in waiting() if record.subject == "Rất lớn")
    assert "Thư quá lớn" in big.note and len(IOriginalLetter(big).data()) < 5000


def test_a_server_that_is_away_is_told_and_asked_more_seldom(agency, province):
    port = free_port()
    AllowedServers().change([f"127.0.0.1:{port}"])
    IMailbox(agency).change({"port": port})
    with held(now()) as start:
        assert look() == {"mailboxes": 1, "taken": 0, "skipped": 0, "failed": 0}
        assert IMailbox(agency).state["error"]
    with held(start + timedelta(minutes=1)):
        assert look()["mailboxes"] == 0
    with held(start + timedelta(minutes=2)):
        assert look()["mailboxes"] == 1
    with held(start + timedelta(minutes=5)):
        assert look()["mailboxes"] == 0


def test_a_wrong_password_and_folder_are_told(agency):
    IMailbox(agency).change({"password": "sai"})
    look()
    assert "uthentication" in IMailbox(agency).state["error"]
    IMailbox(agency).change({"password": PASSWORD, "folder": "khong-co"})
    look()
    assert "khong-co" in IMailbox(agency).state["error"]


def test_the_password_is_kept_sealed_and_goes_to_no_other_server(agency):
    mailbox = IMailbox(agency)
    assert PASSWORD not in repr(mailbox.memory.__dict__) and mailbox.password() == PASSWORD
    assert PASSWORD not in repr(mailbox.settings) + repr(mailbox.state)
    mailbox.change({"folder": "INBOX"})
    assert mailbox.password() == PASSWORD
    AllowedServers().change([*AllowedServers().all, f"evil.example:{mailbox.settings['port']}"])
    mailbox.change({"host": "evil.example"})
    assert mailbox.password() == "" and not mailbox.has_password
    with pytest.raises(Refused):
        mailbox.change({"port": 70000})


def test_only_servers_that_the_system_allows_are_asked(agency, imap, folder):
    """The administrator of an agency cannot have the worker knock on any door of the network."""
    before = IMailbox(agency).settings
    for changed in ({"host": "10.0.0.1"}, {"port": 22}, {"host": "localhost"}):
        with pytest.raises(Refused) as refused:
            IMailbox(agency).change(changed)
        assert [violation.code for violation in refused.value.violations] == ["server_not_allowed"]
        assert f"127.0.0.1:{imap.port}" in translate(refused.value.violations[0].message, target_language="vi")
    assert IMailbox(agency).settings == before
    IMailbox(agency).change({"enabled": False, "host": "10.0.0.1"})  # kept as a draft: nobody knocks
    assert look()["mailboxes"] == 0


def test_a_server_that_is_no_longer_allowed_waits_and_loses_nothing(agency, imap, folder):
    imap.put(folder, letter().as_bytes())
    AllowedServers().change([])
    assert look()["mailboxes"] == 0
    assert [(one["server"], one["allowed"]) for one in AllowedServers().in_use()] == [(f"127.0.0.1:{imap.port}", False)]
    AllowedServers().change([f" 127.0.0.1:{imap.port} ", f"127.0.0.1:{imap.port}"])
    assert look()["taken"] == 1 and AllowedServers().all == [f"127.0.0.1:{imap.port}"]


def test_the_screen_says_what_was_not_taken_before_the_document_is_registered(agency, imap, folder, login_as):
    imap.put(folder, attached(letter("Tài liệu họp"), bomb(), "tai-lieu.zip").as_bytes())
    look()
    (record,) = waiting()
    with login_as("vanthuskhcn"):
        page = record.restrictedTraverse("view")()
        assert "Không nhận tệp “tai-lieu.zip”" in page and "Kính gửi quý cơ quan." in page
        assert f"{record.absolute_url()}/@@original-letter" in page


def test_a_letter_that_was_taken_whole_is_not_spoken_of_any_more_once_it_is_registered(agency, imap, folder, login_as):
    imap.put(folder, attached(letter(), blank_pdf(), "Công văn 123.pdf").as_bytes())
    look()
    (record,) = waiting()
    with login_as("vanthuskhcn"):
        assert 'id="doc-letter"' in record.restrictedTraverse("view")()
        fire(record, "accept")
        assert 'id="doc-letter"' not in record.restrictedTraverse("view")()
