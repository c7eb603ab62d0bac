"""Test layers: one site with the whole product, shared by all tests."""

from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import applyProfile
from plone.testing.zope import WSGI_SERVER_FIXTURE
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.serialiser import SingleWriter
import qlvb.policy
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.policy.demo.organisation import create_province
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outbox.runner import Runner
from qlvb.workflows.outbox.transactions import Savepoints
from zope.component import getGlobalSiteManager


class QlvbLayer(PloneSandboxLayer):
    """A Plone site in Vietnamese with QLVB installed and nothing in it."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(self, app, configurationContext):
        self.loadZCML("meta.zcml", package=qlvb.policy)
        self.loadZCML("configure.zcml", package=qlvb.policy)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "qlvb.policy:default")


class QlvbIntegrationTesting(IntegrationTesting):
    """Integration tests never commit: jobs run in savepoints of the test's transaction, and nobody else writes."""

    def testSetUp(self):
        super().testSetUp()
        manager = getGlobalSiteManager()
        self["site_utilities"] = {name: manager.queryUtility(name) for name in (IRunner, ISerialiser)}
        manager.registerUtility(Runner(transactions=Savepoints()), IRunner)
        manager.registerUtility(SingleWriter(), ISerialiser)

    def testTearDown(self):
        for name, utility in self["site_utilities"].items():
            getGlobalSiteManager().registerUtility(utility, name)
        del self["site_utilities"]
        super().testTearDown()


FIXTURE = QlvbLayer(name="qlvb:Fixture")


class ProvinceLayer(PloneSandboxLayer):
    """The same site with the organisation of the story: made once, every test works on its own copy."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal):
        create_province(portal, PASSWORD)


PROVINCE_FIXTURE = ProvinceLayer(name="qlvb:Province")
INTEGRATION_TESTING = QlvbIntegrationTesting(bases=(PROVINCE_FIXTURE,), name="qlvb:Integration")
FUNCTIONAL_TESTING = FunctionalTesting(bases=(PROVINCE_FIXTURE, WSGI_SERVER_FIXTURE), name="qlvb:Functional")
