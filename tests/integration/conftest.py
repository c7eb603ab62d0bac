"""The integration layer stays up from the first test of this folder to the end of the run."""

import clamav
import pytest


@pytest.fixture(autouse=True, scope="session")
def keep_layer(integration_session):
    """Set up once, not once per test."""
    return integration_session


@pytest.fixture(scope="session")
def clamd(tmp_path_factory):
    """Path of the socket of a ClamAV that knows EICAR alone."""
    with clamav.running(tmp_path_factory.mktemp("clamd")) as where:
        yield where
