"""A catalogue of the story, and documents to be filed: for the tests of dossiers, filing and retention."""

from datetime import date
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.creation import add_catalogue
from qlvb.content.violations import Refused
from qlvb.policy.demo.catalogues import entry_row
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility


def make_catalogue(portal, agency="skhcn", year=2031):
    """A draft catalogue of that agency."""
    return add_catalogue(
        portal[agency]["dossiers"],
        year,
        [
            {"key": "cntt", "symbol": "CNTT", "title": "Công nghệ thông tin"},
            {"key": "th", "symbol": "TH", "title": "Tổng hợp"},
        ],
        [
            entry_row((1, "cntt", "Hồ sơ hạ tầng", None, "phamquochuy"), year),
            entry_row((2, "cntt", "Hồ sơ nâng cấp phần mềm QLVB", 10, "leminhanh"), year),
            entry_row((1, "th", "Tập lưu công văn", 5, ""), year),
        ],
    )


@pytest.fixture
def catalogue(province):
    return make_catalogue(province)


@pytest.fixture
def approved(catalogue, login_as):
    with login_as("hoangvanluu"):
        IActs(catalogue).perform("approve_catalogue", {})
    return catalogue


@pytest.fixture
def document(province, login_as):
    """Make an outgoing draft of somebody."""

    def create(subject="V/v họp giao ban", by="leminhanh", agency="skhcn", **data):
        with login_as(by):
            values = {"subject": subject, "document_type": "official_letter", "drafter": by, **data}
            return getUtility(IDocumentFactory).create("OutgoingDocument", agency, values, by)

    return create


@pytest.fixture
def state():
    return api.content.get_state


@pytest.fixture
def held():
    """The clock stands on a day of the year of the catalogue."""
    with clock.held(date(2031, 3, 3)):
        yield


@pytest.fixture
def perform(login_as):
    """``perform("leminhanh", record, "act", key=value)``."""

    def act(userid, record, act_id, **data):
        with login_as(userid):
            return IActs(record).perform(act_id, data)

    return act


@pytest.fixture
def refused(perform):
    """The same where it is refused: (status, codes)."""

    def act(*args, **data):
        with pytest.raises(Refused) as caught:
            perform(*args, **data)
        return caught.value.status, {violation.code for violation in caught.value.violations}

    return act


def codes(call, *args, **kwargs):
    """(status, codes) of a call that is refused."""
    with pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value.status, {violation.code for violation in caught.value.violations}
