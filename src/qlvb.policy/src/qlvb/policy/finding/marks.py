"""What was found, marked in a page."""

from html import escape


def marked(parts):
    """Markup of parts ``(text, is_found)``: whatever the text holds is shown as it is written, and found words stand in
    ``<mark>``.

    >>> marked([("<b>Kế hoạch</b> ", False), ("thủy lợi", True)])
    '&lt;b&gt;Kế hoạch&lt;/b&gt; <mark>thủy lợi</mark>'
    """
    return "".join(f"<mark>{escape(text)}</mark>" if found else escape(text) for text, found in parts)
