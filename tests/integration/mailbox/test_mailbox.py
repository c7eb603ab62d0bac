"""The agency's mailbox on a real IMAP server, read by the worker."""

from AccessControl import Unauthorized
from datetime import timedelta
from email.message import EmailMessage
from imap_server import ACCOUNT
from imap_server import PASSWORD
from imap_server import imap_server
from made_files import bomb
from mail_servers import free_port
from mail_servers import smtp_server
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.mailbox import log
from qlvb.workflows.mailbox import reading
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.interfaces import IOriginalLetter
from qlvb.workflows.mailbox.reading import ReadMailboxes
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outbox.transactions import Savepoints
from received import blank_pdf
from secrets import token_hex
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides


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
    polite = letter(None)
    polite.set_content("Kính gửi quý cơ quan,\n\nSở Tài chính gửi kèm báo cáo quý.")
    imap.put(folder, polite.as_bytes())
    look()
    assert waiting()[-1].subject == "Sở Tài chính gửi kèm báo cáo quý."


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
        assert IMailbox(agency).state["error"] == f"127.0.0.1:{port}: Connection refused"
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


def outcomes(agency):
    """(subject, what became of it) of the letters that the clerk is told of, the newest first."""
    return [(line.subject, line.outcome) for line in IMailbox(agency).letters()]


def clerk_reads(agency, login_as, **form):
    """The clerk's page of mailbox and scanner, in words."""
    request = agency.REQUEST
    if not IQlvbLayer.providedBy(request):
        alsoProvides(request, IQlvbLayer)
    request.form.clear()
    request.form.update(form)
    with login_as("vanthuskhcn"):
        return agency.restrictedTraverse("@@arrival-sources")()


def test_the_clerk_sees_what_became_of_every_letter(agency, imap, folder, login_as, monkeypatch):
    with_bomb = attached(letter("Có bom"), bomb(), "ho-so.zip").as_bytes()
    monkeypatch.setattr(reading, "most_bytes", lambda: 2 * len(with_bomb))
    imap.put(
        folder,
        letter("Lành").as_bytes(),
        with_bomb,
        attached(letter("Rất lớn"), b"x" * 3 * len(with_bomb), "a.zip").as_bytes(),
        letter("Vắng mặt", Auto_Submitted="auto-replied").as_bytes(),
    )
    look()
    assert outcomes(agency) == [
        ("Vắng mặt", "automatic"),
        ("Rất lớn", "too_large"),
        ("Có bom", "partly"),
        ("Lành", "taken"),
    ]
    page = clerk_reads(agency, login_as)
    for said in ("Đọc được", "ho-so.zip", "bung ra quá lớn", "Thư trả lời tự động.", "Sở Tài chính", "Thư quá lớn (hơn"):
        assert said in page, said
    (good,) = [record for record in waiting() if record.subject == "Lành"]
    assert f'href="{good.absolute_url()}"' in page
    assert "Lành" not in clerk_reads(agency, login_as, show="look")
    assert "Có bom" not in clerk_reads(agency, login_as, show="nothing")
    with login_as("leminhanh"), pytest.raises(Unauthorized):
        agency.restrictedTraverse("@@arrival-sources")


def test_what_a_machine_wrote_becomes_a_document_when_the_clerk_wants_it(agency, imap, folder):
    imap.put(folder, letter("Giấy mời tự động", Auto_Submitted="auto-generated").as_bytes())
    look()
    (line,) = IMailbox(agency).letters()
    IMailbox(agency).take_anyway(line.number)
    assert look() == {"mailboxes": 1, "taken": 1, "skipped": 0, "failed": 0}
    assert [record.subject for record in waiting()] == ["Giấy mời tự động"]
    assert outcomes(agency) == [("Giấy mời tự động", "taken")]
    assert look()["taken"] == 0 and IMailbox(agency).memory.wanted == ()
    for number, code in ((line.number + 1, "letter_unknown"), (99, "letter_unknown")):
        with pytest.raises(Refused) as refused:
            IMailbox(agency).take_anyway(number)
        assert (refused.value.status, refused.value.violations[0].code) == (404, code)
    imap.put(folder, letter("Vắng mặt", Auto_Submitted="auto-replied").as_bytes())
    look()
    line = IMailbox(agency).letters()[0]
    imap.delete(folder)
    imap.create(folder)  # its letters have other numbers now
    look()
    with pytest.raises(Refused) as refused:
        IMailbox(agency).take_anyway(line.number)
    assert refused.value.status == 409


def test_letters_that_fail_are_told_once_and_the_log_does_not_grow_without_end(agency, imap, folder, monkeypatch):
    imap.put(folder, letter("Hỏng").as_bytes(), letter("Lành").as_bytes())
    real = reading.store

    def fragile(agency_id, uid, parsed, raw):
        if parsed.subject == "Hỏng":
            raise ZeroDivisionError("hỏng")
        return real(agency_id, uid, parsed, raw)

    monkeypatch.setattr(reading, "store", fragile)
    look()
    assert sorted(outcomes(agency)) == [("Hỏng", "failed"), ("Lành", "taken")]
    for _turn in range(6):
        look()
    assert sorted(outcomes(agency)) == [("Hỏng", "given_up"), ("Lành", "taken")]
    monkeypatch.setattr(reading, "store", real)
    monkeypatch.setattr(log, "KEPT", 2)
    IMailbox(agency).retry()
    look()
    assert outcomes(agency) == [("Hỏng", "taken"), ("Lành", "taken")]
    imap.put(folder, letter("Ba").as_bytes())
    look()
    assert outcomes(agency) == [("Ba", "taken"), ("Hỏng", "taken")]


def test_a_mailbox_that_is_away_is_read_at_once_when_the_clerk_asks(agency, province, login_as):
    port = free_port()
    AllowedServers().change([f"127.0.0.1:{port}"])
    IMailbox(agency).change({"port": port})
    look()
    page = clerk_reads(agency, login_as)
    assert "Không đọc được" in page and "Thử lại ngay" in page
    assert look()["mailboxes"] == 0
    IMailbox(agency).retry()
    assert look()["mailboxes"] == 1


def test_a_memory_older_than_the_log_is_shown_without_letters(agency, login_as):
    assert "log" not in vars(IMailbox(agency).memory) and IMailbox(agency).letters() == []
    assert "Chưa đọc lần nào" in clerk_reads(agency, login_as)


@pytest.fixture
def postbox(agency):
    Channels().change({"address": "https://qlvb.sonhai.example"})
    with smtp_server() as (postbox, port):
        values = {"smtp_host": "127.0.0.1", "smtp_port": port, "email_from_address": "qlvb@sonhai.example"}
        for name, value in values.items():
            api.portal.set_registry_record(f"plone.{name}", value)
        yield postbox


REASON = "Văn bản gửi nhầm cơ quan, đề nghị gửi đúng nơi nhận"


def send_back(record, login_as):
    with login_as("vanthuskhcn"):
        IActs(record).perform("refuse", {"reason": REASON})
    getUtility(IRunner).run_pending()


def test_whoever_wrote_the_letter_is_told_that_it_was_sent_back(agency, imap, folder, login_as, postbox):
    imap.put(folder, letter("Nhầm nơi nhận", message_id="<mot@stc.example>").as_bytes())
    look()
    (record,) = waiting()
    send_back(record, login_as)
    ((_sender, recipients, message),) = postbox.messages
    assert recipients == ["vanthu@stc.example"] and message["Subject"] == "Trả lại: Nhầm nơi nhận"
    assert message["In-Reply-To"] == "<mot@stc.example>" and message["Auto-Submitted"] == "auto-replied"
    said = message.get_content()
    assert REASON in said and "Sở Khoa học và Công nghệ" in said and "08:00 19/11/2026" in said
    assert next(IJournal(record).entries(newest_first=True)).event == "letter_returned"


def test_a_sender_who_cannot_be_told_is_told_by_the_clerk(agency, imap, folder, login_as, postbox):
    imap.put(folder, letter("Nhầm").as_bytes())
    look()
    (record,) = waiting()
    postbox.answers = ["550 no such user"] * 9
    with held(now()) as start:
        send_back(record, login_as)
    for hours in range(1, 60):
        with held(start + timedelta(hours=hours)):
            getUtility(IRunner).run_pending()
    newest = getUtility(INotices).of("vanthuskhcn").newest()
    told = [translate(notice.text, target_language="vi") for notice in newest if notice.event == "delivery_failed"]
    assert len(told) == 1 and "vanthu@stc.example" in told[0] and "no such user" in told[0]


def test_a_letter_without_an_address_is_sent_back_without_a_word_to_anybody(agency, imap, folder, login_as, postbox):
    imap.put(folder, b"From: Somebody\r\nSubject: Thu\r\n\r\nNoi dung")
    look()
    (record,) = waiting()
    send_back(record, login_as)
    assert postbox.messages == [] and state_of(record) == "returned"
