"""File names stay readable and become safe."""

from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.files.browser.all_files import distinct
from qlvb.content.files.names import clean_filename
from qlvb.content.files.names import extension
from qlvb.content.files.serving import disposition
import unicodedata


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("Công văn số 12.docx", "Công văn số 12.docx"),
        (unicodedata.normalize("NFD", "Quyết định.pdf"), "Quyết định.pdf"),
        ("C:\\Users\\An\\Tờ trình.docx", "Tờ trình.docx"),
        ("../../etc/passwd", "passwd"),
        ("a\x00b\r\nc.pdf", "abc.pdf"),
        ("hình\u202egnp.exe", "hìnhgnp.exe"),
        ("  a.pdf ", "a.pdf"),
        ("..", ""),
        ("", ""),
        ("thư mục/", "thư mục"),
        ("x" * 5000 + ".pdf", "x" * 5000 + ".pdf"),
    ],
)
def test_cleaning(given_name, kept):
    assert clean_filename(given_name) == kept


@given(st.text())
def test_any_name_becomes_safe_and_stays_so(name):
    kept = clean_filename(name)
    assert unicodedata.is_normalized("NFC", kept)
    assert not set(kept) & set("/\\\0\r\n")
    assert clean_filename(kept) == kept


@given(st.text(alphabet=st.characters(categories=("L", "Mn", "Nd"))))
def test_composed_and_decomposed_names_are_one(name):
    assert clean_filename(unicodedata.normalize("NFD", name)) == clean_filename(unicodedata.normalize("NFC", name))


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.PDF", ".pdf"), ("a", ""), (".pdf", ""), ("a.b.docx", ".docx"), ("Điều 1. Phạm vi", "")]
)
def test_extension(name, suffix):
    assert extension(name) == suffix


@given(st.text(min_size=1))
def test_header_is_one_ascii_line(name):
    header = disposition(clean_filename(name), inline=False)
    assert header.isascii()
    assert "\n" not in header and "\r" not in header
    assert header.startswith("attachment; filename=")


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (["a.pdf", "b.pdf"], ["a.pdf", "b.pdf"]),
        (["a.pdf", "A.pdf", "a.pdf"], ["a.pdf", "A (2).pdf", "a (3).pdf"]),
        (["Phụ lục", "phụ lục"], ["Phụ lục", "phụ lục (2)"]),
        (["a (2).pdf", "a.pdf", "a.pdf"], ["a (2).pdf", "a.pdf", "a (3).pdf"]),
        (["x/y.pdf", "x\\y.pdf"], ["x_y.pdf", "x_y (2).pdf"]),
    ],
)
def test_names_in_an_archive_are_told_apart(names, kept):
    assert distinct(names) == kept
