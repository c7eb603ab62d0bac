"""Settings pages of a person, an agency and the site; the original letter; over HTTP and REST."""

from base64 import urlsafe_b64encode
import pytest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.mailbox.entries import make_entry
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.parsing import parse
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.notices.topics import TOPICS
import transaction
from zope.component import getUtilitiesFor
from zope.component import getUtility


LETTER = (
    b"From: Cong ty <a@congty.example>\r\nSubject: <script>alert(1)</script> 12/TB-CT\r\n"
    b"Date: Thu, 19 Nov 2026 08:00:00 +0700\r\n\r\n<img src=x onerror=alert(1)> noi dung thu\r\n"
)


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))


@pytest.fixture
def site(functional_province):
    return functional_province.absolute_url()


def sent(session, form, **changes):
    fields = {**dict(form.form_values()), **changes}
    return session.post(form.action, data={name: value for name, value in fields.items() if value is not None})


def test_a_person_chooses(site, visitor, read, client):
    anh = visitor("leminhanh")
    page = read(anh.get(f"{site}/@@notice-settings"))
    form = next(form for form in page.forms if "email.turn" in form.fields)
    assert (form.fields["email.turn"], form.fields["push.turn"], form.fields["email.issued"]) == ("rule", "on", "off")
    page = read(sent(anh, form, **{"email.turn": "now", "push.turn": "off", "quiet_from": "20:00"}))
    assert page.xpath("//*[@role='status' and contains(., 'Đã lưu')]")
    data = client("leminhanh").get("@notice-settings").json()
    assert data["events"]["turn"] == {"email": "now", "push": "off", "sms": "agency"} and data["quiet"] == ["20:00", "06:00"]
    form = next(form for form in page.forms if "email.turn" in form.fields)
    wrong = read(sent(anh, form, quiet_from="26:00"), 400)
    assert wrong.xpath("//*[@role='alert']//a[@href='#field-quiet']") and wrong.xpath("//*[@id='field-quiet']")
    assert client("phamquochuy").get("@notice-settings").json()["events"]["turn"]["email"] == "rule"
    assert client("leminhanh").patch("@notice-settings", json={"quiet": None}).json()["quiet"] is None
    for body in ({"quiet": "x"}, {"events": []}, {"events": {"turn": {"email": "x"}}}, {"x": 1}, []):
        assert client("leminhanh").patch("@notice-settings", json=body).status_code == 400, body


def test_devices(site, client):
    anh = client("leminhanh")
    assert len(anh.get("@devices").json()["key"]) == 87

    def key(size):
        return urlsafe_b64encode(b"x" * size).rstrip(b"=").decode()

    keys = {"p256dh": key(65), "auth": key(16)}
    good = {"subscription": {"endpoint": "https://fcm.googleapis.com/x", "keys": keys}, "name": "  Điện thoại "}
    answer = anh.post("@devices", json=good)
    assert answer.status_code == 201 and answer.json()["name"] == "Điện thoại"
    assert "endpoint" not in anh.get("@devices").text
    assert anh.post("@devices", json=good).status_code == 201 and anh.get("@devices").json()["items_total"] == 1
    assert client("vuhaiyen").delete(f"@devices/{answer.json()['id']}").status_code == 404
    assert anh.delete(f"@devices/{answer.json()['id']}").status_code == 204
    for body in ({}, {"subscription": {"endpoint": "http://127.0.0.1:22/", "keys": keys}}, {"subscription": "x"}):
        assert anh.post("@devices", json=body).status_code == 400, body


def test_the_mailbox_of_an_agency(site, visitor, read, client):
    admin, system = visitor("skhcnqtdv"), visitor("quantri")
    form = read(admin.get(f"{site}/skhcn/@@mailbox")).forms[-1]
    values = {"host": "mail.example", "account": "vt", "password": "Bi-mat-9", "enabled": "true", "times": "09:00"}
    refused = read(sent(admin, form, **values), 400)
    assert "chưa cho phép máy chủ mail.example:993" in refused.text_content()
    servers = read(system.get(f"{site}/@@mail-servers"))
    assert "Chưa cơ quan nào đặt hộp thư" in servers.text_content()
    assert "không phải là máy chủ:cổng" in read(sent(system, servers.forms[-1], servers="mail.example"), 400).text_content()
    lines = "mail.example:993\nother.example:993"
    assert "Đã lưu" in read(sent(system, servers.forms[-1], servers=lines)).text_content()
    page = read(sent(admin, form, **values))
    assert "Đã lưu" in page.text_content() and "Bi-mat-9" not in page.text_content()
    data = client("skhcnqtdv").get("skhcn/@mailbox")
    assert data.json()["has_password"] and data.json()["host"] == "mail.example" and "Bi-mat-9" not in data.text
    assert "Bi-mat-9" not in admin.get(f"{site}/skhcn/@@mailbox").text
    wrong = read(sent(admin, form, host="a b", port="x", enabled="true", account="", times="9"), 400)
    fields = {link.get("href") for link in wrong.xpath("//*[@role='alert']//a")}
    assert fields == {"#field-digest_times"} or "#field-host" in fields
    for link in fields:
        assert wrong.xpath(f"//*[@id='{link[1:]}']"), link
    patched = client("skhcnqtdv").patch("skhcn/@mailbox", json={"host": "other.example"})
    assert patched.json()["has_password"] is False
    assert client("skhcnqtdv").patch("skhcn/@mailbox", json={"port": "x"}).status_code == 400
    sent(system, servers.forms[-1], servers="mail.example:993")
    assert "other.example:993" in read(admin.get(f"{site}/skhcn/@@mailbox")).xpath("string(//*[@role='note'])")
    page = read(system.get(f"{site}/@@mail-servers"))
    (allow,) = page.xpath("//form[.//button[@name='allow']]")
    sent(system, allow, allow="other.example:993")
    assert not read(admin.get(f"{site}/skhcn/@@mailbox")).xpath("//*[@role='note']")


def test_the_gateway_of_an_agency(site, visitor, read, client):
    admin, system = visitor("skhcnqtdv"), visitor("quantri")
    page = read(admin.get(f"{site}/skhcn/@@sms-gateway"))
    form = page.forms[-1]
    assert "Chưa gửi tin nhắn nào" in page.text_content() and not page.xpath("//button[@name='try']")
    assert (form.fields["rule.turn"], form.fields["rule.issued"]) == ("urgent", "off")
    assert "sms.turn" not in read(admin.get(f"{site}/@@notice-settings")).text_content()
    values = {"address": "https://sms.example/gui", "token": "Bi-mat-9", "enabled": "true"}
    assert "chưa cho phép máy chủ sms.example:443" in read(sent(admin, form, **values), 400).text_content()
    servers = read(system.get(f"{site}/@@sms-servers"))
    assert "Chưa cơ quan nào đặt cổng tin nhắn" in servers.text_content()
    wrong = read(sent(system, servers.forms[-1], servers="sms.example"), 400)
    assert "ví dụ sms.sonhai.example:443" in wrong.text_content()
    assert "Đã lưu" in read(sent(system, servers.forms[-1], servers="sms.example:443")).text_content()
    page = read(sent(admin, form, **values, **{"rule.issued": "on"}))
    assert "Đã lưu" in page.text_content() and "Bi-mat-9" not in page.text_content()
    assert page.forms[-1].fields["rule.issued"] == "on"
    assert "không có số điện thoại di động" in read(sent(admin, page.forms[-1], **{"try": "1"}), 409).text_content()
    data = client("skhcnqtdv").get("skhcn/@sms-gateway")
    assert data.json()["has_token"] and data.json()["rule"]["issued"] == "on" and "Bi-mat-9" not in data.text
    broken = read(sent(admin, form, template="{", brand="x" * 30), 400)
    assert broken.xpath("//*[@role='alert']//a[@href='#field-brand']")
    person = read(visitor("leminhanh").get(f"{site}/@@notice-settings"))
    assert next(form for form in person.forms if "sms.turn" in form.fields).fields["sms.turn"] == "agency"
    sent(system, servers.forms[-1], servers="")
    assert "sms.example:443" in read(admin.get(f"{site}/skhcn/@@sms-gateway")).xpath("string(//*[@role='note'])")


@pytest.mark.parametrize("userid", ["vanthuskhcn", "nguyenthithuha", "leminhanh", "vanthusnv"])
def test_others_do_not_see_the_mailbox(site, client, userid):
    assert client(userid).get("skhcn/@mailbox").status_code in (401, 403)
    assert client(userid).patch("skhcn/@mailbox", json={"host": "x"}).status_code in (401, 403)
    assert client(userid).get("skhcn/@sms-gateway").status_code in (401, 403)
    assert client(userid).get("@notice-channels").status_code in (401, 403)
    assert client(userid).patch("@notice-channels", json={"address": "https://x"}).status_code in (401, 403)


def test_channels_of_the_site(site, visitor, read, client):
    admin = visitor("quantri")
    page = read(admin.get(f"{site}/@@notice-channels"))
    assert "Chưa cài đặt máy chủ thư" in page.text_content() and "Nhắc việc sắp đến hạn" in page.text_content()
    form = next(form for form in page.forms if "address" in form.fields)
    assert form.fields["address"] == site
    page = read(sent(admin, form, address="https://qlvb.example", times="08:00, 15:00"))
    assert "Đã lưu" in page.text_content()
    data = client("quantri").get("@notice-channels").json()
    assert data["address"] == "https://qlvb.example" and data["digest_times"] == ["08:00", "15:00"]
    assert data["lacks"]["push"] is None
    wrong = read(sent(admin, form, address="javascript:1", times="", services="x"), 400)
    for link in wrong.xpath("//*[@role='alert']//a/@href"):
        assert wrong.xpath(f"//*[@id='{link[1:]}']"), link
    assert client("quantri").patch("@notice-channels", json={"address": 5}).status_code == 400


def test_the_original_letter(functional_province, site, visitor, read, client):
    IMailbox(getUtility(IDirectory).agency_object("skhcn")).change({"host": "x"})
    record = make_entry("skhcn", parse(LETTER), LETTER)
    transaction.commit()
    mai = visitor("vanthuskhcn")
    page = read(mai.get(f"{record.absolute_url()}/@@original-letter"))
    assert "noi dung thu" in page.text_content() and not page.xpath("//img[@onerror]")
    assert not page.xpath("//script[contains(., 'alert')]")
    answer = mai.get(f"{record.absolute_url()}/@@original-letter?file=1")
    assert answer.content == LETTER and answer.headers["Content-Type"].startswith("message/rfc822")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "original-letter" in mai.get(record.absolute_url()).text
    path = record.absolute_url().removeprefix(f"{site}/")
    data = client("vanthuskhcn").get(f"{path}/@mail").json()
    assert data["sender"] == "Cong ty <a@congty.example>" and "noi dung thu" in data["text"]
    assert client("vuhaiyen").get(f"{path}/@mail").status_code in (401, 403)
    other = visitor("vuhaiyen").get(f"{record.absolute_url()}/@@original-letter?file=1", allow_redirects=False)
    assert LETTER not in other.content


def test_the_source_of_what_waits(functional_province, site, visitor, read):
    make_entry("skhcn", parse(LETTER), LETTER)
    transaction.commit()
    page = read(visitor("vanthuskhcn").get(f"{site}/@@worklist?box=incoming.waiting"))
    ways = [" ".join(link.text_content().split()) for link in page.xpath("//nav[@aria-label='Nguồn đến']/a")]
    assert ways == ["Tất cả (1)", "Liên thông (0)", "E-mail (1)", "Giấy (0)"]
    mail = page.xpath("//nav[@aria-label='Nguồn đến']/a/@href")[2]
    page = read(visitor("vanthuskhcn").get(mail))
    assert page.xpath("//nav[@aria-label='Nguồn đến']/a[@aria-current]")[0].text_content().startswith("E-mail")


def test_kinds_stand_under_their_topics(visitor, functional_province, read):
    """Every name that a topic gives is one of a kind, so none of them has gone to the last topic by a slip."""
    page = read(visitor("leminhanh").get(f"{functional_province.absolute_url()}/@@notice-settings"))
    groups = page.xpath("//details[contains(@class, 'qlvb-topicrow')]")
    topics = [[" ".join(one.text_content().split()) for one in group.xpath("./summary/span | .//tbody//th")] for group in groups]
    assert [words[0] for words in topics][:2] == ["Việc đến lượt anh/chị", "Dự thảo, văn bản đi, ký số"]
    assert topics[0][1] == "Văn bản chờ anh/chị xử lý" and "Phòng ban của anh/chị thay đổi" in topics[-1]
    known = {event for event, _kind in getUtilitiesFor(INoticeKind)}
    assert {event for _title, ids in TOPICS for event in ids} <= known
    assert sum(len(words) - 1 for words in topics) == len(known)
    counts = groups[0].xpath("./summary//b/text()")
    gone = [group.xpath(".//select[starts-with(@name, $way)]/option[@selected][not(@value='off')]", way=way) for group in groups[:1] for way in ("email.", "push.")]
    assert counts == [f"{len(chosen)}/{len(topics[0]) - 1}" for chosen in gone] and counts[0] != counts[1]
    agency = read(visitor("skhcnqtdv").get(f"{functional_province.absolute_url()}/skhcn/@@sms-gateway"))
    assert [" ".join(one.text_content().split()) for one in agency.xpath("//details/summary/span[@class='qlvb-topicrow__title']")] == [
        words[0] for words in topics
    ]
