"""Collect the messages of the domain qlvb from Python, page templates, ZCML and GenericSetup files."""

import ast
from collections import defaultdict
from dataclasses import dataclass
from dataclasses import field
from lxml import etree
from lxml import html
from pathlib import Path
import re
import unicodedata


TOP = Path(__file__).parents[2]
I18N = "http://xml.zope.org/namespaces/i18n"
ATTRIBUTE = re.compile(r"\s*;\s*")
#: An element that closes itself, which an HTML parser takes for an opened one and lets swallow what follows.
EMPTY = re.compile(r"""<([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)/>""")


@dataclass
class Message:
    """One message id: its Vietnamese texts (must be one) and the files that use it."""

    defaults: set = field(default_factory=set)
    places: set = field(default_factory=set)


def messages(top=TOP):
    """dict message id -> Message, over the three packages."""
    found = defaultdict(Message)
    for path in sorted((top / "src").rglob("*")):
        reader = {".py": from_python, ".pt": from_template, ".xml": from_profile}.get(path.suffix)
        if reader is None or "locales" in path.parts or "static" in path.parts:
            continue
        for msgid, default in reader(path):
            message = found[msgid]
            message.places.add(str(path.relative_to(top)))
            if default:
                message.defaults.add(unicodedata.normalize("NFC", default))
    return dict(found)


def from_python(path):
    """``_("id", default="text")`` calls; yields (id, default or "")."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_" and node.args:
            msgid = constant(node.args[0])
            default = next((constant(word.value) for word in node.keywords if word.arg == "default"), "")
            if len(node.args) > 1:
                default = constant(node.args[1])
            if msgid:
                yield msgid, default


def constant(node):
    """The text of a string literal, implicit concatenation included; "" for anything computed."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def from_template(path):
    """``i18n:translate`` and ``i18n:attributes`` of a page template."""
    source = EMPTY.sub(r"<\1\2></\1>", path.read_text("utf-8"))
    root = html.fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    yield from from_tree(root, lambda element, name: element.get(f"i18n:{name}"), path)


def from_profile(path):
    """The same of a GenericSetup file whose domain is qlvb.

    Of types and their actions Plone keeps the text and forgets the id, so the text itself is the message id.
    """
    root = etree.parse(str(path)).getroot()
    if root.get(f"{{{I18N}}}domain") not in (None, "qlvb"):
        return
    for msgid, text in from_tree(root, lambda element, name: element.get(f"{{{I18N}}}{name}"), path):
        yield (text if root.get("meta_type") == "Dexterity FTI" else msgid), text


def from_tree(root, attribute, path):
    for element in root.iter(etree.Element):
        msgid = attribute(element, "translate")
        if msgid is not None:
            text = inner_text(element, attribute)
            if msgid or text:
                yield msgid or text, text
        for part in ATTRIBUTE.split(attribute(element, "attributes") or ""):
            name, _, msgid = part.strip().partition(" ")
            if name and element.get(name):
                yield msgid or element.get(name), element.get(name)


def inner_text(element, attribute):
    """Text of an element with ``${name}`` for named children, white space folded."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            name = attribute(child, "name")
            parts.append(f"${{{name}}}" if name else child.text_content() if hasattr(child, "text_content") else "")
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())
