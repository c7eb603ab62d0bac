"""Reading the markup of a screen in tests."""

from html.parser import HTMLParser
from lxml import html
import re


class _Text(HTMLParser):
    """The words of a page that people read or hear; scripts are left out."""

    def __init__(self, markup):
        super().__init__()
        self.words, self.silent = [], 0
        self.feed(markup)

    def handle_starttag(self, tag, attributes):
        self.silent += tag in ("script", "style")
        self.words.extend(
            value for name, value in attributes if value and name in ("title", "aria-label", "placeholder")
        )

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style")

    def handle_data(self, data):
        if not self.silent:
            self.words.append(data)


def words_of(markup):
    return " ".join(" ".join(_Text(markup).words).split())


RAW_ID = re.compile(
    r"\b(?:doc|act|input|standing|outgoing|incoming|violation|box|shell|rights|journal|document|urgency)_[a-z_]+"
)


def raw_ids(markup):
    """Message ids that nobody translated."""
    return set(RAW_ID.findall(words_of(markup)))


def select(markup, css):
    """Elements of the page: list of lxml elements."""
    return html.fromstring(markup).cssselect(css)


def facts(markup):
    """dict name -> (label, value) of THÔNG TIN CHÍNH, in order."""
    found = {}
    for node in select(markup, "[data-fact]"):
        value = " ".join(node.text_content().split())
        found[node.get("data-fact")] = (node.getprevious().text_content().strip(), value)
    return found
