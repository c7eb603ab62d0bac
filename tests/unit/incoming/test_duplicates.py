"""The keys by which a document is known."""

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
