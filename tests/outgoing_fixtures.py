"""Fixtures of the folders whose tests begin with a draft; their conftest.py take them over."""

from outgoing_story import cast  # noqa: F401
from outgoing_story import clock  # noqa: F401
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import make_draft
from outgoing_story import open_registers
from outgoing_story import person  # noqa: F401
import pytest
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.serialiser import SingleWriter
from qlvb.workflows.delivery.interfaces import IDeliveries
from zope.component import getGlobalSiteManager
from zope.component import getUtility


@pytest.fixture(autouse=True)
def one_writer():
    """The tests of this folder run in one transaction that is never committed."""
    manager, real = getGlobalSiteManager(), getUtility(ISerialiser)
    single = SingleWriter()
    manager.registerUtility(single, ISerialiser)
    yield
    manager.registerUtility(real, ISerialiser)


@pytest.fixture
def registers(province, clock):  # noqa: F811
    return open_registers()


@pytest.fixture
def draft(province, clock, keys, registers):  # noqa: F811
    return make_draft()


@pytest.fixture
def sent():
    """Recipient rows handed to the deliveries, which are not part of these tests."""
    rows = []

    class Deliveries:
        def __init__(self, record):
            self.record = record

        def all(self):
            return []

        def resendable(self):
            return []

        def send(self, given, by):
            rows.extend((self.record.UID(), row["name"], by) for row in given)

    manager = getGlobalSiteManager()
    real = manager.adapters.lookup((IOutgoingDocument,), IDeliveries)
    manager.registerAdapter(Deliveries, (IOutgoingDocument,), IDeliveries)
    yield rows
    manager.unregisterAdapter(Deliveries, (IOutgoingDocument,), IDeliveries)
    if real is not None:
        manager.registerAdapter(real, (IOutgoingDocument,), IDeliveries)
