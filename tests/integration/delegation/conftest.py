from outgoing_story import cast  # noqa: F401
from outgoing_story import clock  # noqa: F401
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import make_draft
from outgoing_story import open_registers
from outgoing_story import person  # noqa: F401
import pytest
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.serialiser import SingleWriter
from zope.component import getGlobalSiteManager
from zope.component import getUtility


@pytest.fixture(autouse=True)
def one_writer():
    """The tests of this folder run in one transaction that is never committed."""
    manager, real = getGlobalSiteManager(), getUtility(ISerialiser)
    manager.registerUtility(SingleWriter(), ISerialiser)
    yield
    manager.registerUtility(real, ISerialiser)


@pytest.fixture
def draft(province, clock, keys):  # noqa: F811
    open_registers()
    return make_draft()
