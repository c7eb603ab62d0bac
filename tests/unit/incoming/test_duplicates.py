"""The keys by which a document is known."""

from datetime import date
import pytest
from qlvb.workflows.incoming.duplicates import identities


SKHCN = "Sở Khoa học và Công nghệ"


@pytest.mark.parametrize(
    "one,other,same",
    [
        (("", "15", "SKHCN-CNTT&CĐS", SKHCN), ("", 15, "SKHCN-CNTT&CĐS", SKHCN), True),
        (("", "05", "QĐ-UBND", "UBND tỉnh"), ("", "5", "qđ-ubnd", "  ubnd  tỉnh "), True),
        (("", "15", "SKHCN", SKHCN), ("", "15", "SKHCN", "Sở Nội vụ"), False),
        (("", "15", "SKHCN", SKHCN), ("", "16", "SKHCN", SKHCN), False),
        (("", "15", "SKHCN", SKHCN), ("", "15", "QĐ-SKHCN", SKHCN), False),
        (("uid", "", "", ""), ("uid", "", "", ""), True),
        (("uid", "", "", ""), ("other", "", "", ""), False),
        (("", "", "SKHCN", SKHCN), ("", "", "SKHCN", SKHCN), False),  # without a number nothing is known
        (("", "15", "", SKHCN), ("", "15", "", SKHCN), False),
    ],
)
def test_common_keys(one, other, same):
    assert bool(set(identities("snv", *one)) & set(identities("snv", *other))) is same


def test_agencies_are_kept_apart():
    assert not set(identities("snv", "uid", "1", "A", "B")) & set(identities("skhcn", "uid", "1", "A", "B"))


DAY = date(2026, 1, 5)


@pytest.mark.parametrize(
    "one,other,same",
    [
        # the number typed into the symbol
        (("", "", "15/SKHCN-CNTT", SKHCN, DAY), ("", "15", "SKHCN-CNTT", SKHCN, DAY), True),
        (("", "015", "SKHCN-CNTT", SKHCN, DAY), ("", "", "15/SKHCN-CNTT", SKHCN, DAY), True),
        (("", "", "15/SKHCN-CNTT", SKHCN, DAY), ("", "", "15/SKHCN-CNTT", SKHCN, date(2026, 1, 6)), False),
        (("", "", "15/SKHCN-CNTT", SKHCN, DAY), ("", "", "15/SKHCN-CNTT", "Sở Nội vụ", DAY), False),
        (("", "", "", SKHCN, DAY), ("", "", "", SKHCN, DAY), False),
        # the very same file, whatever was typed
        (("", "", "", "", None, ["a" * 64]), ("", "9", "X", SKHCN, DAY, ["b" * 64, "a" * 64]), True),
        (("", "", "", "", None, ["a" * 64]), ("", "", "", "", None, ["b" * 64]), False),
        (("", "", "", "", None, []), ("", "", "", "", None, []), False),
    ],
)
def test_common_keys_of_date_and_files(one, other, same):
    assert bool(set(identities("snv", *one)) & set(identities("snv", *other))) is same
