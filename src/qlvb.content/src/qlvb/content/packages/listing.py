"""What the METS files of a package list, and how (pure reading of XML)."""

from dataclasses import dataclass
from lxml import etree
from qlvb.content.packages.fields import DOCUMENTS
from qlvb.content.packages.fields import DOSSIER
from qlvb.content.packages.fields import profile_of
from qlvb.content.packages.mets import COLLECTION
from qlvb.content.packages.xml import CSIP
from qlvb.content.packages.xml import METS
from qlvb.content.packages.xml import XLINK
from qlvb.content.packages.xml import parser
from urllib.parse import unquote


ROOT = "METS.xml"
_M = f"{{{METS}}}"


@dataclass(frozen=True)
class Listed:
    """One ``file`` or ``mdRef``. ``path`` is relative to the package; ``section``: dmd, digiprov or the USE of its
    group; ``parent``: id of the dmdSec.
    """

    id: str
    path: str
    size: str
    checksum: str
    algorithm: str
    mimetype: str
    created: str
    section: str
    use: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Linked:
    """A div of one document in a representation: id of its dmdSec, its code, (id of a file, label) of each file."""

    label: str
    code: str
    described: str
    files: tuple


class Mets:
    """A METS file that has been parsed; ``path`` is its place in the package. :raises etree.XMLSyntaxError: no XML."""

    def __init__(self, data, path):
        self.path = path
        self.base = path.removesuffix(ROOT)
        self.tree = etree.fromstring(data, parser())

    def attribute(self, name):
        """str of the root element."""
        return self.tree.get(name, "")

    @property
    def header(self):
        return self.tree.find(f"{_M}metsHdr")

    @property
    def kind(self):
        """SIP, AIP, DIP or whatever stands there."""
        return self.header.get(f"{{{CSIP}}}OAISPACKAGETYPE", "") if self.header is not None else ""

    @property
    def profile(self):
        """As in ``fields.ENTITIES``: SIP_hoso, SIP_tailieu …; by the TYPE that tells batches from dossiers."""
        return profile_of(self.kind, DOCUMENTS if self.attribute("TYPE") == COLLECTION else DOSSIER)

    def agent(self, role):
        """(name, note) of the first agent of the role, or ("", "")."""
        for agent in self.tree.iterfind(f"{_M}metsHdr/{_M}agent"):
            if agent.get("ROLE") == role:
                return agent.findtext(f"{_M}name") or "", agent.findtext(f"{_M}note") or ""
        return "", ""

    @property
    def agreement(self):
        """Code of the transfer request, or ""."""
        return self.tree.findtext(f"{_M}metsHdr/{_M}altRecordID[@TYPE='SUBMISSIONAGREEMENT']") or ""

    def listed(self):
        """Every file that it names: list of Listed."""
        return [*self._metadata(), *self._files()]

    def linked(self):
        """The divs of documents of a representation: list of Linked."""
        found = []
        for div in self.tree.iter(f"{_M}div"):
            # The first is its EAD_doc; additional metadata follow it.
            described = next(iter(div.get("DMDID", "").split()), "")
            if described and div.get("TYPE"):
                files = tuple(
                    (pointer.get("FILEID", ""), one.get("LABEL", ""))
                    for one in div.iterfind(f"{_M}div")
                    for pointer in one.iterfind(f"{_M}fptr")
                )
                found.append(Linked(div.get("LABEL", ""), div.get("TYPE"), described, files))
        return found

    def _metadata(self):
        for name, section in (("dmdSec", "dmd"), ("digiprovMD", "digiprov"), ("rightsMD", "rights")):
            for parent in self.tree.iter(f"{_M}{name}"):
                for element in parent.iterfind(f"{_M}mdRef"):
                    yield self._one(element, element, section, parent=parent.get("ID", ""))

    def _files(self):
        for group in self.tree.iter(f"{_M}fileGrp"):
            for element in group.iterfind(f"{_M}file"):
                for location in element.iterfind(f"{_M}FLocat"):
                    yield self._one(element, location, group.get("USE", ""), use=element.get("USE", ""))

    def _one(self, element, location, section, use="", parent=""):
        address = unquote(location.get(f"{{{XLINK}}}href", "")).removeprefix("file:").removeprefix("./")
        return Listed(
            id=element.get("ID", ""),
            path=self.base + address,
            size=element.get("SIZE", ""),
            checksum=element.get("CHECKSUM", ""),
            algorithm=element.get("CHECKSUMTYPE", ""),
            mimetype=element.get("MIMETYPE", ""),
            created=element.get("CREATED", ""),
            section=section,
            use=use,
            parent=parent,
        )
