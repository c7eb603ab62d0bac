"""Fixtures of every test: the layers of qlvb.policy.testing as pytest fixtures (see pytest-plone).

A layer is set up when the first test of its folder runs (see the folders' own conftest.py), so unit tests need no site.
"""

from pytest_plone import fixtures_factory
from qlvb.policy.testing import ACCEPTANCE_TESTING
from qlvb.policy.testing import FUNCTIONAL_TESTING
from qlvb.policy.testing import INTEGRATION_TESTING


pytest_plugins = ["pytest_plone"]

globals().update(
    fixtures_factory(
        (
            (ACCEPTANCE_TESTING, "acceptance"),
            (FUNCTIONAL_TESTING, "functional"),
            (INTEGRATION_TESTING, "integration"),
        ),
        keep_session=False,
    )
)
