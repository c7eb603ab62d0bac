"""Both sides of a comparison as one text lose nothing of either."""

import doctest
import pytest
from qlvb.policy.document import comparison
from qlvb.policy.document.comparison import compare
from qlvb.policy.document.comparison import merged


def test_the_example_holds():
    assert doctest.testmod(comparison).failed == 0


@pytest.mark.parametrize(
    "old, new",
    [
        (["Hạn 5 ngày.", "Điều 2."], ["Hạn 7 ngày làm việc.", "Điều 2."]),
        (["Một", "Hai", "Ba"], ["Một", "Ba", "Bốn"]),
        ([], ["Mới"]),
        (["Cũ"], []),
        (["Giữ nguyên"], ["Giữ nguyên"]),
        (["a b c d"], ["x b y d z"]),
    ],
)
def test_nothing_is_lost(old, new):
    rows = [merged(row) for row in compare(old, new)]
    before = "".join(text for row in rows for kind, text in row if kind != "added")
    after = "".join(text for row in rows for kind, text in row if kind != "removed")
    assert (before, after) == ("".join(old), "".join(new))
