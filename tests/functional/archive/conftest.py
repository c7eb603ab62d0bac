"""The years of the story: keys that are valid in them, a place for packages, LibreOffice."""

from outgoing_story import REVIEWER
from outgoing_story import SIGNATORY
import pytest
from qlvb.content.clock import held
from qlvb.policy.demo.province import PEOPLE
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.renditions.warm import kept_warm
from qlvb.workflows.signing import demo_ca
from zope.component import getUtility


#: Those who sign: documents, and minutes of a transfer.
SIGNERS = (SIGNATORY, REVIEWER, "leminhanh", "hoangvanluu")


@pytest.fixture(autouse=True)
def places(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_PACKAGES", str(tmp_path / "packages"))
    monkeypatch.setenv("QLVB_AUDIT_KEYS", str(tmp_path / "audit"))
    monkeypatch.delenv("QLVB_EARK_VALIDATOR", raising=False)
    monkeypatch.delenv("QLVB_TSA_URL", raising=False)
    return tmp_path


@pytest.fixture
def keys_from(places, monkeypatch):
    """``keys_from(day)``: everybody gets certificates that are issued on that day."""

    def issue(day):
        directory = places / f"keys-{day.year}"
        people = [
            {"userid": one["userid"], "fullname": one["fullname"], "position": one["title"], "organisation": one["agency"]}
            for one in PEOPLE
            if one["userid"] in SIGNERS
        ]
        agencies = [{"id": "skhcn", "title": "Sở Khoa học và Công nghệ", "identifier": "H99.12"}]
        with held(day):
            demo_ca.ensure(directory, people, agencies)
        monkeypatch.setenv("QLVB_KEYS", str(directory))

    return issue


@pytest.fixture
def office():
    """LibreOffice, kept for the whole story."""
    if not getUtility(IConverter).available():
        pytest.skip("LibreOffice is not there")
    with kept_warm():
        yield
