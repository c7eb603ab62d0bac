"""Bootstrap icons as inline SVG: no request, coloured by the text around them."""

from functools import cache
from importlib.resources import files
import re


#: Only the product's own mark is not among the icons that Plone ships.
_OWN = {
    "qlvb": (
        '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round">'
        '<path d="M6 2.8h8.2L19 7.6v13.6H6z"/><path d="M9.2 12h6.4M9.2 16h3.4"/>'
        '<circle cx="16.2" cy="17.4" r="2.6"/></svg>'
    )
}
_TAG = re.compile(r"<svg\b[^>]*>")
_DROPPED = re.compile(r'\s(?:class|width|height|xmlns)="[^"]*"')


@cache
def icon(name):
    """Markup (str) of the icon ``name`` (file name without ``.svg`` in Bootstrap's set), hidden from screen readers.

    :raises FileNotFoundError: no such icon: a mistake in a template, to be seen at once.
    """
    source = _OWN.get(name)
    if source is None:
        path = files("plone.staticresources") / "static" / "icons-bootstrap" / f"{name}.svg"
        source = path.read_text(encoding="utf-8").strip()
    attributes = 'class="qlvb-icon" width="16" height="16" aria-hidden="true" focusable="false"'
    return _TAG.sub(lambda tag: _DROPPED.sub("", tag[0]).replace("<svg", f"<svg {attributes}", 1), source, count=1)
