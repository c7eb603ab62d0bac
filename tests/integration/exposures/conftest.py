"""A letter of Sở KH&CN that Sở Nội vụ has received: the same files in two agencies."""

from outgoing_story import clock  # noqa: F401
from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.exposures import jobs
from qlvb.workflows.exposures.reporting import report
from qlvb.workflows.outbox.interfaces import IRunner
from received import open_registers
from sent import SNV
from sent import numbered
from zope.component import getUtility
from plone import api


REASON = "Có dấu TỐI MẬT ở trang đầu"
SUBJECT = "V/v kho Hang Gấu"


@pytest.fixture
def sent(province, clock):  # noqa: F811
    open_registers("snv", "skhcn")
    document = numbered("skhcn", "leminhanh", 15, "SKHCN-CNTT", subject=SUBJECT, recipients=[SNV])
    document.reindexObject()
    return document


@pytest.fixture
def arrived(sent):
    (delivery,) = IDeliveries(sent).send([SNV], by="vanthuskhcn")
    getUtility(IRunner).run_pending()
    return uuidToObject(delivery.incoming, unrestricted=True)


@pytest.fixture
def reports(login_as):
    """``reports("vanthusnv", record, …)`` -> (case, is it new)."""

    def reports(userid, record, reason=REASON, files=()):
        with login_as(userid):
            return report(record, api.user.get_current(), reason, files)

    return reports


@pytest.fixture
def sees(login_as):
    """``sees("leminhanh", record)``: bool."""

    def sees(userid, record, permission="View"):
        with login_as(userid):
            return bool(api.user.has_permission(permission, obj=record))

    return sees


@pytest.fixture(autouse=True)
def no_scrubbing(monkeypatch):
    """Nothing is ever committed here, so the index has nothing to give up: tests/functional/exposures scrubs."""
    monkeypatch.setattr(jobs, "scrub", lambda: None)
