import pytest
from received import Actors
from received import open_registers
from received import received


@pytest.fixture
def actors(province, login_as):
    open_registers("snv")
    return Actors(login_as)


@pytest.fixture
def record(actors):
    return received()


@pytest.fixture
def registered(actors, record):
    return actors.bring_to(record, "registered")


@pytest.fixture
def to_direct(actors, record):
    return actors.bring_to(record, "to_direct")


@pytest.fixture
def in_progress(actors, record):
    return actors.bring_to(record, "in_progress")
