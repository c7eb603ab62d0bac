"""Figures as people read them."""

from qlvb.content import _
from qlvb.content.text import bytes_in_words


def seconds(value):
    """``0,4 s``; "–" for None.

    >>> seconds(0.44), seconds(None)
    ('0,4 s', '–')
    """
    return "–" if value is None else f"{value:.1f} s".replace(".", ",")


def share(value):
    """``41 %``."""
    return f"{round(value * 100)} %"


def size(count):
    """Bytes: ``1,4 GB``; "" for None."""
    return "" if count is None else bytes_in_words(count)


NEVER_TOLD = _("backup_never", default="Chưa báo")
