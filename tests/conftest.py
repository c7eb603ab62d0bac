"""Fixtures of every test: the layers of qlvb.policy.testing as pytest fixtures (see pytest-plone).

A layer is set up when the first test of its folder runs (see the folders' own conftest.py), so unit tests need no site.
"""

import gc
from hypothesis import HealthCheck
from hypothesis import settings
import os
import pytest
from pytest_plone import fixtures_factory
from qlvb.policy.demo.persons import acting_as
from qlvb.policy.testing import FUNCTIONAL_TESTING
from qlvb.policy.testing import INTEGRATION_TESTING


os.environ.setdefault("zope_i18n_compile_mo_files", "1")
# How fast the machine is must not decide whether a rule holds.
settings.register_profile("qlvb", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("qlvb")

# A site is a million objects that stay: looked through less often, a sixteenth of the time is saved.
gc.set_threshold(50_000, 20, 100)

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


@pytest.fixture
def login_as():
    """``with login_as("leminhanh"): …`` acts as that person of the story."""
    return acting_as
