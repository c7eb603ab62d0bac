from outgoing_story import cast  # noqa: F401
from outgoing_story import clock  # noqa: F401
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import make_draft
from outgoing_story import open_registers
from outgoing_story import person  # noqa: F401
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.serialiser import SingleWriter
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.interface import alsoProvides
import pytest


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
def page(login_as):
    """``page("leminhanh", document, "view", tab="process")``: the markup that this person gets."""

    def render(userid, context, name, method="GET", headers=None, **form):
        request = getRequest()
        if not IQlvbLayer.providedBy(request):
            alsoProvides(request, IQlvbLayer)
        request.method = request.environ["REQUEST_METHOD"] = method
        request.form.clear()
        request.form.update(form)
        for header in [key for key in request.environ if key.startswith("HTTP_ACCEPT")]:
            del request.environ[header]
        for header, value in (headers or {}).items():
            request.environ[f"HTTP_{header.upper().replace('-', '_')}"] = value
        with login_as(userid):
            return context.restrictedTraverse(f"@@{name}")()

    return render
