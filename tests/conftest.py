"""Fixtures of every test: the layers of qlvb.policy.testing as pytest fixtures (see pytest-plone).

A layer is set up when the first test of its folder runs (see the folders' own conftest.py), so unit tests need no site.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from contextlib import contextmanager
from hypothesis import HealthCheck
from hypothesis import settings
import os
from plone import api
import pytest
from pytest_plone import fixtures_factory
from qlvb.policy.testing import FUNCTIONAL_TESTING
from qlvb.policy.testing import INTEGRATION_TESTING
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


os.environ.setdefault("zope_i18n_compile_mo_files", "1")
# How fast the machine is must not decide whether a rule holds.
settings.register_profile("qlvb", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("qlvb")

pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(
        (
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
        ),
        keep_session=False,
    )
)


@pytest.fixture
def province(portal):
    """The site with the organisation of the story (integration layer: nothing is committed)."""
    return portal


@pytest.fixture
def functional_province(functional_portal):
    """The site with the organisation of the story, committed (functional layer: served over HTTP)."""
    return functional_portal


@contextmanager
def _logged_in(userid):
    acl_users = api.portal.get().acl_users
    user = acl_users.getUserById(userid)
    if user is None:
        raise LookupError(userid)
    before = getSecurityManager()
    newSecurityManager(None, user.__of__(acl_users))
    forget_roles()
    try:
        yield user
    finally:
        setSecurityManager(before)
        forget_roles()


def forget_roles():
    """Forget local roles cached on the request: in a test one request sees many changes."""
    annotations = IAnnotations(getRequest(), {})
    for key in [key for key in annotations if key.startswith("borg.localrole")]:
        del annotations[key]


@pytest.fixture
def login_as():
    """``with login_as("leminhanh"): …`` acts as that person of the story."""
    return _logged_in
