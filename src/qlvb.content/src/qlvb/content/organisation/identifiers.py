"""Electronic identifiers of agencies (Quyết định 20/2020/QĐ-TTg) and ids in paths: pure functions."""

import re


MAX_LENGTH = 35
_STATE_BODY = re.compile(r"[A-Y][0-9]{2}(\.[0-9A-Z]+)*")
_SCHEME = re.compile(r"Z[0-9]{2}[0-9A-Za-z.\-]{1,32}")
_ENTERPRISE = re.compile(r"[0-9]{10}(-[0-9]{3})?")
_PATH_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_identifier(value):
    """True if ``value`` (str) identifies a state body (Điều 4), an enterprise (Điều 5) or one of a scheme (Điều 6)."""
    if not value or len(value) > MAX_LENGTH:
        return False
    return any(pattern.fullmatch(value) for pattern in (_STATE_BODY, _SCHEME, _ENTERPRISE))


def level_of(identifier):
    """Level of a state body's identifier: ``H99`` is 1, ``H99.12`` is 2; 1 for the other families."""
    return identifier.count(".") + 1 if _STATE_BODY.fullmatch(identifier) else 1


def is_path_id(value):
    """True if ``value`` can be the id of an agency or department: lower case letters, digits, hyphens; no dot, because
    dots separate the parts of group ids."""
    return bool(value) and len(value) <= 40 and bool(_PATH_ID.fullmatch(value))
