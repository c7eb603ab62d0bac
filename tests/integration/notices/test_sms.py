"""Short messages: a real gateway over HTTP, jobs in savepoints."""

from datetime import datetime
from datetime import timedelta
import made_files
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.clock import held
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.notices.asking import FORBIDDEN
from qlvb.workflows.notices.asking import UNWANTED
from qlvb.workflows.notices.asking import why_not
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.preferences import Preferences
from qlvb.workflows.notices.sending import failed_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.sms import answers
from qlvb.workflows.sms.allowed import AllowedGateways
from qlvb.workflows.sms.browser.settings import GatewaySettings
from qlvb.workflows.sms.interfaces import ISmsGateway
from qlvb.workflows.sms.sending import TryGateway
from qlvb.workflows.sms.trial import ask_for_trial
from sms_gateway import said
from sms_gateway import sms_gateway
from zope.component import getUtility
from zope.event import notify
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.lifecycleevent import ObjectModifiedEvent


MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=VIETNAM)
ME = "leminhanh"


def test_who_can_set_a_gateway_is_named(mine, site):
    """Of the agency in question: that another one has a gateway brings nobody a message here."""
    way = getUtility(INoticeChannel, name="sms")
    assert way.lacks() is None and way.lacks("skhcn") is None
    assert "chưa có quản trị đơn vị" in translate(way.lacks("snv"), target_language="vi")
    mine.change({"enabled": False})
    why = translate(way.lacks("skhcn"), target_language="vi")
    [admin] = getUtility(IDirectory).holders("skhcn", "agency_admin")
    assert getUtility(IDirectory).person(admin).fullname in why and "chuông" in why
    assert translate(why_not(ME, "turn", "sms"), target_language="vi") == why


def run():
    return getUtility(IRunner).run_pending()


def tell(record=None, event="turn", urgent=True, once="", due=None):
    return getUtility(INotices).tell([ME], event, record, "Kính trình", urgent, due, once)


def with_number(site, userid, number):
    """Give a person a telephone number."""
    (brain,) = site.portal_catalog.unrestrictedSearchResults(portal_type="Person", id=userid)
    person = brain._unrestrictedGetObject()
    person.phone = number
    notify(ObjectModifiedEvent(person))


@pytest.fixture
def site(province, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    with_number(province, ME, "0912 345 678")
    with held(MONDAY):
        yield province


@pytest.fixture
def server(site):
    with sms_gateway() as found:
        AllowedGateways().change([found.server])
        yield found


@pytest.fixture
def mine(server):
    """The gateway of the agency of Lê Minh Anh, on and allowed."""
    found = ISmsGateway(getUtility(IDirectory).agency_object("skhcn"))
    values = {"enabled": True, "address": server.address, "token": "Ma-bi-mat", "brand": "SO KHCN"}
    found.change({**values, "taken_field": "CodeResult", "taken_value": "100"})
    return found


@pytest.fixture
def letter(site, login_as):
    def make(**data):
        with login_as(ME):
            data = {"subject": "V/v nâng cấp “phần mềm”", **data}
            return getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by=ME)

    return make


def outcomes(gateway):
    return [translate(line["error"], target_language="vi") if line["error"] else "sent" for line in gateway.log()]


def test_the_agencys_rule_and_the_urgency_decide(server, mine, letter):
    tell(letter(), urgent=False)
    tell(letter(), event="issued", once="2")
    assert run() == 0 and server.taken == []
    tell(letter(), once="3", due=MONDAY.date())
    assert run() == 1
    (sent,) = server.taken
    assert sent["to"] == "84912345678" and sent["from"] == "SO KHCN"
    assert sent["text"] == '[Khan] Van ban cho anh/chi xu ly: han 16/11/2026 - V/v nang cap "phan mem"'
    assert server.headers[0]["Authorization"] == "Bearer Ma-bi-mat"
    assert server.headers[0]["Idempotency-Key"] == sent["id"]
    (line,) = mine.log()
    assert (line["userid"], line["events"], line["number"], line["error"]) == (ME, ["turn"], "8491***678", "")
    mine.change({"rule": {"issued": "on", "turn": "off"}, "accents": True})
    tell(letter(), event="issued", urgent=False, once="4")
    tell(letter(), once="5")
    assert run() == 1 and server.taken[1]["text"] == "Văn bản đã phát hành: V/v nâng cấp “phần mềm”"
    Preferences(ME).change({"events": {"issued": {"sms": "off"}}})
    tell(letter(), event="issued", once="6")
    assert run() == 0


def test_a_secret_document_is_not_named(server, mine, letter):
    tell(letter(subject="V/v việc mật", secrecy="confidential"))
    run()
    assert server.taken[0]["text"] == "[Khan] Van ban cho anh/chi xu ly: Van ban mat: dang nhap de xem."


def test_a_gateway_in_trouble_is_tried_again_and_what_failed_for_good_is_in_the_log(server, mine, letter):
    server.answers = [(503, {}), (200, {"CodeResult": 104, "ErrorMessage": "Hết hạn mức"})]
    tell(letter())
    run()
    (job,) = failed_jobs(ME)
    assert job.state == "queued" and outcomes(mine) == []
    with held(MONDAY + timedelta(seconds=10)):
        run()
    assert "Hết hạn mức" in translate(failed_jobs(ME)[0].error, target_language="vi")
    server.taken.clear()
    with held(MONDAY + timedelta(minutes=1)):
        run()
    assert len(server.taken) == 1 and failed_jobs(ME) == [] and outcomes(mine) == ["sent"]
    server.answers = [(400, {"message": "sai số"})]
    with held(MONDAY + timedelta(minutes=2)):
        tell(letter(), once="2")
        run()
    assert [job.state for job in failed_jobs(ME)] == ["failed"]
    assert outcomes(mine) == ["Cổng tin nhắn không nhận (mã 400). sai số", "sent"]


def test_nobody_without_a_mobile_number_or_a_gateway_is_written_to(server, mine, letter):
    getUtility(INotices).tell(["vuhaiyen", "phamquochuy"], "turn", letter(), "Kính trình", True)
    assert queue.pending() == []
    mine.change({"enabled": False})
    tell(letter())
    assert queue.pending() == []


def test_the_server_must_be_allowed_and_a_token_does_not_move_with_it(server, mine, letter):
    for address, code in (
        ("https://khac.example/gui", "field_missing"),
        ("http://10.0.0.1/gui", "address_wrong"),
        ("https://a:b@khac.example/", "address_wrong"),
    ):
        with pytest.raises(Refused) as refused:
            mine.change({"address": address})
        assert code in [violation.code for violation in refused.value.violations]
    with pytest.raises(Refused) as refused:
        mine.change({"address": "https://khac.example/gui", "token": "x"})
    assert [violation.code for violation in refused.value.violations] == ["server_not_allowed"]
    assert mine.token() == "Ma-bi-mat"
    AllowedGateways().change([])
    tell(letter())
    assert not mine.enabled and run() == 0 and server.taken == []
    mine.change({"enabled": False, "address": "https://khac.example/gui"})
    assert not mine.has_token
    assert AllowedGateways().in_use()[0]["server"] == "khac.example:443"


@pytest.mark.parametrize(
    "values, fields",
    [
        ({"x": 1}, ["x"]),
        ({"address": 5}, ["address"]),
        ({"brand": "x" * 21}, ["brand"]),
        ({"token": "mã\n"}, ["token"]),
        ({"template": "{}"}, ["template", "template"]),
        ({"form": "xml"}, ["form"]),
        ({"rule": []}, ["rule"]),
        ({"rule": {"turn": "maybe", "nothing": "on"}}, ["rule.turn", "rule.nothing"]),
        ({"enabled": "yes", "accents": 1}, ["enabled", "accents"]),
        ({"enabled": True}, ["address", "token"]),
    ],
)
def test_settings_refuse_what_they_are_not(site, values, fields):
    gateway = ISmsGateway(getUtility(IDirectory).agency_object("skhcn"))
    with pytest.raises(Refused) as refused:
        gateway.change(values)
    assert [violation.field for violation in refused.value.violations] == fields
    assert gateway.memory is None


IN_BODY = '{"to": "${phone}", "text": "${text}", "from": "${brand}", "key": "${token}"}'
#: How requests and answers of Vietnamese gateways look: settings, what has to come, a good answer, a bad one.
SHAPES = {
    "keys in the body, code in the answer": (
        {
            "template": '{"ApiKey": "khoa-1", "SecretKey": "${token}", "Phone": "${local}", "Content": "${text}", '
            '"Brandname": "${brand}", "SmsType": "2", "RequestId": "${id}"}',
            "taken_field": "CodeResult",
            "taken_value": "100",
        },
        {"ApiKey": "khoa-1", "SecretKey": "Ma-bi-mat", "Phone": "0912345678", "Brandname": "SO KHCN", "SmsType": "2"},
        {"CodeResult": "100", "SMSID": "1"},
        {"CodeResult": "104", "ErrorMessage": "Brandname khong ton tai"},
    ),
    "nested": (
        {
            "template": '{"RQST": {"name": "send_sms_list", "REQID": "${id}", "LABELID": "9", "APIPASS": "${token}", '
            '"PARAMS": [{"NUM": "1", "CONTENT": "${text}"}], "MOBILELIST": "${phone}", "ISTELCOSUB": 0}}',
            "taken_field": "RPLY.ERROR",
            "taken_value": "0",
        },
        None,
        {"RPLY": {"name": "send_sms_list", "ERROR": "0", "ERROR_DESC": "success"}},
        {"RPLY": {"name": "send_sms_list", "ERROR": "25", "ERROR_DESC": "Sai nhan gui"}},
    ),
    "account in the body": (
        {
            "template": '{"user": "skhcn", "pass": "${token}", "phone": "${phone}", "mess": "${text}", '
            '"tranId": "${id}", "brandName": "${brand}", "dataEncode": 0}',
            "taken_field": "code",
            "taken_value": "1",
        },
        {"user": "skhcn", "pass": "Ma-bi-mat", "phone": "84912345678", "brandName": "SO KHCN", "dataEncode": 0},
        {"code": 1, "message": "Success"},
        {"code": 0, "message": "Sai mat khau"},
    ),
    "a form": (
        {
            "form": "form",
            "template": '{"username": "skhcn", "key": "${token}", "to": "${phone}", "message": "${text}", "flag": 1}',
            "taken_field": "status",
            "taken_value": "success, queued",
        },
        {"username": "skhcn", "key": "Ma-bi-mat", "to": "84912345678", "flag": "1"},
        {"status": "queued"},
        {"status": "error", "detail": {"reason": "Het tien"}},
    ),
    "a line of text": (
        {"template": IN_BODY, "answer": "text", "taken_field": "", "taken_value": "OK|*, 1"},
        {"to": "84912345678", "from": "SO KHCN"},
        "OK|4711\r\n",
        "ERR|khong OK| Sai brandname",
    ),
    "SOAP": (
        {"template": IN_BODY, "answer": "xml", "taken_field": "Envelope.Body.SendResponse.Result", "taken_value": "0"},
        {"to": "84912345678", "from": "SO KHCN"},
        '<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>'
        '<SendResponse xmlns="urn:sms"><Result>0</Result></SendResponse></s:Body></s:Envelope>',
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><SendResponse xmlns="urn:sms">'
        "<Result>5</Result><Reason>Het han muc</Reason></SendResponse></s:Body></s:Envelope>",
    ),
    "an attribute": (
        {"template": IN_BODY, "answer": "xml", "taken_field": "response.@status", "taken_value": "sent*"},
        {"to": "84912345678", "from": "SO KHCN"},
        '<response status="sent-1"/>',
        '<response status="refused"><text>So bi chan</text></response>',
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_gateways_are_described_by_settings(server, mine, letter, shape):
    settings, expected, server.good, bad = SHAPES[shape]
    mine.change(settings)
    server.answers = [(200, bad)]
    tell(letter())
    run()
    (job,) = failed_jobs(ME)
    read = answers.READERS[mine.settings["answer"]]
    assert answers.words_of(read(said(bad)))[-1] in translate(job.error, target_language="vi")
    server.taken.clear()
    with held(MONDAY + timedelta(minutes=1)):
        run()
    (sent,) = server.taken
    if expected is None:
        assert sent["RQST"]["PARAMS"][0]["CONTENT"].startswith("[Khan]") and sent["RQST"]["ISTELCOSUB"] == 0
    else:
        assert expected.items() <= sent.items()
    assert outcomes(mine) == ["sent"] and "Authorization" not in server.headers[-1]


def test_an_express_document_reaches_its_leader_on_the_telephone(server, mine, site, login_as):
    """Hỏa tốc, submitted to the leader: the gateway is away at first, is tried again, and the log tells all of it."""
    leader = "nguyenthithuha"
    with_number(site, leader, "0987 654 321")
    with login_as(ME):
        data = {"subject": "V/v ứng phó bão số 5", "urgency": "express", "signatory": leader}
        data["recipients"] = [{"name": "Sở Nội vụ", "agency": "snv", "purpose": "for_execution"}]
        document = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", data, by=ME)
        IFileStore(document).add("main", "du-thao.pdf", made_files.pdf(1), ME)
        IActs(document).perform("submit", {"receiver": leader})
    server.answers = [(503, {})]
    run()
    assert server.taken == [] and outcomes(mine) == [] and failed_jobs(leader)[0].state == "queued"
    with held(MONDAY + timedelta(minutes=1)):
        run()
        run()
    (sent,) = server.taken
    assert sent["to"] == "84987654321" and sent["text"].startswith("[Khan]") and "V/v ung pho bao so 5" in sent["text"]
    server.answers = [(400, {"message": "Thue bao khoa"})]
    with login_as(ME), held(MONDAY + timedelta(minutes=2)):
        getUtility(INotices).tell([leader], "turn", document, "Kính trình", True, once="2")
        run()
    page = GatewaySettings(site["skhcn"], getRequest())
    assert [(line["name"], line["number"], bool(line["error"])) for line in page.log] == [
        ("Nguyễn Thị Thu Hà", "8498***321", True),
        ("Nguyễn Thị Thu Hà", "8498***321", False),
    ]
    assert "Thue bao khoa" in page.log[0]["error"] and page.log[0]["events"]


def test_a_trial_done_again_after_a_conflict_goes_once(server, mine, login_as, site):
    with login_as(ME):
        job = ask_for_trial(site["skhcn"])
    desk, handler = getUtility(IDesks).get(ME), TryGateway()
    job.attempts = 1
    for _conflict in range(2):
        handler.run(desk, job)
    assert len(server.taken) == 1
    job.attempts = 2  # the attempt after one that failed sends again, under the same id
    handler.run(desk, job)
    assert len({one["id"] for one in server.taken}) == 1 and len(server.taken) == 2


def test_a_trial_goes_the_same_way(server, mine, login_as, site):
    agency = site["skhcn"]
    with login_as("phamquochuy"), pytest.raises(Refused) as refused:
        ask_for_trial(agency)
    assert refused.value.status == 409
    with login_as(ME):
        assert ask_for_trial(agency).id == ask_for_trial(agency).id  # pressed twice
    assert run() == 1 and "tin nhan thu" in server.taken[0]["text"]
    server.answers = [(401, {}), (401, {})]
    with login_as(ME), held(MONDAY + timedelta(minutes=1)):
        ask_for_trial(agency)
        run()
    with held(MONDAY + timedelta(minutes=2)):
        run()
    assert outcomes(mine)[1] == "sent" and "không chấp nhận mã truy cập" in outcomes(mine)[0]


def test_who_asks_for_a_message_goes_beyond_the_urgency_and_never_beyond_a_no(server, mine, letter):
    def ask():
        getUtility(INotices).tell([ME], "turn", letter(), "Kính trình", False, by=("sms",))
        run()
        return len(server.taken)

    assert why_not(ME, "turn", "sms") is None and ask() == 1
    mine.change({"rule": {"turn": "off"}})
    assert why_not(ME, "turn", "sms") == FORBIDDEN and ask() == 1
    mine.change({"rule": {"turn": "urgent"}})
    Preferences(ME).change({"events": {"turn": {"sms": "off"}}})
    assert why_not(ME, "turn", "sms") == UNWANTED and ask() == 1
