"""A chasing is answered by reply to its letter: the same act, the same rules, and nobody in another's name."""

from email import message_from_bytes
from email import policy
from email.message import EmailMessage
from given_tasks import listed
from plone import api
import pytest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.mailbox import parsing
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.reading import store
from qlvb.workflows.notices import mail
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.replies import LINE
from qlvb.workflows.notices.replies import read_token
from qlvb.workflows.notices.replies import token
from qlvb.workflows.notices.showing import shown
from qlvb.workflows.tasks.chasing import tell_chase
from qlvb.workflows.tasks.execution import change_execution
from qlvb.workflows.tasks.execution import execution_of
from types import SimpleNamespace
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


HEAD, OWN, BOX = "phamquochuy", "huy@skhcn.sonhai.example", "vanthu@skhcn.sonhai.example"


@pytest.fixture
def mailbox(province):
    """The agency reads a mailbox, the head of the department has an address."""
    agency = getUtility(IDirectory).agency_object("skhcn")
    AllowedServers().change(["127.0.0.1:143"])
    settings = {"enabled": True, "host": "127.0.0.1", "port": 143, "security": "none", "account": BOX, "password": "x"}
    IMailbox(agency).change({**settings, "folder": "INBOX"})
    Channels().change({"address": "https://qlvb.sonhai.example"})
    for name, value in {"smtp_host": "127.0.0.1", "smtp_port": 25, "email_from_address": "qlvb@sonhai.example"}.items():
        api.portal.set_registry_record(f"plone.{name}", value)
    province["people"][HEAD].email = OWN
    notify(ObjectModifiedEvent(province["people"][HEAD]))
    return IMailbox(agency)


@pytest.fixture
def sent(mailbox, login_as, monkeypatch):
    """``sent(userid)``: the newest letter of somebody as it leaves the house, parsed by others."""
    gone = []
    monkeypatch.setattr(mail, "deliver", lambda message, settings: gone.append(message.as_bytes()))

    def sent(userid=HEAD):
        with login_as(userid):
            notices = shown(getUtility(INotices).of(userid).newest(size=1))
            mail.Email().send(userid, notices, SimpleNamespace(id="0" * 32, params={"notice": notices[0].id}))
        head = gone[-1].partition(b"\n\n")[0].replace(b"\n ", b" ")
        assert b"Message-ID: <" in head.replace(b":  <", b": <"), head  # whole, not as an encoded word
        return message_from_bytes(gone[-1], policy=policy.default)

    return sent


def reply(letter, text, sender=OWN, **headers):
    """bytes of what a mail program makes of an answer."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = f"Phạm Quốc Huy <{sender}>", letter["Reply-To"], f"Re: {letter['Subject']}"
    made["Message-ID"], made["In-Reply-To"] = f"<{hash(text)}@skhcn>", letter["Message-ID"]
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    quoted = "\n".join(f"> {line}" for line in letter.get_body(("plain",)).get_content().splitlines())
    made.set_content(f"{text}\n\nVào 8:00, QLVB đã viết:\n{quoted}")
    return made.as_bytes()


def arrives(raw):
    return store("skhcn", 1, parsing.parse(raw), raw)


def told(userid):
    return [one.event for one in getUtility(INotices).of(userid).newest()]


def test_a_reply_is_the_answer(tasks, task, sent, mailbox, login_as):
    tasks.do(task, "chase_task", "nguyenthithuha", level="criticism", text="Khẩn trương")
    letter = sent()
    assert letter["Reply-To"] == BOX and LINE in letter.get_body(("plain",)).get_content()
    assert "trả lời thư này" in letter.get_body(("html",)).get_content()
    raw = reply(letter, "Đã rà soát xong 8/10 phần mềm,\ncòn lại xong trong tuần.")
    assert arrives(raw) == "answered"
    (chase,) = execution_of(task).chases
    assert (chase.answer, chase.answered_by) == ("Đã rà soát xong 8/10 phần mềm,\ncòn lại xong trong tuần.", HEAD)
    with login_as(HEAD):
        assert listed("tasks.chased", HEAD) == []
    assert "task_answered" in told("nguyenthithuha")
    assert arrives(raw) == "skipped"  # delivered twice
    assert (mailbox.state["taken"], mailbox.state["skipped"]) == (0, 0)


def test_a_chasing_by_rule_is_answered_too(tasks, task, sent):
    chase = change_execution(task).chase("reminder", "system", "", "rule")
    tell_chase(task, chase, [HEAD])
    assert arrives(reply(sent(), "Sẽ xong trước thứ Sáu.")) == "answered"
    assert chase.answer == "Sẽ xong trước thứ Sáu."


@pytest.mark.parametrize(
    "text, why", [("Sẽ xong sớm thôi ạ.", "Không có lần đôn đốc nào chờ trả lời"), ("Ừ", ""), ("", "")]
)
def test_a_reply_that_cannot_be_taken_is_told_with_its_words(tasks, task, sent, text, why):
    tasks.do(task, "chase_task", "nguyenthithuha", level="reminder", text="")
    letter = sent()
    if why:
        tasks.do(task, "answer_chase", HEAD, answer="Đã trả lời trên màn hình")
    assert arrives(reply(letter, text)) == "answered"
    newest = getUtility(INotices).of(HEAD).newest(size=1)[0]
    assert newest.event == "reply_refused" and newest.text.mapping["text"] == text
    assert newest.text.mapping["why"].startswith(why) and newest.text.mapping["why"]
    assert execution_of(task).chases[0].answer == ("Đã trả lời trên màn hình" if why else "")


def test_nobody_answers_for_another(tasks, task, sent, mailbox):
    tasks.do(task, "chase_task", "nguyenthithuha", level="reminder", text="")
    letter = sent()
    assert arrives(reply(letter, "Tôi trả lời thay.", sender="ai-do@noi-khac.example")) == "taken"  # an ordinary letter
    real, forged = letter["Message-ID"], letter["Message-ID"].replace(HEAD, "leminhanh")
    assert read_token(real) == ("task_chased", task.UID(), HEAD) and read_token(forged) is None
    del letter["Message-ID"]
    letter["Message-ID"] = f"<x={token('no_such_event', task.UID(), HEAD)}@sonhai.example>"
    assert arrives(reply(letter, "Việc khác.")) == "taken"
    assert arrives(reply(letter, "Tôi đang đi công tác.", Auto_Submitted="auto-replied")) == "skipped"
    assert not execution_of(task).chases[0].answered_at and mailbox.state["taken"] == 2


def test_letters_that_invite_no_reply(tasks, task, sent, mailbox):
    tasks.do(task, "chase_task", "nguyenthithuha", level="reminder", text="")
    mailbox.memory.values = {**mailbox.memory.values, "enabled": False}
    letter = sent()
    assert letter["Reply-To"] is None and LINE not in letter.get_body(("plain",)).get_content()
    mailbox.memory.values = {**mailbox.memory.values, "enabled": True, "account": "vanthu"}  # a name, no address
    assert sent()["Reply-To"] is None


def test_without_a_mailbox_the_letter_leads_to_the_form(tasks, task, sent, mailbox, login_as, province):
    mailbox.memory.values = {**mailbox.memory.values, "enabled": False}

    def form():
        text = sent().get_body(("plain",)).get_content()
        links = [line for line in text.splitlines() if line.endswith("&answer=1")]
        if not links:
            return "", "", text
        title, _colon, link = links[0].partition(": ")
        request = province.REQUEST.clone()
        request.form["id"], request.form["answer"] = link.partition("id=")[2].partition("&")[0], "1"
        with login_as(HEAD):
            getMultiAdapter((province, request), name="open-notice")()
        return title, request.response.getHeader("location"), text

    assert form()[:2] == ("Tiếp nhận", f"{task.absolute_url()}/@@act/accept_task")
    tasks.do(task, "accept_task", HEAD)
    tasks.do(task, "chase_task", "nguyenthithuha", level="reminder", text="")
    title, address, text = form()
    assert (title, address) == ("Trả lời đôn đốc", f"{task.absolute_url()}/@@act/answer_chase")
    assert "cơ quan chưa nhận trả lời qua thư: mở liên kết “Trả lời đôn đốc”" in " ".join(text.split())
    tasks.do(task, "answer_chase", HEAD, answer="Sẽ xong trong tuần này")
    assert form()[:2] == ("Cập nhật tiến độ", f"{task.absolute_url()}/@@act/report")
    tasks.do(task, "complete", HEAD, text="Đã xong")
    assert form()[0] == "" and "xin không trả lời" in " ".join(form()[2].split())
