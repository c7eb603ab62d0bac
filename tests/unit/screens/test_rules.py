"""The pure parts of the screens."""

from datetime import UTC
from datetime import date
from datetime import datetime
from pathlib import Path
import pytest
from qlvb.content.clock import show_moment
from qlvb.policy.document.browser.lines import due_words
from qlvb.content.clock import show_date
from qlvb.content.text import show_number
from qlvb.policy.document.format import show_size
from qlvb.policy.document.templatefile import file_name
import qlvb.policy


@pytest.mark.parametrize(
    "left, tone, words, days",
    [
        (-2, "bad", "doc_due_over", "2"),
        (0, "warn", "doc_due_today", None),
        (2, "warn", "doc_due_left", "2"),
        (5, "neutral", "doc_due_left", "5"),
    ],
)
def test_deadlines_in_words(left, tone, words, days):
    found_tone, message = due_words(left)
    assert (found_tone, str(message)) == (tone, words)
    assert (message.mapping or {}).get("days") == days


def test_numbers_and_dates_the_vietnamese_way():
    assert show_date(date(2026, 1, 5)) == "05/01/2026"
    assert show_moment(datetime(2026, 11, 22, 1, 30, tzinfo=UTC)) == "08:30 22/11/2026"
    assert show_number(1234567) == "1.234.567"
    assert [show_date(None), show_moment(None), show_number(None)] == ["", "", ""]


@pytest.mark.parametrize("size, shown", [(0, "0 B"), (2048, "2 KB"), (1468006, "1,4 MB")])
def test_sizes(size, shown):
    assert show_size(size) == shown


@pytest.mark.parametrize(
    "subject, name",
    [
        ("V/v triển khai Kế hoạch số 5", "trien-khai-ke-hoach-so-5.docx"),
        ("???", "van-ban.docx"),
        ("Đề án " * 60, None),
    ],
)
def test_file_names_are_ascii_and_short(subject, name):
    found = file_name(subject)
    assert found.isascii() and len(found) < 90
    assert name is None or found == name


def test_forms_that_keep_drafts_have_the_places_where_it_is_said():
    """form.mjs writes there: without them a refused form would stay busy for ever."""
    room = Path(qlvb.policy.__file__).parent
    forms = [path for path in room.rglob("*.pt") if "data-document-form" in path.read_text()]
    assert len(forms) == 3
    for path in forms:
        text = path.read_text()
        assert "data-draft-kept" in text and "macros/top" in text, path
    assert "data-draft-found" in (room / "document" / "browser" / "templates" / "form.pt").read_text()
