"""Pages of lists on screens."""

import pytest
from qlvb.content.paging import Paged
from qlvb.content.paging import PagedRows
from zope.publisher import browser


class Listed(Paged):
    page_size = 10
    total = 25
    list_url = "/list"

    def __init__(self, start):
        self.request = browser.TestRequest(form={"b_start": start})

    def asked(self):
        return {"state": "new", "text": ""}


class Rows(PagedRows, Listed):
    def listed(self):
        return list(range(25))


@pytest.mark.parametrize("kind", [Listed, Rows])
@pytest.mark.parametrize(
    ("start", "before", "after"),
    [
        ("", None, 10),
        ("-1", None, 10),
        ("một", None, 10),
        ("9" * 9, None, 10),
        ("²", None, 10),
        ("10", 0, 20),
        ("5", 0, 15),
        ("20", 10, None),
    ],
)
def test_the_pages_beside_are_said(kind, start, before, after):
    addresses = {None: None, 0: "/list?state=new"}
    assert kind(start).steps() == tuple(
        addresses.get(one, f"/list?state=new&b_start={one}") for one in (before, after)
    )


def test_rows_at_hand_are_cut():
    assert Rows("20").batch == [20, 21, 22, 23, 24]
    assert (Rows("9999").batch, Rows("9999").steps()) == ([], ("/list?state=new&b_start=9989", None))
