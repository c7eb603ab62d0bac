"""What counts as another value of a held record, and what lies beside it may do: grow."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from persistent import Persistent
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
import pytest
from qlvb.content.holds.growth import said_still
from qlvb.content.holds.storing import changed
from ZODB.blob import Blob


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


@dataclass(frozen=True)
class Entry:
    actor: str
    detail: dict


class Store(Persistent):
    opened = None

    def __init__(self, **told):
        vars(self).update(told)


def blob(number):
    made = Blob()
    made._p_oid = bytes(7) + bytes([number])
    return made


A, B = Entry("an", {"n": 1}), Entry("binh", {"n": 2})


@pytest.mark.parametrize(
    ("old", "new", "still"),
    [
        (None, "x", True),
        ("", "x", True),
        ("x", "", False),
        (3, 4, False),
        (True, False, False),
        ([], None, False),
        (["a"], ["a", "b"], True),
        (["a", "b"], ["b", "a"], False),
        (PersistentList(["a"]), PersistentList(), False),
        ((A,), (A, B), True),
        ((A,), (B,), False),
        ((Entry("", {}),), (Entry("an", {}),), False),
        ({1: A}, IOBTree({1: A, 2: B}), True),
        ({1: A, 2: B}, IOBTree({1: A}), False),
        (IOBTree({1: A}), IOBTree({1: Entry("an", {"n": 9})}), False),
        (PersistentMapping(a=1), PersistentMapping(a=1, b=2), True),
        (PersistentMapping(a=1), None, False),
        (OOTreeSet(["h1"]), OOTreeSet(["h1", "h2"]), True),
        (OOTreeSet(["h1", "h2"]), OOTreeSet(["h1"]), False),
        (OOTreeSet(["h1"]), None, False),
        (Store(text="x", state="new"), Store(text="x", state="done", opened=5), True),
        (Store(text="x", opened=5), Store(text="x"), False),
        (Store(last=1, head="a", counts={"x": 1}), Store(last=2, head="b", counts={"x": 2}), True),
        (Store(items=IOBTree({1: A})), Store(items=IOBTree({2: A})), False),
        (Store(text="x"), Thing(ONE), False),
        (blob(1), blob(1), True),
        (blob(1), blob(2), False),
        (blob(3), blob(3), False),
        (Store(data=blob(3)), Store(data=blob(3)), False),
    ],
)
def test_what_was_said_stays_said(old, new, still):
    assert said_still(old, new, lambda one: one._p_oid == bytes(7) + bytes([3])) is still
