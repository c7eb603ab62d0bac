"""Notices by e-mail and to devices: real servers, jobs in savepoints."""

from datetime import datetime
from datetime import timedelta
from mail_servers import push_service
from mail_servers import smtp_server
from plone import api
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.delegation.telling import tell_stand_ins
from qlvb.workflows.notices import vapid
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.devices import Devices
from qlvb.workflows.notices.digest_times import set_digest_times
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.preferences import Preferences
from qlvb.workflows.notices.push import NO_CONTACT
from qlvb.workflows.notices.push import Push
from qlvb.workflows.notices.sending import failed_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outgoing.interfaces import IRoute
import stat
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=VIETNAM)
ADDRESS = "https://qlvb.sonhai.example"
ME = "leminhanh"


def run():
    return getUtility(IRunner).run_pending()


def tell(record=None, text="Trả lại: sai thể thức", event="returned", urgent=False, once=""):
    return getUtility(INotices).tell([ME], event, record, text, urgent, once=once)


@pytest.fixture
def site(province, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    Channels().change({"address": ADDRESS})
    with held(MONDAY):
        yield province


@pytest.fixture
def postbox(site):
    with smtp_server() as (postbox, port):
        for name, value in {
            "smtp_host": "127.0.0.1",
            "smtp_port": port,
            "email_from_address": "qlvb@sonhai.example",
        }.items():
            api.portal.set_registry_record(f"plone.{name}", value)
        api.portal.set_registry_record("plone.email_from_name", "QLVB Sơn Hải")
        yield postbox


def give_address(site, userid):
    (brain,) = site.portal_catalog.unrestrictedSearchResults(portal_type="Person", id=userid)
    person = brain._unrestrictedGetObject()
    person.email = f"{userid}@sonhai.example"
    notify(ObjectModifiedEvent(person))


@pytest.fixture
def mailed(postbox, site):
    """Lê Minh Anh has an e-mail address."""
    give_address(site, ME)
    return postbox


@pytest.fixture
def letter(site, login_as):
    def make(**data):
        with login_as(ME):
            data = {"subject": "V/v nâng cấp <b>phần mềm</b>", **data}
            return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by=ME)

    return make


def body(message, kind):
    return message.get_body((kind,)).get_content()


def test_urgent_goes_at_once_with_links(mailed, letter):
    tell(letter(), urgent=True)
    assert run() == 1
    ((sender, recipients, message),) = mailed.messages
    assert (sender, recipients) == ("qlvb@sonhai.example", [f"{ME}@sonhai.example"])
    assert message["Subject"] == "[Khẩn] Văn bản bị trả lại: V/v nâng cấp <b>phần mềm</b>"
    assert message["From"] == "QLVB Sơn Hải <qlvb@sonhai.example>"
    assert message["Auto-Submitted"] == "auto-generated" and message["Message-ID"].endswith("@sonhai.example>")
    notice = getUtility(INotices).of(ME).newest()[0]
    link = f"{ADDRESS}/@@open-notice?id={notice.id}"
    assert link in body(message, "plain") and f'href="{link}"' in body(message, "html")
    assert "Trả lại: sai thể thức" in body(message, "plain")
    assert "<b>phần" not in body(message, "html") and "&lt;b&gt;phần" in body(message, "html")
    assert list(notice.sent) == ["email"] and not notice.owed
    assert run() == 0


def test_the_rest_is_gathered_until_the_next_of_the_agencys_times(mailed, letter):
    with held(MONDAY - timedelta(days=1)):
        set_digest_times(getUtility(IDirectory).agency_object("skhcn"), ["10:30", "16:00"])
    tell(letter(subject="Một"), once="1")
    again = letter(subject="Hai")
    tell(again, once="2")
    tell(again, "Trả lại: Hai", once="2a")
    tell(letter(subject="Ba"), once="3")
    read_already = getUtility(INotices).of(ME).newest()[0]
    getUtility(INotices).of(ME).mark([read_already.id])
    assert run() == 0 and [due for due, *_rest in queue.pending()] == [MONDAY.replace(hour=10, minute=30)]
    with held(MONDAY.replace(hour=10, minute=31)):
        run()
        message = mailed.messages[0][2]
        assert message["Subject"] == "2 thông báo đến 10:31 16/11/2026"
        assert message["Date"].datetime == now()
        assert "Một" in body(message, "plain") and "Hai" in body(message, "plain")
        assert "Ba" not in body(message, "plain")
        lines = body(message, "plain").splitlines()
        place = lines.index("Hai")  # once for both, the newest first, without the subject at its end
        assert lines[place + 1 : place + 3] == ["Trả lại", "Trước đó, 09:00 16/11/2026: Trả lại: sai thể thức"]
    assert len(mailed.messages) == 1


def test_what_the_server_refuses_is_kept_shown_and_tried_again(mailed, letter):
    mailed.answers = ["451 4.7.1 Xin thử lại sau"]
    tell(letter(), urgent=True)
    run()
    assert mailed.messages == []
    (job,) = failed_jobs(ME)
    assert job.state == "queued" and "451" in job.error.mapping["code"]
    assert getUtility(INotices).of(ME).newest()[0].owed == {"email": "now"}
    with held(now() + timedelta(seconds=10)):
        run()
    assert len(mailed.messages) == 1 and failed_jobs(ME) == []


def test_a_server_that_is_away_is_no_loss(mailed, letter):
    port = api.portal.get_registry_record("plone.smtp_port")
    api.portal.set_registry_record("plone.smtp_port", 1)
    tell(letter(), urgent=True)
    for minutes in range(0, 60, 5):
        with held(MONDAY + timedelta(minutes=minutes)):
            run()
    (job,) = failed_jobs(ME)
    assert (job.state, job.attempts) == ("failed", 8)
    api.portal.set_registry_record("plone.smtp_port", port)
    desk = getUtility(IDesks).get(ME).__of__(api.portal.get())
    IJobs(desk).retry(job.id, by=ME)
    run()
    assert len(mailed.messages) == 1


def test_a_secret_document_is_not_named(mailed, letter):
    tell(letter(subject="V/v việc mật", secrecy="confidential"), "Lý do mật", urgent=True)
    run()
    message = mailed.messages[0][2]
    whole = message.as_string() + body(message, "plain") + body(message, "html") + message["Subject"]
    assert "việc mật" not in whole and "Lý do mật" not in whole
    assert "Văn bản mật: đăng nhập để xem." in body(message, "plain")


def test_what_the_reader_may_no_longer_view_is_not_named(mailed, letter, login_as):
    with login_as("vuhaiyen"):
        record = getUtility(IDocumentFactory).create(
            "OutgoingDocument", "snv", {"subject": "Của nơi khác"}, by="vuhaiyen"
        )
    tell(record, "Nội dung nơi khác", urgent=True)
    run()
    message = mailed.messages[0][2]
    assert "nơi khác" not in body(message, "plain").lower() + message["Subject"].lower()


def test_settings_of_the_person(mailed, letter):
    Preferences(ME).change(
        {"events": {"returned": {"email": "off"}, "turn": {"email": "now"}}, "quiet": ["08:00", "10:00"]}
    )
    tell(letter(), event="returned", urgent=True, once="1")
    tell(letter(), event="turn", once="2")
    assert [due for due, *_rest in queue.pending()] == [MONDAY.replace(hour=10)]
    tell(letter(), event="turn", urgent=True, once="3")
    assert run() == 1
    Preferences(ME).change({"urgent_anyway": False})
    tell(letter(), event="turn", urgent=True, once="4")
    assert run() == 0
    with pytest.raises(Refused) as refused:
        Preferences(ME).change(
            {
                "events": {"nothing": {}, "turn": {"email": "on", "fax": "on"}},
                "quiet": ["25:00", "x"],
                "x": 1,
                "urgent_anyway": 1,
            }
        )
    assert len(refused.value.violations) == 6


def test_without_a_mail_server_nothing_is_asked_for(site, letter):
    tell(letter(), urgent=True)
    assert queue.pending() == [] and getUtility(INotices).of(ME).unread() == 1


def test_a_header_cannot_be_slipped_in(mailed, letter):
    tell(letter(subject="Một\r\nBcc: nguoikhac@sonhai.example"), urgent=True)
    run()
    _sender, recipients, message = mailed.messages[0]
    assert recipients == [f"{ME}@sonhai.example"] and message["Bcc"] is None


def test_a_push_reaches_the_device_encrypted_and_signed(site, letter):
    with push_service() as browser:
        Channels().change({"push_services": [browser.origin]})
        device = Devices(ME).add(browser.subscription, "Điện thoại")
        tell(letter(), urgent=True)
        run()
        (said,) = browser.pushed
        assert said["title"] == "Văn bản bị trả lại" and "V/v nâng cấp" in said["body"]
        assert said["url"].startswith(f"{ADDRESS}/@@open-notice?id=")
        assert browser.headers[0]["Urgency"] == "high"
        assert device.used is not None
        assert stat.S_IMODE(vapid.key_file().stat().st_mode) == 0o600
        browser.status = 410
        tell(letter(), urgent=True, once="2")
        run()
        assert Devices(ME).all() == [] and failed_jobs(ME) == []


@pytest.mark.parametrize("status", [302, 429, 500])
def test_a_push_that_is_not_taken_is_tried_again(site, letter, status):
    with push_service() as browser:
        Channels().change({"push_services": [browser.origin]})
        Devices(ME).add(browser.subscription)
        browser.status = status
        tell(letter(), urgent=True)
        run()
        assert [job.state for job in failed_jobs(ME)] == ["queued"]
        browser.status = 201
        with held(MONDAY + timedelta(seconds=10)):
            run()
        assert len(browser.pushed) == 1


def test_a_push_from_a_site_without_https_names_the_address_of_its_letters(postbox, letter):
    with push_service() as browser:
        Channels().change({"address": "http://qlvb.sonhai.local/qlvb", "push_services": [browser.origin]})
        Devices(ME).add(browser.subscription)
        tell(letter(), urgent=True)
        run()
        assert len(browser.pushed) == 1
    assert Push().lacks() is None
    api.portal.set_registry_record("plone.email_from_address", "")
    assert Push().lacks() is NO_CONTACT and not Push().reaches(ME)


def test_the_address_of_a_push_must_be_a_known_service(site):
    with push_service() as browser, pytest.raises(Refused):
        Devices(ME).add(browser.subscription)


def test_site_settings_refuse_what_they_are_not(site):
    for values in (
        {"address": "javascript:alert(1)"},
        {"address": "https://a b"},
        {"push_services": ["ftp://x"]},
        {"push_services": "https://x"},
        {"digest_times": []},
        {"x": 1},
    ):
        with pytest.raises(Refused):
            Channels().change(values)
    assert Channels().address == ADDRESS


def test_a_stand_in_gets_a_letter_about_what_he_may_read(postbox, site, letter):
    give_address(site, "buitrungkien")
    today = MONDAY.date()
    values = {"giver": "nguyenthithuha", "receiver": "buitrungkien", "valid_from": today, "valid_to": today}
    create_delegation("skhcn", {**values, "mode": "sign", "basis": "12/GUQ-SKHCN"}, "nguyenthithuha")
    record = letter()
    IRoute(record).open("review", "nguyenthithuha", ME)
    record.reindexObject()
    told = "Lê Minh Anh chuyển anh/chị duyệt."
    tell_stand_ins(record, ["nguyenthithuha"], told, ME, urgent=True, once="s2")
    tell_stand_ins(record, ["nguyenthithuha"], told, ME, urgent=True, once="s2")
    assert run() == 1
    ((_sender, recipients, message),) = postbox.messages
    assert recipients == ["buitrungkien@sonhai.example"]
    assert "Thay Nguyễn Thị Thu Hà: Lê Minh Anh chuyển anh/chị duyệt." in body(message, "plain")
    assert "V/v nâng cấp" in message["Subject"]
