"""Symbols and references: every example of NĐ 30/2020 Điều 15, Phụ lục I Mục II.3 and Phụ lục III, and the cases
around them.
"""

import pytest
from qlvb.content.registers.symbols import compose_symbol
from qlvb.content.registers.symbols import format_reference
from qlvb.content.registers.symbols import issuer_symbol
from qlvb.content.registers.symbols import parse_reference
from qlvb.content.registers.symbols import same_reference


@pytest.mark.parametrize(
    "number,abbreviation,agency,unit,options,expected",
    [
        # the decree's own examples
        (15, "QĐ", "BNV", "", {}, "15/QĐ-BNV"),
        (5, "", "BNV", "VP", {}, "05/BNV-VP"),
        (12, "", "UBND", "VX", {}, "12/UBND-VX"),
        (3, "SY", "BNV", "", {}, "03/SY-BNV"),
        # copies: one series for the three kinds
        (4, "SL", "BNV", "", {}, "04/SL-BNV"),
        (10, "TrS", "BNV", "", {}, "10/TrS-BNV"),
        # the story
        (1, "", "SKHCN", "CNTT&CĐS", {}, "01/SKHCN-CNTT&CĐS"),
        (9, "KH", "UBND", "", {}, "09/KH-UBND"),
        (1234, "TTr", "SNV", "CCVC", {}, "1234/TTr-SNV"),
        # letter case is kept
        (7, "QyĐ", "SNV", "", {}, "07/QyĐ-SNV"),
        (7, "CTr", "UBND", "", {}, "07/CTr-UBND"),
        # a unit says nothing in the symbol of a document with a type
        (15, "QĐ", "BNV", "VP", {}, "15/QĐ-BNV"),
        # a state title issues the document itself
        (2, "QĐ", "VPCP", "", {"title_symbol": "TTg"}, "02/QĐ-TTg"),
        (2, "", "VPCP", "KTTH", {"title_symbol": "TTg"}, "02/TTg-KTTH"),
        # a council with a series of its own
        (1, "NQ", "SNV", "", {"council_symbol": "HĐTD"}, "01/NQ-HĐTD"),
        (1, "NQ", "SNV", "", {"council_symbol": "HĐTD", "title_symbol": "TTg"}, "01/NQ-HĐTD"),
        # a group of its own for secret documents
        (5, "BC", "SKHCN", "", {"suffix": "M"}, "05/BC-SKHCN-M"),
        (5, "", "SKHCN", "VP", {"suffix": "M"}, "05/SKHCN-VP-M"),
        # no unit known: no dangling hyphen
        (5, "", "SKHCN", "", {}, "05/SKHCN"),
        # no spaces between groups, letters composed
        (5, " Q\u0110 ", "S KHCN", "", {}, "05/QĐ-SKHCN"),
        (5, "", "SKHCN", "CNTT&C\u0110\u0053", {}, "05/SKHCN-CNTT&CĐS"),
    ],
)
def test_reference(number, abbreviation, agency, unit, options, expected):
    assert format_reference(number, compose_symbol(abbreviation, agency, unit, **options)) == expected


@pytest.mark.parametrize("capacity", ["direct", "on_behalf", "acting", "deputy", "by_order", "by_authorisation"])
def test_capacity_of_the_signer_is_no_part_of_the_symbol(capacity):
    with pytest.raises(TypeError):
        compose_symbol("QĐ", "BNV", capacity=capacity)


@pytest.mark.parametrize("agency", ["", "  ", None])
def test_symbol_needs_an_issuer(agency):
    with pytest.raises(ValueError):
        compose_symbol("QĐ", agency)


def test_issuer():
    assert issuer_symbol("SNV") == "SNV"
    assert issuer_symbol("SNV", "CTN") == "CTN"
    assert issuer_symbol("SNV", "CTN", "HĐ") == "HĐ"


@pytest.mark.parametrize(
    "number,expected", [(1, "01"), (9, "09"), (10, "10"), (99, "99"), (100, "100"), (12345, "12345")]
)
def test_leading_zero_below_ten(number, expected):
    assert format_reference(number, "QĐ-BNV") == f"{expected}/QĐ-BNV"
    assert format_reference(number, "") == expected


@pytest.mark.parametrize(
    "text,number,symbol",
    [
        ("123/UBND-VX", 123, "UBND-VX"),
        ("123 ubnd vx", 123, "ubnd vx"),
        ("Số: 05/BNV-VP", 5, "BNV-VP"),
        ("số 5/bnv-vp", 5, "bnv-vp"),
        ("So 5 / BNV - VP", 5, "BNV - VP"),
        ("30/2020/NĐ-CP", 30, "2020/NĐ-CP"),
        ("0015/QĐ-BNV", 15, "QĐ-BNV"),
        ("12", 12, ""),
        ("  12/ ", 12, ""),
        ("UBND-VX", None, "UBND-VX"),
        ("", None, ""),
        (None, None, ""),
    ],
)
def test_parse(text, number, symbol):
    reference = parse_reference(text)
    assert (reference.number, reference.symbol) == (number, symbol)


@pytest.mark.parametrize(
    "one,other,same",
    [
        ("123/UBND-VX", "123 ubnd vx", True),
        ("05/BNV-VP", "Số: 5/bnv-vp", True),
        ("15/QĐ-BNV", "15/qd bnv", True),
        ("15/Q\u0110-BNV", "15/QĐ–BNV", True),
        ("01/SKHCN-CNTT&CĐS", "1 skhcn cntt cds", True),
        ("15/QĐ-BNV", "16/QĐ-BNV", False),
        ("15/QĐ-BNV", "15/QyĐ-BNV", False),
        ("1/5QĐ", "15/QĐ", False),
        ("15/QĐ-BNV", "15", False),
    ],
)
def test_same_reference(one, other, same):
    assert same_reference(one, other) is same
