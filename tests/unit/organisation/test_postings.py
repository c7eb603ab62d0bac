"""What a change of a post means for its holders, as a table."""

from dataclasses import replace
from datetime import date
import pytest
from qlvb.content.organisation.interfaces import PostInfo
from qlvb.content.organisation.postings import CHANGED
from qlvb.content.organisation.postings import GIVEN
from qlvb.content.organisation.postings import LEFT
from qlvb.content.organisation.postings import changes


CLERK = PostInfo("van-thu", "skhcn", "", "Văn thư", ("clerk",), "none", "an", None, None, 10)
VACANT = replace(CLERK, holder="")


@pytest.mark.parametrize(
    "before, after, expected",
    [
        (None, CLERK, [("an", GIVEN)]),
        (None, VACANT, []),
        (VACANT, CLERK, [("an", GIVEN)]),
        (CLERK, VACANT, [("an", LEFT)]),
        (CLERK, None, [("an", LEFT)]),
        (CLERK, replace(CLERK, holder="binh"), [("an", LEFT), ("binh", GIVEN)]),
        (CLERK, replace(CLERK, functions=("agency_admin", "clerk")), [("an", CHANGED)]),
        (CLERK, replace(CLERK, department="vp"), [("an", CHANGED)]),
        (CLERK, replace(CLERK, valid_to=date(2026, 12, 31)), [("an", CHANGED)]),
        (CLERK, replace(CLERK, order=20), []),  # its place in lists
        (CLERK, CLERK, []),
        (VACANT, replace(VACANT, functions=("leader",)), []),
    ],
)
def test_what_becomes_of_the_holders(before, after, expected):
    assert [(userid, event) for userid, event, _post in changes(before, after)] == expected


def test_who_leaves_is_told_of_the_post_as_it_was():
    ((_an, _left, old), (_binh, _given, new)) = changes(CLERK, replace(CLERK, holder="binh", title="Văn thư cơ quan"))
    assert (old.title, new.title) == ("Văn thư", "Văn thư cơ quan")
