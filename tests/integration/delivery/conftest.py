import pytest
from received import Actors
from received import open_registers
from sent import OUTSIDE
from sent import SNV
from sent import XA
from sent import numbered


@pytest.fixture
def actors(province, login_as):
    open_registers("snv", "skhcn", "ubnd-xa-phu-lam")
    return Actors(login_as)


@pytest.fixture
def outgoing(actors):
    return numbered("skhcn", "leminhanh", 15, "SKHCN-CNTT&CĐS", recipients=[SNV, XA, OUTSIDE])
