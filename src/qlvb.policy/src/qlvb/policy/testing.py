"""Test layers: one site with the whole product, shared by all tests."""

from contextlib import closing
import os
from pathlib import Path
from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import applyProfile
from plone.testing.zope import WSGI_SERVER_FIXTURE
from qlvb.content.clock import today
from qlvb.content.index import database
from qlvb.content.index.interfaces import IOwnChanges
from qlvb.content.index.own_changes import Kept
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.serialiser import SingleWriter
import qlvb.policy
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.policy.demo.organisation import create_province
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outbox.runner import Runner
from qlvb.workflows.outbox.transactions import Savepoints
import sqlite3
from tempfile import TemporaryDirectory
from zope.component import getGlobalSiteManager
from zope.component import getUtility


class QlvbLayer(PloneSandboxLayer):
    """A Plone site in Vietnamese with QLVB installed and nothing in it."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUp(self):
        self["index"] = TemporaryDirectory(prefix="qlvb-index-")
        os.environ["QLVB_INDEX_DIRECTORY"] = self["index"].name
        super().setUp()

    def tearDown(self):
        super().tearDown()
        database.dispose()
        del os.environ["QLVB_INDEX_DIRECTORY"]
        self["index"].cleanup()
        del self["index"]

    def setUpZope(self, app, configurationContext):
        self.loadZCML("meta.zcml", package=qlvb.policy)
        self.loadZCML("configure.zcml", package=qlvb.policy)
        self.loadZCML("overrides.zcml", package=qlvb.policy)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "qlvb.policy:default")


class QlvbFunctionalTesting(FunctionalTesting):
    """What a functional test commits to the records index is taken back after it, as its ZODB is."""

    def testSetUp(self):
        super().testSetUp()
        self["index_copy"] = Path(os.environ["QLVB_INDEX_DIRECTORY"], "index.copy")
        copy_index(database.file_of(self["portal"].getId()), self["index_copy"])

    def testTearDown(self):
        path = database.file_of(self["portal"].getId())
        super().testTearDown()
        database.dispose()
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        self["index_copy"].rename(path)
        del self["index_copy"]


def copy_index(source, target):
    """Copy a file of SQLite that may be in use (paths)."""
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)


class QlvbIntegrationTesting(IntegrationTesting):
    """Integration tests never commit: jobs run in savepoints of the test's transaction, and nobody else writes."""

    def testSetUp(self):
        super().testSetUp()
        manager = getGlobalSiteManager()
        self["site_utilities"] = {name: manager.queryUtility(name) for name in (IOwnChanges, IRunner, ISerialiser)}
        manager.registerUtility(Runner(transactions=Savepoints()), IRunner)
        manager.registerUtility(SingleWriter(), ISerialiser)
        manager.registerUtility(Kept(), IOwnChanges)

    def testTearDown(self):
        getGlobalSiteManager().getUtility(IOwnChanges).close()
        for name, utility in self["site_utilities"].items():
            getGlobalSiteManager().registerUtility(utility, name)
        del self["site_utilities"]
        super().testTearDown()


FIXTURE = QlvbLayer(name="qlvb:Fixture")


#: Agencies whose registers of this year are open, as those of any agency at work are.
AT_WORK = ("skhcn", "snv", "ubnd-xa-phu-lam")


class ProvinceLayer(PloneSandboxLayer):
    """The same site with the organisation of the story: made once, every test works on its own copy."""

    defaultBases = (FIXTURE,)

    def setUpPloneSite(self, portal):
        create_province(portal, PASSWORD)
        finder = getUtility(IRegisterFinder)
        for agency in AT_WORK:
            finder.open_year(agency, today().year, "quantri")


PROVINCE_FIXTURE = ProvinceLayer(name="qlvb:Province")
INTEGRATION_TESTING = QlvbIntegrationTesting(bases=(PROVINCE_FIXTURE,), name="qlvb:Integration")
FUNCTIONAL_TESTING = QlvbFunctionalTesting(bases=(PROVINCE_FIXTURE, WSGI_SERVER_FIXTURE), name="qlvb:Functional")
