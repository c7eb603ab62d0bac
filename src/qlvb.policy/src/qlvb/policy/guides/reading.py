"""The guides as parts of pages: reStructuredText of ``pages/`` made into HTML once."""

from docutils.core import publish_doctree
from docutils.core import publish_from_doctree
from docutils.nodes import image
from docutils.nodes import reference
from docutils.nodes import section
from docutils.parsers.rst.roles import register_local_role
from docutils.writers.html5_polyglot import Writer
from functools import lru_cache
from pathlib import Path
from qlvb.policy.guides.chapters import TITLES


PAGES = Path(__file__).parent / "pages"
SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "halt_level": 5,
    "report_level": 5,
    "initial_header_level": 2,
    "embed_stylesheet": False,
    "stylesheet_path": None,
    "doctitle_xform": False,
    "syntax_highlight": "none",
    "language_code": "en",
}


def doc_role(name, rawtext, text, lineno, inliner, options=None, content=None):
    """``:doc:`van-thu``` in a guide: a link to the other guide, as Sphinx makes it in the printed ones."""
    return [reference(rawtext, TITLES.get(text, text), refuri=f"?guide={text}")], []


register_local_role("doc", doc_role)


class UnknownGuide(LookupError):
    """There is no guide of that name."""


def guide(name, pictures):
    """(HTML, list of (anchor, heading)) of the guide ``name``; ``pictures`` is the address its pictures lie below.

    :raises UnknownGuide: no such guide.
    """
    path = PAGES / f"{name}.rst"
    if not name.replace("-", "").isalpha() or not path.is_file():
        raise UnknownGuide(name)
    return _read(path, path.stat().st_mtime, pictures)


@lru_cache(maxsize=16)
def _read(path, _changed, pictures):
    tree = publish_doctree(path.read_text(encoding="utf-8"), settings_overrides=SETTINGS)
    for node in tree.findall(image):
        node["uri"] = f"{pictures}/{Path(node['uri']).name}"
        node["loading"] = "lazy"
    headings = [(node["ids"][0], node.next_node().astext()) for node in tree.findall(section)]
    html = publish_from_doctree(tree, writer=Writer(), settings_overrides=SETTINGS).decode("utf-8")
    body = html[html.index("<body") : html.rindex("</body>")]
    inside = body[body.index(">") + 1 :].strip()
    return inside.removeprefix("<main>").removesuffix("</main>"), headings
