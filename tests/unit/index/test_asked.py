"""What was typed into the search, understood."""

from hypothesis import example
from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.index import written
from qlvb.content.index.asked import MAX_WORDS
from qlvb.content.index.asked import read
from qlvb.content.index.fulltext.expressions import as_fts5
from qlvb.content.index.fulltext.expressions import as_tsquery
from qlvb.content.index.fulltext.questions import hits
from qlvb.content.index.fulltext.questions import tiers
import re
import unicodedata


DATE_PARTS = (
    *("ngày ", "Ngay 15", "mùng 3", "tháng ", "THANG 4", "năm 2026", "nam\n2026", "quý iv", "quy III/2026", "Quý 2 năm 2025"),
    *("2026-03-15", "15.3.2026", "123/UBND-VX", "5/2026/QĐ-UBND", "/", "3", " ", "-", ".", "x", "0", "٣", "ı"),
)


def kinds(text):
    return [(item.kind, " ".join(word.exact for word in item.words)) for item in read(text).items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("   ", []),
        ("-- * % ' ;", []),
        ("kế hoạch", [("word", "kế"), ("word", "hoạch")]),
        ('"kế hoạch" năm 2025', [("phrase", "kế hoạch"), ("date", "năm 2025")]),
        ("“thủy lợi”", [("phrase", "thủy lợi")]),
        ('chưa "đóng', [("word", "chưa"), ("word", "đóng")]),
        ("123/UBND-VX", [("reference", "123 ubnd vx")]),
        ("05/2026/NĐ-CP", [("reference", "5 2026 nđ cp")]),
        ("123ubndvx", [("reference", "123ubndvx")]),
        ("31/2/2026", [("word", "31"), ("word", "2"), ("word", "2026")]),
        ("NOT a OR b AND NEAR(c)", [("word", word) for word in ("not", "a", "or", "b", "and", "near", "c")]),
    ],
)
def test_items(text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("15/3/2026", "d:20260315"),
        ("15-03-2026", "d:20260315"),
        ("15.3.2026", "d:20260315"),
        ("2026-03-15", "d:20260315"),
        ("ngày 15 tháng 3 năm 2026", "d:20260315"),
        ("ngay 15 thang 3 nam 2026", "d:20260315"),
        ("ngày 15/3", "e:0315"),
        ("tháng 3/2026", "m:202603"),
        ("tháng 3 năm 2026", "m:202603"),
        ("3/2026", "m:202603"),
        ("quý IV/2026", "q:20264"),
        ("quy 1 nam 2026", "q:20261"),
        ("năm 2025", "y:2025"),
        ("2025", "y:2025"),
    ],
)
def test_dates(text, token):
    assert [tokens[0] for tokens in read(text).dates] == [token]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("123/UBND-VX", "123ubndvx"),
        ("123 ubnd vx", "123ubndvx"),
        ("123 UBND-VX", "123ubndvx"),
        ("123ubndvx", "123ubndvx"),
        ("Số: 0123/UBND-VX", "123ubndvx"),
        ("số 123", "123"),
        ("123", "123"),
        ("công văn 45/QĐ-STC về ngân sách", "45qdstc"),
    ],
)
def test_references(text, key):
    assert key in read(text).references


def test_what_is_not_wanted():
    asked = read('kế hoạch -dự -"thủy lợi" UBND-VX')
    assert [[word.exact for word in item.words] for item in asked.excluded] == [["thủy", "lợi"], ["dự"]]
    assert [word.exact for word in asked.words] == ["kế", "hoạch", "ubnd", "vx"]


@pytest.mark.parametrize(
    ("text", "unfinished"), [("kế hoạ", True), ("kế hoạch ", False), ("kế 12", False), ('"kế hoạ"', False), ("", False)]
)
def test_the_last_word_may_be_unfinished(text, unfinished):
    assert read(text).unfinished is unfinished


def test_small_words_are_not_demanded_unless_they_are_all():
    assert [item.optional for item in read("kế hoạch của tỉnh").items] == [False, False, True, False]
    assert [item.optional for item in read("của và").items] == [False, False]


@pytest.mark.parametrize("text", [None, 7, b"ke hoach", ["ke"]])
def test_what_is_no_text_is_no_question(text):
    assert not read(text)


def test_long_questions_are_cut():
    assert 0 < len(read("kế hoạch " * 5000).words) <= MAX_WORDS


@given(st.text() | st.text(alphabet="\"'-/*%():0123456789 aăđ\u0301\ud800\0<>&|!^~“”", max_size=60))
@example('"' * 999)
@example("-" * 999)
@example("1/2/" * 400)
@example("\ud800\udfff\0\x1f")
def test_nothing_typed_raises_or_reaches_the_database_unquoted(text):
    asked = read(text)
    if asked:
        for tree in (hits(asked), *(tree for _close, tree in tiers(asked))):
            fts5, tsquery = as_fts5(tree), as_tsquery(tree)
            assert re.fullmatch(r'(?:"[\w:]+"|[()]|AND|OR|NOT|\*| )*', fts5), fts5
            assert re.fullmatch(r"(?:'[\w:]+'|[()&|!*: ])*", tsquery), tsquery


@given(st.text())
def test_composed_and_decomposed_questions_are_the_same(text):
    assert read(unicodedata.normalize("NFC", text)) == read(unicodedata.normalize("NFD", text)) or len(text) > 300


@given(st.lists(st.sampled_from(DATE_PARTS), max_size=12).map("".join))
def test_dates_and_references_are_found_where_their_forms_find_them(text):
    """Each form is looked for where any may begin, not all over the text."""
    found = []
    for kind, form in written._FORMS:
        for match in form.finditer(text):
            if not any(match.start() < end and start < match.end() for start, end, _kind in found):
                tokens = kind == "reference" or written._date_tokens(match.groupdict())
                found += [(match.start(), match.end(), kind)] if tokens else []
    assert [(claim.start, claim.end, claim.kind) for claim in written.claims(text)] == sorted(found)
