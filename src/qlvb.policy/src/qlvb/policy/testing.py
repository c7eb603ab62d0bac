"""Test layers: one site with the whole product, shared by all tests."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
import qlvb.policy


class QlvbLayer(PloneSandboxLayer):
    """A Plone site in Vietnamese with QLVB installed and nothing in it."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        self.loadZCML("configure.zcml", package=qlvb.policy)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "qlvb.policy:default")


FIXTURE = QlvbLayer(name="qlvb:Fixture")
INTEGRATION_TESTING = IntegrationTesting(bases=(FIXTURE,), name="qlvb:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="qlvb:Functional")
ACCEPTANCE_TESTING = FunctionalTesting(bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="qlvb:Acceptance")
