"""Numbers, dates and sizes the Vietnamese way (pure functions)."""


def show_date(value):
    """``22/11/2026``, or "" for None."""
    return value.strftime("%d/%m/%Y") if value else ""


def show_number(value):
    """``1.234``, or "" for None."""
    return "" if value is None else f"{value:,}".replace(",", ".")


def show_size(size):
    """A file size in B, KB or MB with a decimal comma: ``1,4 MB``.

    >>> show_size(1468006)
    '1,4 MB'
    """
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{size / 1024:.0f} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
