"""The cast and the drafts of the screens' tests."""

from outgoing_story import cast  # noqa: F401
from outgoing_story import clock  # noqa: F401
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
from outgoing_story import make_draft
from outgoing_story import open_registers
import pytest


@pytest.fixture
def draft(province, clock, keys):  # noqa: F811
    open_registers()
    return make_draft()
