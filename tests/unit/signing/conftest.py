"""A demonstration authority made once, a letter laid out by the product, and a maker of small PDFs."""

from io import BytesIO
from pathlib import Path
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.writer import PageObject
from pyhanko.pdf_utils.writer import PdfFileWriter
import pytest
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.signing import fonts
from qlvb.workflows.signing import form
from qlvb.workflows.signing import signatures
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.keyring import DirectoryKeyRing
from qlvb.workflows.signing.places import find_places
from qlvb.workflows.signing.signing import PdfSigning
from zope.component import getGlobalSiteManager


AGENCY = "Sở Khoa học và Công nghệ"
PEOPLE = [
    {"userid": "ha", "fullname": "Nguyễn Thị Thu Hà", "position": "Giám đốc", "organisation": AGENCY},
    {"userid": "kien", "fullname": "Bùi Trung Kiên", "position": "Phó Giám đốc", "organisation": AGENCY},
]
AGENCIES = [{"id": "skhcn", "title": AGENCY, "identifier": "H99.12"}]


@pytest.fixture(scope="session")
def keys(tmp_path_factory):
    """The directory of a demonstration authority with two people and one agency."""
    directory = tmp_path_factory.mktemp("keys")
    demo_ca.ensure(directory, PEOPLE, AGENCIES)
    return directory


@pytest.fixture(scope="session")
def strangers(tmp_path_factory):
    """The directory of another authority, which nobody trusts."""
    directory = tmp_path_factory.mktemp("strangers")
    demo_ca.ensure(directory, PEOPLE[:1], AGENCIES)
    return directory


@pytest.fixture(scope="package")
def ring(keys):
    """A key ring over the demonstration authority."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QLVB_KEYS", str(keys))
        yield DirectoryKeyRing()


@pytest.fixture(scope="package")
def made(ring, letter):
    """Every stage of one file, made once: dict prepared, signed, numbered, sealed."""
    roots = ring.trust_roots()
    stages = {"prepared": form.add_form(letter, find_places(letter, "Nguyễn Thị Thu Hà", ["GIÁM ĐỐC"]))}
    stages["signed"] = signatures.sign_person(
        stages["prepared"], ring.for_person("ha"), ring.person_image("ha"), "Ký duyệt", trust_roots=roots
    )
    stages["numbered"] = signatures.fill(stages["signed"], "15", ("05", "01", "2026"), roots)
    stages["sealed"] = signatures.sign_organisation(
        stages["numbered"], ring.for_agency("skhcn"), ring.agency_image("skhcn"), roots
    )
    return stages


@pytest.fixture
def signing(ring):
    """The utility, its key ring registered for the time of the test."""
    manager = getGlobalSiteManager()
    before = manager.queryUtility(IKeyRing)
    manager.registerUtility(ring, IKeyRing)
    yield PdfSigning()
    if before is None:
        manager.unregisterUtility(ring, IKeyRing)
    else:
        manager.registerUtility(before, IKeyRing)


@pytest.fixture(scope="session")
def letter():
    """A letter as the layout room and LibreOffice make it (PDF/A-2b, two pages)."""
    return Path(__file__).with_name("data").joinpath("letter.pdf").read_bytes()


@pytest.fixture
def prepared(made):
    return made["prepared"]


@pytest.fixture
def signed(made):
    return made["signed"]


@pytest.fixture
def numbered(made):
    return made["numbered"]


@pytest.fixture
def sealed(made):
    return made["sealed"]


@pytest.fixture
def make_pdf():
    """A callable: pages, each a list of (x, y, size, text), as bytes of a PDF."""

    def make(*pages, box=(0, 0, 595, 842), rotate=0):
        writer = PdfFileWriter(stream_xrefs=False)
        font = fonts.embed(writer)
        for lines in pages:
            text = b" ".join(
                b"BT /F1 %g Tf %g %g Td <%s> Tj ET" % (size, x, y, fonts.encode(line).hex().encode())
                for x, y, size, line in lines
            )
            resources = generic.DictionaryObject({pdf_name("/Font"): generic.DictionaryObject({pdf_name("/F1"): font})})
            contents = writer.add_object(generic.StreamObject(stream_data=text))
            page = PageObject(contents, generic.ArrayObject(map(generic.NumberObject, box)), resources)
            if rotate:
                page["/Rotate"] = generic.NumberObject(rotate)
            writer.insert_page(page)
        output = BytesIO()
        writer.write(output)
        return output.getvalue()

    return make
