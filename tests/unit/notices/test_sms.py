"""Pure rules of short messages: numbers, texts, the template of a request, what an answer says."""

import doctest
import pytest
from qlvb.workflows.sms import allowed
from qlvb.workflows.sms import rules


@pytest.mark.parametrize("module", [rules, allowed])
def test_examples(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    "number, taken",
    [
        ("0912345678", "84912345678"),
        ("(+84) 912 345 678", "84912345678"),
        ("84912345678", "84912345678"),
        ("+65 9123 4567", "6591234567"),
        ("0203 000 245", ""),
        ("0912 345", ""),
        ("", ""),
        (None, ""),
        ("gọi văn thư", ""),
    ],
)
def test_only_numbers_of_mobile_phones_are_written_to(number, taken):
    assert rules.mobile(number) == taken


@pytest.mark.parametrize("accents, longest", [(False, 306), (True, 134)])
def test_a_message_is_two_parts_at_most(accents, longest):
    text = rules.shortened("Thượng khẩn: triển khai " * 40, accents)
    assert len(text) <= longest and text.endswith("…" if accents else "...")
    assert text.isascii() is not accents
    assert rules.shortened("Một\r\n hai", accents) in ("Mot hai", "Một hai")


@pytest.mark.parametrize(
    "template, codes",
    [
        ('{"to": "${phone}", "text": "${text}"}', []),
        ('{"a": {"b": ["$phone", "x ${text} ${brand} ${id} ${token} $$"]}, "n": 1}', []),
        ('{"to": "${phone}"}', ["place_missing"]),
        ("{}", ["place_missing", "place_missing"]),
        ('{"to": "${phone}", "text": "${text} ${other}"}', ["place_unknown"]),
        ('{"to": "${phone}", "text": "${text} 5$ "}', ["template_wrong"]),
        ('["${phone}", "${text}"]', ["template_wrong"]),
        ("${phone} ${text}", ["template_wrong"]),
        ('{"to": "${phone}", "text": "${text}", "x": "' + "x" * 2000 + '"}', ["template_wrong"]),
        ("[" * 1500, ["template_wrong"]),
        ('{"to": "${local}", "text": "${text}"}', []),
    ],
)
def test_templates(template, codes):
    assert [violation.code for violation in rules.template_mistakes(template)] == codes


@pytest.mark.parametrize(
    "template, codes",
    [
        ('{"to": "${phone}", "text": "${text}", "type": 2}', []),
        ('{"to": ["${phone}"], "text": "${text}"}', ["template_nested"]),
        ('{"sms": {"to": "${phone}", "text": "${text}"}}', ["template_nested"]),
    ],
)
def test_a_form_has_fields_alone(template, codes):
    assert [violation.code for violation in rules.template_mistakes(template, "form")] == codes


def test_what_is_filled_in_stays_one_value():
    """A text with quotation marks or places in it cannot change the request."""
    made = rules.body(
        '{"to": "${phone}", "text": "${text}", "cost": "1$$"}', {"phone": "84912345678", "text": '"}, ${token} {"'}
    )
    assert made == {"to": "84912345678", "text": '"}, ${token} {"', "cost": "1$"}


@pytest.mark.parametrize(
    "answer, field, value, good",
    [
        (None, "", "", True),
        (None, "status", "ok", False),
        ({"status": "OK"}, "status", "ok", True),
        ({"status": True}, "status", "true", True),
        ({"code": 99}, "code", "100", False),
        ({}, "code", "100", False),
        ({"RPLY": {"ERROR": "0", "ERROR_DESC": "success"}}, "RPLY.ERROR", "0", True),
        ({"RPLY": {"ERROR": "1"}}, "RPLY.ERROR", "0", False),
        ({"RPLY": ["0"]}, "RPLY.ERROR", "0", False),
        ({"status": "queued"}, "status", "sent, queued", True),
        ({"status": None}, "status", "none", False),
    ],
)
def test_what_an_answer_says(answer, field, value, good):
    assert rules.taken(answer, field, value) is good
