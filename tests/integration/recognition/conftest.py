"""Here letters are recognised."""

import pytest


@pytest.fixture
def letters_are_not_recognised():
    """In place of the one of all other folders."""
