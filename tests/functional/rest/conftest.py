"""The site of the story with its books and dossiers, and pages of docs/rest that the tests write."""

from begun import begun_with
from documentation.examples import FIELDS
from documentation.examples import YEAR
from documentation.recorder import Page
from live.story import LETTER
from live.story import upload
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
import pytest
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.policy.demo.catalogues import create_catalogues
from zope.component import getUtility


@pytest.fixture(autouse=True, scope="module")
def begun(functional_session):
    with begun_with("catalogues", catalogues):
        yield


def catalogues(portal):
    for agency in ("skhcn", "snv"):
        getUtility(IRegisterFinder).open_year(agency, YEAR, "quantri")
    create_catalogues(portal, YEAR)


@pytest.fixture
def site(functional_province, keys):  # noqa: F811  the fixture of outgoing_story
    return functional_province


@pytest.fixture
def client(site, client):
    """As everywhere, on the site with its registers and catalogues."""
    return client


class Shown:
    """A page being written: every exchange has its status checked before it is shown."""

    def __init__(self, page):
        self.page = page

    def __call__(self, heading, answer, status=200, text=""):
        assert answer.status_code == status, (heading, answer.status_code, answer.text)
        self.page.show(heading, answer, text)
        return answer.json() if answer.content and "json" in answer.headers.get("Content-Type", "") else None


@pytest.fixture
def write():
    """``show = write("files", "Files", "…")`` begins a page, written to docs/rest when the test has passed."""
    pages = []

    def begin(name, title, intro):
        pages.append(Page(name, title, intro))
        return Shown(pages[-1])

    yield begin
    for page in pages:
        page.write()


@pytest.fixture
def draft(client):
    """Address of a draft of Lê Minh Anh with a PDF."""
    body = {**FIELDS, "recipients": [{"name": "Sở Nội vụ", "agency": "snv"}]}
    body["files"] = [upload("main", "cong-van.pdf", LETTER.read_bytes())]
    answer = client("leminhanh").post("skhcn/@documents", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()["@id"]
