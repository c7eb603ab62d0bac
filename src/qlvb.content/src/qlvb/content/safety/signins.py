"""What is unusual about a sign-in: pure rules over those that an account had before.

Account regulation Điều 9.1, 22.3 (safety at level 3) and TCVN 14423:2026 5.6.2: attempts at passwords are noticed. A
new telephone or another network by day is what people do; the same at night is worth a question to the owner.
"""

from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta
from qlvb.content import clock
import re


#: So many sign-ins of an account are remembered.
KEPT = 40
#: Failures in a row from which on somebody seems to be guessing (regulation of levels: an account is locked after 5).
FAILURES = 5
#: In a row means with no longer pause than this: who mistypes once a day guesses nothing.
PAUSE = timedelta(hours=12)
NIGHT_FROM, NIGHT_TO = time(22), time(5)
GUESSING, GUESSED, NIGHT_ADDRESS, NIGHT_DEVICE = "guessing", "guessed", "night_address", "night_device"
SPREAD = "spread"
CODES = (GUESSING, GUESSED, NIGHT_ADDRESS, NIGHT_DEVICE, SPREAD)
#: From one address passwords of so many accounts were wrong within so long: a few tries each, so that none is locked.
ACCOUNTS, WITHIN = 5, timedelta(hours=1)
#: So many accounts are remembered of an address.
MOST_ACCOUNTS = 60

_BROWSERS = (
    *(("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc_browser", "Cốc Cốc"), ("Firefox", "Firefox")),
    *(("Chrome", "Chrome"), ("Safari", "Safari")),
)
_SYSTEMS = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows")),
    *(("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")),
)


@dataclass(frozen=True)
class SignIn:
    """One attempt: ``when`` aware, ``address`` of the network, ``device`` as :func:`device_of` says it."""

    when: datetime
    succeeded: bool
    address: str
    device: str


def device_of(agent):
    """Browser and system in a header ``User-Agent`` (str), without versions, so that an update is no new device.

    >>> device_of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36")
    'Chrome, Windows'
    >>> device_of("python-requests/2.32.3"), device_of("")
    ('python-requests', '')
    """
    browser = next((name for token, name in _BROWSERS if f"{token}/" in agent), "")
    system = next((name for token, name in _SYSTEMS if token in agent), "")
    if browser or system:
        return ", ".join(filter(None, (browser, system)))
    return re.split(r"[/\s;(]", agent.strip(), maxsplit=1)[0][:60]


def is_night(when):
    """bool: between 22:00 and 5:00 in Vietnam."""
    told = when.astimezone(clock.VIETNAM).time()
    return told >= NIGHT_FROM or told < NIGHT_TO


def failures_in_a_row(attempts, until):
    """int: failures at the end of ``attempts`` (SignIn, the oldest first), the last not long before ``until``."""
    count = 0
    for attempt in reversed(attempts):
        if attempt.succeeded or until - attempt.when > PAUSE:
            break
        count, until = count + 1, attempt.when
    return count


def findings(before, attempt):
    """What is unusual about ``attempt``, given those ``before`` (SignIn, the oldest first): tuple of CODES.

    Of a series of failures the fifth is told and then every twentieth, so that a program that guesses all night does
    not bury what else there is. Who never signed in before has no habits that could be broken.
    """
    failed = failures_in_a_row(before, attempt.when)
    if not attempt.succeeded:
        count = failed + 1
        return (GUESSING,) if count == FAILURES or count % 20 == 0 else ()
    found = (GUESSED,) if failed >= FAILURES else ()
    known = [one for one in before if one.succeeded]
    if known and is_night(attempt.when):
        if attempt.address not in {one.address for one in known}:
            found += (NIGHT_ADDRESS,)
        if attempt.device not in {one.device for one in known}:
            found += (NIGHT_DEVICE,)
    return found


def failing_at(before, userid, succeeded, when):
    """Who failed at an address and has not signed in from there since: tuple of (userid, moment of the last failure),
    the oldest first. Who mistypes and then gets in does not count: behind one address sits a whole agency.

    >>> noon = datetime(2026, 1, 5, 12)
    >>> failing_at((("a", noon),), "b", False, noon) == (("a", noon), ("b", noon))
    True
    >>> failing_at((("a", noon),), "a", True, noon), failing_at((("a", noon - WITHIN * 2),), "b", True, noon)
    ((), ())
    """
    kept = tuple(one for one in before if one[0] != userid and when - one[1] <= WITHIN)
    return kept if succeeded else (*kept, (userid, when))[-MOST_ACCOUNTS:]


def is_spread(before, after):
    """bool: with this attempt it has become guessing over many accounts; said of the fifth, then of every twentieth.

    >>> is_spread("abcd", "abcde"), is_spread("abcde", "abcde"), is_spread("abcde", "abcdef")
    (True, False, False)
    """
    return len(after) > len(before) and (len(after) == ACCOUNTS or len(after) % 20 == 0)


def remembered_with(before, attempt):
    """The attempts that are kept when ``attempt`` is added: tuple of SignIn. Failures never drive out the last ten
    successes, of which the habits are read.
    """
    attempts = (*before, attempt)
    good = [one for one in attempts if one.succeeded][-KEPT // 4 :]
    latest = attempts[-KEPT + len(good) :]
    chosen = {id(one) for one in (*good, *latest)}
    return tuple(one for one in attempts if id(one) in chosen)
