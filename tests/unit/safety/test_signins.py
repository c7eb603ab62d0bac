"""What is unusual about a sign-in: pure rules."""

from datetime import datetime
from datetime import timedelta
import doctest
import pytest
from qlvb.content import clock
from qlvb.content.safety import signins
from qlvb.content.safety.signins import SignIn
from qlvb.content.safety.signins import findings
from qlvb.content.safety.signins import remembered_with


NOON = datetime(2026, 11, 23, 12, tzinfo=clock.VIETNAM)
OFFICE, HOME, DESKTOP, PHONE = "10.0.0.5", "203.0.113.7", "Chrome, Windows", "Chrome, Android"


def good(when=NOON, address=OFFICE, device=DESKTOP):
    return SignIn(when, True, address, device)


def bad(when=NOON, address=HOME, device=PHONE):
    return SignIn(when, False, address, device)


def minutes(count):
    return timedelta(minutes=count)


def test_the_examples_of_the_module_hold():
    assert doctest.testmod(signins).failed == 0


@pytest.mark.parametrize("earlier, said", [(3, ()), (4, (signins.GUESSING,)), (5, ()), (19, (signins.GUESSING,)), (20, ())])
def test_the_fifth_failure_in_a_row_is_told_and_then_every_twentieth(earlier, said):
    before = [good(NOON - minutes(600)), *(bad(NOON - minutes(earlier - at)) for at in range(earlier))]
    assert findings(before, bad()) == said


def test_a_success_or_a_long_pause_begins_a_new_row():
    four = [bad(NOON - minutes(5 - at)) for at in range(4)]
    assert findings([*four, good(NOON - minutes(1))], bad()) == ()
    assert findings(four, bad(NOON + signins.PAUSE + minutes(1))) == ()


def test_who_gets_in_after_five_failures_may_have_guessed():
    five = [bad(NOON - minutes(6 - at)) for at in range(5)]
    assert findings(five, good()) == (signins.GUESSED,)
    assert findings(five[1:], good()) == ()


@pytest.mark.parametrize("hour, night", [(21, False), (22, True), (0, True), (4, True), (5, False), (12, False)])
def test_new_addresses_and_devices_are_told_at_night_only(hour, night):
    when = NOON.replace(hour=hour)
    before = [good(NOON - timedelta(days=3))]
    assert findings(before, good(when)) == ()
    assert findings(before, good(when, address=HOME)) == ((signins.NIGHT_ADDRESS,) if night else ())
    assert findings(before, good(when, device=PHONE)) == ((signins.NIGHT_DEVICE,) if night else ())
    both = (signins.NIGHT_ADDRESS, signins.NIGHT_DEVICE) if night else ()
    assert findings(before, good(when, HOME, PHONE)) == both


def test_night_is_the_night_of_vietnam():
    assert signins.is_night(datetime(2026, 11, 23, 16, tzinfo=clock.timezone.utc))  # 23:00 in Hanoi
    assert not signins.is_night(datetime(2026, 11, 23, 23, tzinfo=clock.timezone.utc))  # 6:00


def test_a_first_sign_in_breaks_no_habit_and_a_failed_one_makes_none():
    late = NOON.replace(hour=23)
    assert findings([], good(late, HOME, PHONE)) == ()
    before = [good(NOON - timedelta(days=1)), bad(NOON)]
    assert findings(before, good(late, HOME, PHONE)) == (signins.NIGHT_ADDRESS, signins.NIGHT_DEVICE)


def test_failures_do_not_drive_out_habits_and_the_record_stays_short():
    kept = ()
    for at in range(30):
        kept = remembered_with(kept, good(NOON + minutes(at)))
    for at in range(300):
        kept = remembered_with(kept, bad(NOON + minutes(100 + at)))
    assert len(kept) <= signins.KEPT
    assert sum(one.succeeded for one in kept) == 10
    assert list(kept) == sorted(kept, key=lambda one: one.when)
    assert kept[-1] == bad(NOON + minutes(399))
