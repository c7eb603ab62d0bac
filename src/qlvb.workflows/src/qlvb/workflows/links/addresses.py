"""Which addresses are lawful for a link. Pure functions."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def origin(address):
    """(scheme, host and port) of an address, "" for what is none. Pure."""
    try:
        parts = urlsplit(address)
    except (TypeError, ValueError, AttributeError):
        return ""
    return (parts.scheme, parts.netloc) if parts.netloc else ""


def is_safe(address):
    """bool: an address to which a token may be sent: HTTPS, or this machine itself. Pure.

    >>> is_safe("https://nhiemvu.sonhai.example/api"), is_safe("http://127.0.0.1:8090"), is_safe("http://10.1.2.3")
    (True, True, False)
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _port = parts.port  # raises on a port that is none
    except ValueError:
        return False
    plain = not (parts.username or parts.password or parts.query or parts.fragment) and " " not in address
    if parts.scheme == "https":
        return plain and bool(host)
    return plain and parts.scheme == "http" and is_local(host)


def is_local(host):
    """bool: this machine. Pure."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
