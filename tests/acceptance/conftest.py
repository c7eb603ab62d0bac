"""The acceptance layer stays up from the first test of this folder to the end of the run."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def keep_layer(acceptance_session):
    """Set up once, not once per test."""
    return acceptance_session
