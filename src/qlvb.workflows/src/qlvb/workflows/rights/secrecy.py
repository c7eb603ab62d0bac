"""Secrecy only narrows: a secret record takes no roles from the organisation, only its own grants count."""

from Acquisition import aq_base


def is_secret(record):
    """True if the record has a degree of secrecy (độ mật)."""
    return getattr(aq_base(record), "secrecy", None) not in (None, "", "none")


def takes_no_roles(record):
    """True if the organisation gives no roles on the record: it is secret, or kept for others under conditions."""
    return is_secret(record) or bool(getattr(aq_base(record), "kept_for_others", False))
