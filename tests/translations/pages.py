"""What people read and hear on a page, and which of it belongs to the records."""

from plone import api
from qlvb.content.documents.document_types import document_types
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
import re
from zope.component import getUtility


SPOKEN = ("title", "aria-label", "placeholder", "alt")
SILENT = ("script", "style", "template")
OF_RECORDS = ("title", "subject", "body_name", "place", "fullname", "head_title", "reference", "address", "symbol")


def folded(text):
    return " ".join(text.split())


def spoken(page):
    """Texts of a parsed page: set of str with white space folded."""
    found = set()
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        parts = [element.text, *(child.tail for child in element), *(element.get(name) for name in SPOKEN)]
        if element.tag == "input" and element.get("type") in ("submit", "button"):
            parts.append(element.get("value"))
        found |= {folded(part) for part in parts if part}
    return found - {""}


def texts_of_records(portal):
    """What the records themselves say, the same in every language, the longest first: list of str.

    The names of document types are those of the decree, not labels.
    """
    found = {portal.Title(), "Tiếng Việt", "QĐ-TTg", "NĐ-CP", *(kind.title for kind in document_types().values())}
    catalog = api.portal.get_tool("portal_catalog")
    for brain in catalog.unrestrictedSearchResults(path="/".join(portal.getPhysicalPath())):
        record = brain._unrestrictedGetObject()
        found |= {str(getattr(record, name, "") or "") for name in OF_RECORDS} | {record.getId()}
        if IDocument.providedBy(record):
            found |= {file.versions()[-1].filename for file in IFileStore(record).files()}
    directory = getUtility(IDirectory)
    for agency in directory.agencies():
        found |= {agency.title, agency.symbol}
    for person in directory.people():
        found |= {person.fullname, person.userid, person.email}
    return sorted(filter(None, map(folded, found)), key=len, reverse=True)


def without(text, records):
    """``text`` without hashes and what the records say; hashes first, for a short id may stand in the middle of one."""
    text = re.sub(r"[0-9a-f]{32,}", " ", text)
    for said in records:
        if said in text:
            text = text.replace(said, " ")
    return text.strip()
