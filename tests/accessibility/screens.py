"""Every screen of the product, found in the ZCML and in the menus, so that a new one is looked at without being listed.

A page registered in ZCML is a screen of the objects it is registered for; ``EXAMPLES`` says where one of a kind is found. What is no
screen stands in ``NO_SCREENS`` with its reason. ``tests/unit/test_list_of_screens.py`` fails on a page of which neither is known.
"""

from dataclasses import dataclass
from documentation.registrations import registrations
from qlvb.policy.shell.sections import SECTIONS


#: Who may look, in the order in which they are tried; each role of product/screens 2.2 to 2.7 is among them.
ACCOUNTS = (
    "leminhanh",
    "nguyenthithuha",
    "vanthuskhcn",
    "phamquochuy",
    "skhcnqtdv",
    "hoangvanluu",
    "lethikimngan",
    "quantri",
)
#: Screens that differ by role: each of these people looks at them.
BY_ROLE = ("", "@@todo")

#: Name of a page -> why it is no screen of its own.
NO_SCREENS = {
    "index.html": "drawn in place of a page that failed; an address that is not there shows it",
    "remove-absence": "takes a form's answer and sends back to the section",
    "report.xlsx": "a file",
    "request.docx": "a file",
    "account-report.docx": "a file",
    "kept-back.docx": "a file",
    "certificate.json": "a file",
    "insufficient-privileges": "drawn in place of a page that is not the person's",
    "sharing": "Plone's own, refused on all content of ours",
    "updateSharingInfo": "Plone's own, refused on all content of ours",
    "login": "looked at without signing in",
    "logged-out": "sends to the sign-in page",
    "main_template": "the frame of pages",
    "qlvb-shell": "the frame of pages",
    "qlvb-pickers": "what pages with lists of people load",
    "qlvb-home": "the address of the site",
    "qlvb-switch-agency": "takes a form and sends back",
    "qlvb-switch-language": "sets a cookie and sends back",
    "file": "serves a file",
    "marked-copy": "serves a file",
    "template-docx": "makes a file",
    "bulk": "looked at with a selection, which Walker.selections makes",
    "template-file": "a file",
    "export-catalogue": "a file",
    "published-file": "a file",
    "secret-report": "reached with the number of a case: that of a letter which the run reports, see Walker.cases",
    "scan-sheet": "a file, for printing",
    "labels.pdf": "a file, for printing",
    "archive-facts": "a part of the page of a dossier",
    "destroyed-facts": "a part of the page of a destroyed record",
    "find-box": "leads to the box whose code was typed",
    "read-copy": "a copy that was made for one reader; Walker has none that is open to all",
    "copy-file": "serves a file",
    "qlvb-list-tools": "a part of pages with lists",
    "related-files": "a part that the form of a draft fetches",
    "search-suggestions": "a part that the search box fetches",
    "worklist": "looked at with every box of the menus",
    "desk-item": "a part that the desk fetches, looked at with it",
    "desk-sheet": "a part of what the desk fetches, looked at with it",
    "readers": "a part that the document screen fetches",
    "pick-choice": "a list that the fields of acts fetch",
    "duplicates": "a part that the registration form fetches",
    "attach-arrival": "takes a form and sends back",
    "mark": "takes a form and sends back",
    "follow": "takes a form and sends back",
    "follow-button": "a part of the pages of records",
    "consultation-table": "serves a file",
    "asked-draft": "serves a file",
    "all-files": "serves a file",
    "original-letter": "serves a file",
    "onestop-component": "serves a file of the one-stop system",
    "notices-panel": "a part that the bell fetches",
    "notices-news": "JSON that the bell fetches",
    "open-notice": "marks a notice as read and leads to its record",
    "mark-notices": "takes a form and sends back",
    "change-device": "takes a form and sends back",
    "qlvb.webmanifest": "JSON for the browser",
    "service-worker.js": "a script for the browser",
    "schedule-today": "a part of the home page",
    "calendar-feed": "a file for calendar programs",
    "package-file": "serves a file",
    "document-package-file": "serves a file",
    "package-entries": "the table of packages, drawn by their screens",
    "compare": "reached with two versions of a file: looked at where a document has them",
    "local-signing": "gives a file to the signing service of a person's machine and takes it back",
    "act": "reached with the id of an act: the forms of possible acts are looked at on examples",
}

#: Paths of Plone's own pages: what is wrong on them is Plone's to mend.
PLONE_OWN = ("@@usergroup-userprefs", "@@overview-controlpanel")

#: Interface of a page's ``for`` -> how an example is found: a path of the site, or ``type:<portal type>`` for the newest of the
#: catalogue, or ``service:<userid>:<path>`` for the first item that somebody is given by a service.
EXAMPLES = {
    "qlvb.content.personal.interfaces.IPersonalDocument": "service:leminhanh:@personal-documents",
    "*": "",
    "plone.base.interfaces.IPloneSiteRoot": "",
    "plone.base.interfaces.INavigationRoot": "",
    "qlvb.content.interfaces.IRecord": "type:OutgoingDocument",
    "qlvb.content.interfaces.IDocument": "type:OutgoingDocument",
    "qlvb.content.documents.interfaces.IOutgoingDocument": "type:OutgoingDocument",
    "qlvb.content.documents.interfaces.IIncomingDocument": "type:IncomingDocument",
    "qlvb.content.documents.interfaces.IPeriodFolder": "skhcn/outgoing/2026",
    "qlvb.content.organisation.interfaces.IAgency": "skhcn",
    "qlvb.content.organisation.interfaces.IDepartment": "type:Department",
    "qlvb.content.organisation.interfaces.IPost": "type:Post",
    "qlvb.content.organisation.interfaces.IPerson": "type:Person",
    "qlvb.content.organisation.interfaces.ISection": "skhcn/outgoing",
    "qlvb.content.organisation.interfaces.IRegistersSection": "skhcn/registers",
    "qlvb.content.dossiers.interfaces.IDossierCatalogue": "skhcn/dossiers/2026",
    "qlvb.content.delegations.interfaces.IDelegation": "service:nguyenthithuha:skhcn/@delegations",
    "qlvb.content.organisation.interfaces.IDossiersSection": "skhcn/dossiers",
    "qlvb.content.organisation.interfaces.IDelegationsSection": "skhcn/delegations",
    "qlvb.content.organisation.interfaces.IHoldsSection": "skhcn/holds",
    "qlvb.content.organisation.interfaces.ITransfersSection": "skhcn/transfers",
    "qlvb.content.organisation.interfaces.IStoresSection": "skhcn/stores",
    "qlvb.content.organisation.interfaces.IReadingsSection": "skhcn/readings",
    "qlvb.content.organisation.interfaces.IDisposalsSection": "skhcn/disposals",
    "qlvb.content.opinions.interfaces.IOpinionRequest": "service:vanthusnv:@worklist?box=opinions.to_answer",
    "qlvb.content.holds.interfaces.IHold": "service:hoangvanluu:skhcn/@holds",
    "qlvb.content.disposals.interfaces.IDisposal": "service:hoangvanluu:skhcn/@disposals",
    "qlvb.content.readings.interfaces.IReading": "service:hoangvanluu:skhcn/@readings",
    "qlvb.content.organisation.interfaces.IRequestsSection": "skhcn/requests",
    "qlvb.content.requests.interfaces.IAccountRequest": "service:skhcnqtdv:skhcn/@account-requests",
    "qlvb.content.transfers.interfaces.ITransfer": "service:leminhanh:skhcn/@transfers",
    "qlvb.content.stores.interfaces.IStore": "skhcn/stores/k1",
    "qlvb.content.stores.interfaces.IShelf": "skhcn/stores/k1/a1",
    "qlvb.content.stores.interfaces.IStorageBox": "skhcn/stores/k1/a1/h01",
}


@dataclass(frozen=True)
class Screen:
    """An address below the site; ``context`` is a path or ``type:…``, ``view`` what comes after it."""

    context: str
    view: str = ""
    box: str = ""


def example_of(interface):
    """Where an object of ``interface`` (dotted name) is found; a type named after it where nothing else is said."""
    known = EXAMPLES.get(interface)
    return f"type:{interface.rpartition('.')[2].removeprefix('I')}" if known is None else known


def registered():
    """A Screen for every page of the ZCML that is one: list, each once."""
    found = {}
    for page in registrations():
        if page.kind != "page" or page.name in NO_SCREENS:
            continue
        view = "" if page.name == "view" else f"@@{page.name}"
        found.setdefault(Screen(example_of(page.context), view))
    return list(found)


def listed():
    """A Screen for every place of the menus: list, each once."""
    found = {}
    for section in SECTIONS:
        for place in section.places:
            if place.box:
                found.setdefault(Screen("", f"@@worklist?box={place.box}", place.box))
            elif place.path not in PLONE_OWN and place.path.rpartition("@@")[2] not in NO_SCREENS:
                found.setdefault(Screen("", place.path.format(agency="skhcn")))
    return list(found)
