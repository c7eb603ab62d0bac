import pytest
from trial_acts import acts_registered  # noqa: F401
from trial_acts import make_record  # noqa: F401


@pytest.fixture
def record(portal, make_record):  # noqa: F811
    return make_record(portal)
