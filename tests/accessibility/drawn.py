"""What kinds of elements a page is made of, read from its HTML before a browser has drawn it."""

from accessibility.browser import WORDED
from lxml import html
import re


_SIZE = re.compile(r"[\d.]+(?=%|px|r?em|fr)")


def kinds_drawn(page):
    """frozenset of tuples: the kinds of elements in the content of ``page`` (str, HTML), as ``browser.kinds_of`` tells them
    apart: what an element is, wears and says about itself, whether it says anything, and what it stands in (pure).

    >>> one = kinds_drawn('<main><table><tr class="new"><td>Số 12</td></tr></table></main>')
    >>> one == kinds_drawn('<main><table><tr class="new"><td>Số 13</td></tr><tr class="new"><td>Số 14</td></tr></table></main>')
    True
    >>> one == kinds_drawn('<main><table><tr class="new"><td></td></tr></table></main>')
    False
    >>> one == kinds_drawn('<main><table><tr class="new urgent"><td>Số 12</td></tr></table></main>')
    False
    """
    content = next(html.fromstring(page).iter("main"))
    return frozenset(kind_of(element) for element in content.iter() if isinstance(element.tag, str))


def kind_of(element):
    """The kind of an lxml element: tuple (pure)."""
    said = sorted((name, _SIZE.sub("0", value) if name in WORDED else bool(value.strip())) for name, value in element.items() if name != "class")
    own = bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)
    within = [(above.tag, above.get("class")) for above in element.iterancestors()][:3]
    return element.tag, element.get("class"), tuple(said), own, bool(element.text_content().strip()), tuple(within)
