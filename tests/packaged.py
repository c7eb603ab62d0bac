"""A finished dossier of the story: an issued decision that is signed, with an annex, and a letter that came by post."""

from datetime import date
from io import BytesIO
import made_files
from plone import api
from plone.dexterity.utils import createContentInContainer
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.reading import canonical
from qlvb.content.packages.reading import read
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.importing.entering import States
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility


class Upload(BytesIO):
    """A SIP as a form sends it."""

    def __init__(self, data, filename="sip.zip"):
        super().__init__(data)
        self.filename = filename


def errors_of(run):
    """Codes of what keeps an Ingest from being taken in."""
    return [one.code for one in run.findings if one.severity == "error"]


ARCHIVIST = "hoangvanluu"
HOLDER = "leminhanh"


def make_catalogue(portal, agency="skhcn", year=2026):
    """An approved catalogue with one permanent and one ten-year entry."""
    catalogue = createContentInContainer(
        portal[agency]["dossiers"],
        "DossierCatalogue",
        checkConstraints=False,
        id=f"danh-muc-{year}",
        title=f"Danh mục hồ sơ năm {year}",
        year=year,
        headings=[{"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"}],
        entries=[
            {
                "number": number,
                "heading": "cntt",
                "title": title,
                "retention_kind": kind,
                "retention_years": years,
                "holder": HOLDER if agency == "skhcn" else "",
                "note": "",
            }
            for number, title, kind, years in (
                (1, "Hồ sơ hạ tầng <dùng chung> & an toàn", "permanent", None),
                (2, "Hồ sơ nâng cấp phần mềm", "years", 10),
            )
        ],
    )
    _set_state(catalogue, "approved")
    return catalogue


def _set_state(obj, state):
    tool = api.portal.get_tool("portal_workflow")
    workflow = tool.getWorkflowsFor(obj)[0]
    tool.setStatusOf(workflow.getId(), obj, {"review_state": state, "action": "", "actor": "system", "comments": "", "time": clock.now()})
    workflow.updateRoleMappingsFor(obj)
    obj.reindexObject()


def enter(portal_type, agency, files, by=HOLDER, **values):
    """A document of the past in the last state of its life, with ``files``: (role, name, bytes)."""
    document = getUtility(IDocumentFactory).stored(portal_type, agency, values, by, clock.now())
    States().enter(document, {"OutgoingDocument": "issued", "IncomingDocument": "finished"}[portal_type], by)
    for role, name, data in files:
        IFileStore(document).add(role, name, data, by)
    IGrants(document).grant(HOLDER, "Participant", "sharing", "story")
    IJournal(document).append("created", by, {"subject": values["subject"]})
    document.indexObject()
    return document


def decision(**more):
    """An issued decision of the agency."""
    values = {
        "subject": "Quyết định phê duyệt hạ tầng <dùng chung> & an toàn",
        "document_type": "decision",
        "document_number": 5,
        "document_symbol": "QĐ-SKHCN",
        "issue_date": date(2026, 2, 10),
        "issuing_body": "Sở Khoa học và Công nghệ",
        "language": "vi",
        "note": "Bản chính",
    }
    files = [("signed", "Quyết định 05.pdf", made_files.pdf(3)), ("annex", "Phụ lục.docx", made_files.docx("Phụ lục"))]
    return enter("OutgoingDocument", "skhcn", files, **{**values, **more})


def letter(**more):
    """A letter that came on paper and was scanned; older than the decision."""
    values = {
        "subject": "Về việc góp ý dự thảo",
        "document_type": "official_letter",
        "original_number": "099",
        "document_symbol": "SNV-VP",
        "issue_date": date(2026, 1, 20),
        "arrival_date": date(2026, 1, 22),
        "issuing_body": "Sở Nội vụ",
        "arrival_channel": "post",
        "paper_received": True,
        "sheet_count": 1,
    }
    return enter("IncomingDocument", "skhcn", [("original", "099.pdf", made_files.pdf(2))], **{**values, **more})


def make_dossier(portal, login_as, documents=(decision, letter), close=True, entry="01.CNTT", ended=date(2026, 3, 1)):
    """The dossier, closed unless told otherwise; the decision is its first document."""
    catalogue = make_catalogue(portal) if "danh-muc-2026" not in portal["skhcn"]["dossiers"] else portal["skhcn"]["dossiers"]["danh-muc-2026"]
    dossier = getUtility(IDossierFinder).open_from_entry(catalogue, entry, HOLDER, start_date=date(2026, 1, 5))
    for make in documents:
        IDossierContents(dossier).add(make(), HOLDER)
    if close:
        with login_as(ARCHIVIST):
            IActs(dossier).perform(
                "close", {"end_date": ended, "retention_kind": dossier.retention_kind, "retention_years": dossier.retention_years}
            )
    return dossier


def packed_dossier(dossier, login_as, work, kind="SIP"):
    """Path of the package."""
    with login_as(ARCHIVIST):
        request = {"requestID": "Y", "requestDate": "05/03/2026", "purpose": "02"} if kind == "DIP" else {}
        entry = IDossierPackages(dossier).ask(kind, ARCHIVIST, request)
    work()
    return IDossierPackages(dossier).path(entry)


def said(path):
    with PackageArchive(path) as archive:
        return canonical(read(archive))


def ask(dossier, login_as, kind="SIP", by=ARCHIVIST, **options):
    with login_as(by):
        return IDossierPackages(dossier).ask(kind, by, options)
