"""The acceptance layer stays up from the first test of this folder to the end of the run."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def keep_layer(acceptance""_session):
    """Set up once, not once per test."""
    return acceptance""_session
