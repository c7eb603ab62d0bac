"""Pure rules of short messages: numbers, texts, the template of a request, what an answer says."""

import doctest
import pytest
from qlvb.workflows.sms import allowed
from qlvb.workflows.sms import answers
from qlvb.workflows.sms import rules


@pytest.mark.parametrize("module", [rules, allowed, answers])
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
    assert answers.taken(answer, field, value) is good


@pytest.mark.parametrize(
    "kind, body, field, value, good",
    [
        ("text", "1", "", "1", True),
        ("text", "10", "", "1", False),
        ("text", "\ufeffOK\r\n", "", "ok", True),
        ("text", "NOT OK", "", "OK*", False),
        ("text", "", "", "OK*", False),
        ("xml", "<r><c> 0 </c></r>", "r.c", "0", True),
        ("xml", "<r><c>1</c><c>0</c></r>", "r.c", "0", True),
        ("xml", "<r><!-- ok --><c>0<!-- good --></c></r>", "r.c", "0", True),
        ("xml", "<other><c>0</c></other>", "r.c", "0", False),
        ("xml", "<r><c>0</c>", "r.c", "0", False),
        ("xml", "OK", "r.c", "OK", False),
        ("xml", '<!DOCTYPE r [<!ENTITY e "0">]><r><c>&e;</c></r>', "r.c", "0", False),
        ("json", "<r/>", "code", "1", False),
        ("json", "OK", "", "", True),
    ],
)
def test_what_an_answer_of_another_kind_says(kind, body, field, value, good):
    assert answers.taken(answers.READERS[kind](body.encode()), field, value) is good


@pytest.mark.parametrize(
    "kind, field, value, fields",
    [
        ("json", "", "", []),
        ("json", "code", "", ["taken_value"]),
        ("text", "", "OK*", []),
        ("text", "", "", ["taken_value"]),
        ("text", "code", "OK", ["taken_field"]),
        ("text", "", "OK, **", ["taken_value"]),
        ("xml", "r.c", "0", []),
        ("xml", "", "0", ["taken_field"]),
        ("xml", "r.@a.c", "0", ["taken_field"]),
        ("xml", "@a", "", ["taken_field", "taken_value"]),
        ("html", "", "", ["answer"]),
    ],
)
def test_how_a_good_answer_is_described(kind, field, value, fields):
    assert [violation.field for violation in answers.answer_mistakes(kind, field, value)] == fields


def test_a_pattern_full_of_stars_costs_no_time():
    assert not answers.fits("a" * 60_000, "*a" * 39 + "*b")
