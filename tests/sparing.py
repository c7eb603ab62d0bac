"""Fixtures of the layers that spare what tests do not ask for."""

import pytest
from qlvb.workflows.recognition.process import TesseractReader
from qlvb.workflows.renditions.warm import kept_warm


@pytest.fixture(autouse=True, scope="session")
def office_stays(keep_layer):
    """One LibreOffice converts whatever is converted: one for each file takes seven times as long."""
    with kept_warm():
        yield


@pytest.fixture(autouse=True)
def letters_are_not_recognised():
    """Recognising a scan takes seconds of several processors: it has tests of its own (tests/integration/recognition).

    A monkeypatch of its own: that of a test has to come after the layer, whose patches it may replace.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TesseractReader, "available", lambda _reader: False)
        yield
