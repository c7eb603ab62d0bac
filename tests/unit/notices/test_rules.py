"""When notices go out, to whom they may be pushed, what a subscription is."""

from base64 import urlsafe_b64encode
from datetime import datetime
import doctest
from email import message_from_bytes
from email import policy
from email.message import EmailMessage
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.violations import Refused
from qlvb.workflows.lines.calendar import is_working
from qlvb.workflows.notices import grouping
from qlvb.workflows.notices import headers
from qlvb.workflows.notices import showing
from qlvb.workflows.notices import topics
from qlvb.workflows.notices.channels import PUSH_SERVICES
from qlvb.workflows.notices.channels import checked_times
from qlvb.workflows.notices.channels import is_push_service
from qlvb.workflows.notices.devices import checked
from qlvb.workflows.notices.sending import manner
from qlvb.workflows.notices.times import after_quiet
from qlvb.workflows.notices.times import is_time
from qlvb.workflows.notices.times import next_digest
from qlvb.workflows.notices.topics import TOPICS
from qlvb.workflows.notices.topics import by_topic


@pytest.mark.parametrize("module", [grouping, headers, showing, topics])
def test_examples_in_docstrings(module):
    found = doctest.testmod(module)
    assert found.attempted and not found.failed


def at(text):
    return datetime.strptime(text, "%d/%m %H:%M").replace(year=2026, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "moment, expected",
    [
        ("19/11 07:59", "19/11 08:00"),
        ("19/11 08:00", "19/11 14:00"),
        ("19/11 23:00", "20/11 08:00"),
        ("20/11 15:00", "23/11 08:00"),  # Friday afternoon to Monday
        ("23/11 14:01", "25/11 08:00"),  # 24 November is Ngày Văn hóa Việt Nam
    ],
)
def test_digests_go_out_on_working_days(moment, expected):
    assert next_digest(at(moment), ("14:00", "08:00"), is_working) == at(expected)


def test_a_calendar_without_working_days_ends():
    assert next_digest(at("19/11 10:00"), ("08:00",), lambda day: False) == at("20/11 08:00")


@pytest.mark.parametrize(
    "moment, quiet, expected",
    [
        ("19/11 20:59", ("21:00", "06:00"), "19/11 20:59"),
        ("19/11 21:00", ("21:00", "06:00"), "20/11 06:00"),
        ("19/11 03:00", ("21:00", "06:00"), "19/11 06:00"),
        ("19/11 06:00", ("21:00", "06:00"), "19/11 06:00"),
        ("19/11 12:10", ("12:00", "13:00"), "19/11 13:00"),
        ("19/11 12:10", ("12:00", "12:00"), "19/11 12:10"),
        ("19/11 12:10", None, "19/11 12:10"),
    ],
)
def test_quiet_hours(moment, quiet, expected):
    assert after_quiet(at(moment), quiet) == at(expected)


@pytest.mark.parametrize(
    "mode, urgent, expected",
    [
        ("email.rule", True, "now"),
        ("email.rule", False, "digest"),
        ("email.now", False, "now"),
        ("email.digest", True, "digest"),
        ("email.off", True, "off"),
        ("push.on", False, "now"),
        ("push.urgent", False, "off"),
        ("push.urgent", True, "now"),
    ],
)
def test_manner(mode, urgent, expected):
    channel, mode = mode.split(".")
    assert manner(channel, mode, urgent) == expected


def test_times():
    assert is_time("08:30") and not any(map(is_time, ("8:30", "24:00", "08:60", "08:30\n", 8, None, "٠٨:٣٠")))
    assert checked_times(["14:00", "08:00", "08:00"]) == (("08:00", "14:00"), [])
    for wrong in ([], "08:00", ["8"], ["08:00"] * 7, None, {}):
        assert checked_times(wrong)[1], wrong


@pytest.mark.parametrize(
    "endpoint, expected",
    [
        ("https://fcm.googleapis.com/fcm/send/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/x", True),
        ("http://fcm.googleapis.com/x", False),
        ("https://fcm.googleapis.com.evil.example/x", False),
        ("https://evilpush.services.mozilla.com@10.0.0.1/x", False),
        ("https://push.services.mozilla.com.example/x", False),
        ("https://fcm.googleapis.com:8443/x", False),
        ("https://127.0.0.1/x", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_push_services(endpoint, expected):
    assert is_push_service(endpoint, PUSH_SERVICES) is expected


def test_a_subscription():
    def key(size):
        return urlsafe_b64encode(b"x" * size).rstrip(b"=").decode()

    good = {"endpoint": "https://fcm.googleapis.com/x", "keys": {"p256dh": key(65), "auth": key(16)}}
    assert checked(good, PUSH_SERVICES)[0] == good["endpoint"]
    wrong = [
        None,
        [],
        {},
        {**good, "endpoint": "https://10.0.0.1/x"},
        {**good, "endpoint": 5},
        {**good, "keys": None},
        {**good, "keys": {"p256dh": key(64), "auth": key(16)}},
        {**good, "keys": {"p256dh": key(65), "auth": 5}},
        {**good, "endpoint": good["endpoint"] + "x" * 1000},
    ]
    for subscription in wrong:
        with pytest.raises(Refused):
            checked(subscription, PUSH_SERVICES)


def test_every_kind_has_one_topic_and_what_no_topic_names_comes_last():
    named = [event for _title, ids in TOPICS for event in ids]
    assert len(named) == len(set(named))
    assert [ids for _title, ids in by_topic(["feedback", "overdue", "turn"])] == [["turn", "overdue"], ["feedback"]]


@pytest.mark.parametrize("words", [*range(1, 40)])
def test_a_subject_of_any_length_arrives_whole(words):
    letter = EmailMessage(policy=headers.POLICY)
    letter["Subject"] = " ".join(("Đồng chí 30 tháng 11 QĐ-UBND " * 8).split()[:words])
    raw = letter.as_bytes()
    assert message_from_bytes(raw, policy=policy.default)["Subject"] == letter["Subject"]
    assert all(len(line) <= 76 for line in raw.splitlines())
