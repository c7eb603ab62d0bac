"""Where a scanner answers, and what it says of itself (pure)."""

from dataclasses import dataclass
import re


_HOST = re.compile(r"(?P<host>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?):(?P<port>\d{1,5})")
_SOCKET = re.compile(r"(?:unix:(?://)?)?(?P<path>/[^\x00-\x1f]{1,100})")
MOST_PORT = 65535


@dataclass(frozen=True)
class Address:
    """``path`` of a socket of this machine, or ``host`` and ``port``."""

    path: str = ""
    host: str = ""
    port: int = 0


def address_of(text):
    """Address of ``/run/clamav/clamd.ctl``, ``unix:/run/…`` or ``host:3310``; None of anything else.

    >>> address_of("scanner.sonhai.example:3310")
    Address(path='', host='scanner.sonhai.example', port=3310)
    """
    if match := _SOCKET.fullmatch(text):
        return Address(path=match["path"])
    match = _HOST.fullmatch(text)
    if match and 0 < int(match["port"]) <= MOST_PORT:
        return Address(host=match["host"], port=int(match["port"]))
    return None


def engine_and_signatures(answer):
    """(engine, signatures) of the answer to VERSION.

    >>> engine_and_signatures("ClamAV 1.4.6/27825/Sun Nov 22 08:00:00 2026")
    ('ClamAV 1.4.6', '27825/Sun Nov 22 08:00:00 2026')
    >>> engine_and_signatures("ClamAV 1.4.6")
    ('ClamAV 1.4.6', '')
    """
    engine, _slash, signatures = answer.strip().partition("/")
    return engine, signatures
