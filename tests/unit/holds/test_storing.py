"""What counts as another value of a held record."""

from persistent import Persistent
import pytest
from qlvb.content.holds.storing import changed


class Thing(Persistent):
    def __init__(self, oid):
        self._p_oid = oid


ONE, TWO = (bytes(7) + bytes([number]) for number in (1, 2))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {}, []),
        ({"subject": "a"}, {"subject": "a"}, []),
        ({"subject": "a", "code": "1"}, {"subject": "b", "code": "2"}, ["code", "subject"]),
        ({"subject": "a"}, {}, ["subject"]),
        ({}, {"subject": "a"}, ["subject"]),
        ({}, {"note": None}, []),
        ({}, {"language": "vi"}, []),
        ({"language": "en"}, {}, ["language"]),
        ({"rows": [{"name": "a"}]}, {"rows": [{"name": "a"}]}, []),
        ({"rows": [{"name": "a"}]}, {"rows": [{"name": "b"}]}, ["rows"]),
        ({"__annotations__": 1, "_count": 1, "workflow_history": 1, "modification_date": 1}, {}, []),
        ({"data": Thing(ONE)}, {"data": Thing(ONE)}, []),
        ({"data": Thing(ONE)}, {"data": Thing(TWO)}, ["data"]),
        ({"data": Thing(ONE)}, {"data": None}, ["data"]),
    ],
)
def test_what_is_another_value(old, new, expected):
    assert changed(old, new, {"language": "vi"}.get) == expected
