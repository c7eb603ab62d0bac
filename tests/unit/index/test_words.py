"""Words as the search compares them."""

from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.index.words import all_forms
from qlvb.content.index.words import compact
from qlvb.content.index.words import forms
from qlvb.content.index.words import reference_keys
from qlvb.content.index.words import words
from qlvb.content.text import fold
import unicodedata


@pytest.mark.parametrize(
    ("written", "folded", "exact"),
    [
        ("Quyết", "quyet", "quyết"),
        ("ĐẶC", "dac", "đặc"),
        ("hoà", "hoa", "hòa"),
        ("hòa", "hoa", "hòa"),
        ("hoài", "hoai", "hoài"),
        ("khoẻ", "khoe", "khỏe"),
        ("thuý", "thuy", "thúy"),
        ("quý", "quy", "quý"),
        ("quí", "quy", "quý"),
        ("qui", "quy", "quy"),
        ("kĩ", "ky", "kỹ"),
        ("lí", "ly", "lý"),
        ("vi", "vi", "vi"),
        ("007", "7", "7"),
        ("0", "0", "0"),
        ("ðịnh", "dinh", "định"),
        ("quye\u0302\u0301t", "quyet", "quyết"),
        ("quy\u00adết", "quyet", "quyết"),
    ],
)
def test_forms(written, folded, exact):
    assert forms(written) == (folded, exact)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("V/v phòng, chống: dịch", ["v", "v", "phòng", "chống", "dịch"]),
        ("snake_case*\"'%;--", ["snake", "case"]),
        ("1.000.000 đồng", ["1", "0", "0", "đồng"]),
        ("\U0001f600 \ud800 \0", []),
        ("", []),
        ("a" * 100, ["a" * 40]),
    ],
)
def test_words_of_text(text, expected):
    assert [word.exact for word in words(text)] == expected


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("123/UBND-VX", "123ubndvx"),
        ("123 ubnd vx", "123ubndvx"),
        ("123ubndvx", "123ubndvx"),
        ("Số: 05/QĐ-UBND", "5qdubnd"),
        ("12a/KH–ĐU", "12akhdu"),
        ("", ""),
    ],
)
def test_compact(reference, expected):
    assert compact(reference) == expected


def test_a_number_with_its_year_is_also_found_without():
    assert reference_keys("123/2026/QĐ-UBND") == ["1232026qdubnd", "123qdubnd", "123"]


#: Latin letters with all that Unicode puts on them; Vietnamese is among them.
LATIN = st.text(st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x1E00, max_codepoint=0x1EFF))


@given(LATIN)
def test_composed_and_decomposed_text_have_the_same_words(text):
    def forms_of(form):
        return [word[:2] for word in words(unicodedata.normalize(form, text))]

    assert forms_of("NFC") == forms_of("NFD")


@given(st.text())
def test_words_say_where_they_stood(text):
    for word in words(text):
        assert forms(text[word.start : word.end]) == word[:2]
    assert [word[:2] for word in words(text)] == all_forms(text)


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậéèẻẽẹếềểễệóòỏõọ", min_size=1, max_size=8))
def test_folded_words_are_folded_text_but_for_i_and_y(text):
    folded = forms(text)[0]
    assert folded.replace("y", "i") == fold(text).replace("y", "i")
