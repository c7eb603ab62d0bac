"""What the ZCML files of our packages register for the web: services and pages with their permissions."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree


SOURCES = Path(__file__).parents[2] / "src"
PLONE = "{http://namespaces.plone.org/plone}"
BROWSER = "{http://namespaces.zope.org/browser}"
ZOPE = "{http://namespaces.zope.org/zope}"
#: Titles of permissions that Zope and Plone bring.
TITLES = {
    "zope2.View": "View",
    "cmf.ModifyPortalContent": "Modify portal content",
    "cmf.ListFolderContents": "List folder contents",
    "plone.DelegateRoles": "Sharing page: Delegate roles",
    "zope.Public": "(everybody)",
}


@dataclass(frozen=True)
class Registration:
    """A service or a page. ``factory`` is a whole dotted name, or "" for a page without a class."""

    kind: str  # service, page
    name: str
    method: str
    context: str
    permission: str
    factory: str
    file: Path

    @property
    def summary(self):
        """First paragraph of the factory's docstring, on one line."""
        module, name = self.factory.rsplit(".", 1)
        words = getattr(import_module(module), name).__doc__ or ""
        return " ".join(words.split("\n\n")[0].split())


def registrations():
    """Every service and page: list of Registration, by file."""
    return [found for file in sorted(SOURCES.rglob("*.zcml")) for found in registrations_in(file)]


def registrations_in(file):
    package = ".".join(file.parent.parts[file.parts.index("qlvb") :])
    for element in ElementTree.parse(file).iter():
        if element.tag not in (f"{PLONE}service", f"{BROWSER}page"):
            continue
        factory = element.get("factory") or element.get("class") or ""
        yield Registration(
            kind=element.tag.rpartition("}")[2],
            name=element.get("name", ""),
            method=element.get("method", "GET"),
            context=element.get("for", ""),
            permission=element.get("permission", ""),
            factory=package + factory if factory.startswith(".") else factory,
            file=file.relative_to(SOURCES),
        )


@cache
def permission_titles():
    """dict permission id -> title, ours and those of Zope and Plone that we use; read once, hundreds of tests ask."""
    found = dict(TITLES)
    for file in SOURCES.rglob("*.zcml"):
        for element in ElementTree.parse(file).iter(f"{ZOPE}permission"):
            found[element.get("id")] = element.get("title")
    return found
