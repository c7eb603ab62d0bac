"""Codes of stores, shelves and boxes: examples in docstrings, and what is no code."""

import doctest
from io import BytesIO
from pypdf import PdfReader
import pytest
from qlvb.content.stores import rules
from qlvb.content.stores.interfaces import Place
from qlvb.workflows.stores.labels import label_sheet


def test_examples():
    assert doctest.testmod(rules).failed == 0
    assert doctest.testmod(rules).attempted == 3


@pytest.mark.parametrize("code", ["K1", "A", "H-03", "ĐB2", "1234567890123"])
def test_codes(code):
    assert rules.code_violations(code, ()) == []


@pytest.mark.parametrize("code", ["", "-K", "K-", "K/1", "K.1", "KỆ", "12345678901234", "K 1"])
def test_no_codes(code):
    assert [one.code for one in rules.code_violations(code, ())] == ["bad_code"]


def test_a_code_is_taken_once():
    assert [one.code for one in rules.code_violations("K1", {"K1"})] == ["code_taken"]


def test_paper_file_code():
    place = Place("uid", "K1", "A2", "H03", 7, "H99.12")
    assert (place.label, place.paper_file_code) == ("K1/A2/H03.7", "H99.12.K1/A2/H03.7")


def test_labels_fill_sheets_of_ten_and_their_codes_open_the_boxes():
    import pypdfium2
    import zxingcpp

    labels = [(f"https://qlvb.example.vn/skhcn/stores/k1/a1/h{n}", f"K1/A1/H{n}", "", ("H99.12",)) for n in range(12)]
    data = label_sheet(labels, "Sở Khoa học và Công nghệ")
    assert len(PdfReader(BytesIO(data)).pages) == 2
    page = pypdfium2.PdfDocument(data)[0].render(scale=3).to_pil()
    read = {found.text for found in zxingcpp.read_barcodes(page)}
    assert read == {address for address, *_more in labels[:10]}
    assert "K1/A1/H11" in PdfReader(BytesIO(data)).pages[1].extract_text()
