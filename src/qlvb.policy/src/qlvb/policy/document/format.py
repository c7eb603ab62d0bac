"""Sizes the Vietnamese way (pure functions)."""


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
