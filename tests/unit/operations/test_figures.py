"""Times, queues and what is told of backups: pure parts."""

from datetime import datetime
from datetime import timedelta
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.clock import held
from qlvb.policy.operations.backups import Backup
from qlvb.policy.operations.backups import is_fresh
from qlvb.policy.operations.backups import mistakes
from qlvb.policy.operations.exchange import seconds_of
from qlvb.policy.operations.exchange import times_of
from qlvb.policy.operations.queues import GROUP_TITLES
from qlvb.policy.operations.queues import KIND_TITLES
from qlvb.policy.operations.queues import group_of
from qlvb.policy.operations.state import Room


NOW = datetime(2026, 11, 22, 8, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "seconds, count, middle, most, late",
    [
        ([], 0, None, None, 0),
        ([0.4], 1, 0.4, 0.4, 0),
        ([5.0, 5.1], 2, 5.0, 5.1, 1),
        ([1.0] * 95 + [60.0] * 5, 100, 1.0, 1.0, 5),
        ([1.0] * 94 + [60.0] * 6, 100, 1.0, 60.0, 6),
    ],
)
def test_times(seconds, count, middle, most, late):
    found = times_of(seconds)
    assert (found.count, found.middle, found.most, found.late) == (count, middle, most, late)


def test_a_delivery_is_measured_from_the_queue_to_its_arrival():
    history = [(NOW, "queued", "", ""), (NOW + timedelta(seconds=2), "sent", "", "")]
    assert seconds_of(history) is None
    history += [(NOW + timedelta(seconds=3), "arrived", "", ""), (NOW + timedelta(hours=1), "accepted", "", "")]
    assert seconds_of(history) == 3


def test_every_kind_has_a_group_with_words():
    assert {group_of(kind) for kind in KIND_TITLES} <= set(GROUP_TITLES)
    assert [group_of(kind) for kind in ("deliver", "recognise_text", "convert", "")] == [
        "exchange",
        "recognition",
        "other",
        "other",
    ]


@pytest.mark.parametrize(
    "changed, fields",
    [
        ({}, []),
        ({"good": False, "place": ""}, []),
        ({"place": " "}, ["place"]),
        ({"place": 5}, ["place"]),
        ({"note": "x" * 301}, ["note"]),
        ({"good": "yes"}, ["good"]),
        ({"size": -1}, ["size"]),
        ({"size": True}, ["size"]),
        ({"when": datetime(2026, 11, 22, 8)}, ["when"]),
        ({"when": "hôm qua"}, ["when"]),
        ({"when": NOW + timedelta(hours=1)}, ["when"]),
    ],
)
def test_what_is_told_of_a_backup(changed, fields):
    told = {"place": "Kho ngoài", "good": True, "size": None, "note": "", "when": NOW, **changed}
    with held(NOW):
        assert [one.field for one in mistakes(**told)] == fields


def test_a_backup_is_fresh_for_a_day_and_a_half():
    backup = Backup(NOW, True, "Kho ngoài", None, "", "system")
    assert is_fresh(backup, NOW + timedelta(hours=36)) and not is_fresh(backup, NOW + timedelta(hours=37))
    assert not is_fresh(None, NOW)


def test_room():
    assert Room(200, 50).share == 0.25 and Room(0, 0).share == 0.0
