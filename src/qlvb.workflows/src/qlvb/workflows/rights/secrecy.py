"""Secrecy only narrows: a secret record takes no roles from the organisation, only its own grants count."""

from Acquisition import aq_base


def is_secret(record):
    """True if the record has a degree of secrecy (độ mật)."""
    return getattr(aq_base(record), "secrecy", None) not in (None, "", "none")
