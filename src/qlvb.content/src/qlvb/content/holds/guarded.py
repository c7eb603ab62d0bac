"""Which annotations of a record carry its content: files, journal, what people wrote about it, what it belongs to.

Rooms say it where they name their annotation. Everything else beside a record is the system's own (jobs, roles, places
on shelves, packages and other copies, marks of transfers and disposals) and goes on under a hold as before.
"""

_GUARDED = set()


def record_content(key):
    """Say that the annotation ``key`` (str) carries content of records; returns the key."""
    _GUARDED.add(key)
    return key


def is_record_content(key):
    """bool: see :func:`record_content`."""
    return key in _GUARDED


def guarded():
    """Keys of all of them, sorted: list of str."""
    return sorted(_GUARDED)
