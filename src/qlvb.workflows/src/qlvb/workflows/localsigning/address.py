"""Where the service listens: always on the person's own machine (pure)."""

import re


DEFAULT = "wss://127.0.0.1:8987"
_ADDRESS = re.compile(r"wss?://(?:127\.0\.0\.1|localhost|\[::1\]):(?P<port>[1-9]\d{1,4})")
_FUNCTION = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}")
MOST_PORT = 65535


def address_of(text):
    """The address without a slash at its end, or None: any other machine than this one would get the file.

    >>> address_of("wss://127.0.0.1:8987/")
    'wss://127.0.0.1:8987'
    >>> address_of("wss://signing.example:8987") is None
    True
    """
    text = text.strip().removesuffix("/")
    match = _ADDRESS.fullmatch(text)
    return text if match and int(match["port"]) <= MOST_PORT else None


def is_function(text):
    """bool: ``text`` may be the name of a function, which becomes the path of the address.

    >>> is_function("SignApproved"), is_function("../SignApproved")
    (True, False)
    """
    return bool(_FUNCTION.fullmatch(text))


def connections(address):
    """The directive of a Content-Security-Policy that lets scripts connect to this site and, where the route is on
    (``address`` is not empty), to the service: to nothing else.

    >>> connections("wss://127.0.0.1:8987")
    "connect-src 'self' blob: data: wss://127.0.0.1:8987"
    """
    return " ".join(["connect-src 'self' blob: data:", *([address] if address else [])])
