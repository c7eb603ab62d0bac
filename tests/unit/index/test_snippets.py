"""What was asked for, marked in the texts of a record."""

from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.index.asked import read
from qlvb.content.index.snippets import highlight
from qlvb.content.index.snippets import snippet
import unicodedata


def marked(parts):
    return [text for text, found in parts if found]


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("Kế hoạch thủy lợi", "thuy loi", ["thủy lợi"]),
        ("Kế hoạch thuỷ lợi", "thủy lợi", ["thuỷ lợi"]),
        ("Lợi ích của thủy điện", "thủy lợi", ["Lợi", "thủy"]),
        ("Phòng, chống dịch", '"phòng chống"', ["Phòng, chống"]),
        ("Kế hoạch của tỉnh, của huyện", "kế hoạch của tỉnh", ["Kế hoạch của tỉnh"]),
        ("Công văn số 123/UBND-VX", "123ubndvx", ["123/UBND-VX"]),
        ("Quyết định", "quyết địn", ["Quyết định"]),
        ("<b>Quyết</b>", "quyet ", ["Quyết"]),
        ("Kế hoạch", "khác", []),
        ("", "kế", []),
    ],
)
def test_highlight(text, question, expected):
    parts = highlight(text, read(question))
    assert marked(parts) == expected
    assert "".join(part for part, _found in parts) == text


def test_decomposed_text_is_marked_whole():
    text = unicodedata.normalize("NFD", "Kế hoạch thủy lợi")
    assert marked(highlight(text, read("thuỷ lợi"))) == [unicodedata.normalize("NFD", "thủy lợi")]


def test_a_snippet_is_the_stretch_that_says_most():
    content = (
        "Căn cứ Luật đê điều. " * 40 + "Nạo vét kênh mương thủy lợi tại xã Kim Sơn. " + "Nơi nhận: như trên. " * 40
    )
    parts = snippet({"subject": "Thủy lợi", "content": content}, read("nao vet thuy loi"), 120)
    assert marked(parts) == ["Nạo vét", "thủy lợi"]
    assert parts[0] == parts[-1] == ("…", False)
    text = "".join(part for part, _found in parts[1:-1])
    assert text in content
    assert len(text) <= 120


def test_the_field_that_says_most_is_taken():
    texts = {"people": "Trần Thị Mơ", "content": "bà Trần nộp hồ sơ", "fields": "Khẩn"}
    assert marked(snippet(texts, read("Trần Thị Mơ"))) == ["Trần Thị Mơ"]


def test_without_the_words_there_is_no_snippet():
    assert snippet({"subject": "Kế hoạch", "content": ""}, read("kế hoạch")) == []
    assert snippet({}, read("")) == []


@given(st.text(), st.text(), st.integers(20, 400))
def test_parts_are_the_text(text, question, length):
    asked = read(question)
    assert "".join(part for part, _found in highlight(text, asked)) == text
    parts = snippet({"content": text}, asked, length)
    assert "".join(part for part, _found in parts).strip("…") in text


@given(st.lists(st.sampled_from("kế hoạch thủy lợi Quyết định số 12 năm 2026 <b> & đê".split()), min_size=1))
def test_every_word_of_its_own_text_is_marked(said):
    text = " ".join(said)
    asked = read(" ".join(said[:20]))
    if asked:
        assert marked(highlight(text, asked))


def test_a_part_of_what_the_subject_said_is_no_snippet():
    texts = {"subject": "Nâng cấp phần mềm", "fields": "Kính trình lãnh đạo phân công", "content": ""}
    assert snippet(texts, read("nang cap phan mem")) == []
    texts["content"] = "Việc nâng cấp phần mềm giao Văn phòng"
    assert ("nâng cấp phần mềm", True) in snippet(texts, read("nang cap phan mem"))
    assert ("lãnh đạo", True) in snippet(texts | {"content": ""}, read("phan mem lanh dao"))
