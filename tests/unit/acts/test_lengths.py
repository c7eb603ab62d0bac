"""What is said of texts that are too short or too long."""

import pytest
from qlvb.workflows.acts.lengths import TooLongSnippet
from qlvb.workflows.acts.lengths import TooShortSnippet
from qlvb.workflows.acts.lengths import length_message
from zope import schema
from zope.i18n import interpolate
from zope.schema.interfaces import ValidationError


REASON = schema.Text(title="Lý do", min_length=10, max_length=12)
PEOPLE = schema.List(title="Người", value_type=schema.TextLine(), min_length=2, max_length=3)


def said(field, value):
    with pytest.raises(ValidationError) as caught:
        field.validate(value)
    message = length_message(field, caught.value)
    return interpolate(message.default, message.mapping)


@pytest.mark.parametrize(
    "field, value, expected",
    [
        (REASON, "ngắn", "phải có ít nhất 10 ký tự, hiện có 4"),
        (REASON, "dài " * 4, "dài quá 12 ký tự, hiện có 16"),
        (PEOPLE, ["a"], "phải có ít nhất 2 mục"),
        (PEOPLE, list("abcd"), "có quá 3 mục"),
    ],
)
def test_how_many_are_asked_for_and_there(field, value, expected):
    assert said(field, value) == expected


@pytest.mark.parametrize("snippet, value, expected", [
    (TooShortSnippet, "ngắn", "Phải có ít nhất 10 ký tự, hiện có 4."),
    (TooLongSnippet, "dài " * 4, "Dài quá 12 ký tự, hiện có 16."),
])
def test_below_the_field_of_a_form(snippet, value, expected):
    with pytest.raises(ValidationError) as caught:
        REASON.validate(value)
    assert snippet(caught.value, None, None, REASON, None, None).createMessage() == expected
