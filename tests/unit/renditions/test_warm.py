"""The LibreOffice that stays: with the real one, and with helpers that hang, die, or are not there."""

from contextlib import suppress
import docx
from io import BytesIO
from pathlib import Path
import pikepdf
import pypdf
import pytest
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.libreoffice import UNREADABLE
from qlvb.workflows.renditions.warm import PYTHON
from qlvb.workflows.renditions.warm import WarmLibreOffice
import subprocess
import time


def has_bridge():
    try:
        return subprocess.run([PYTHON, "-c", "import uno"], capture_output=True).returncode == 0
    except OSError:
        return False


class Once:
    """The converter that starts a process per file; says that it was asked."""

    def __init__(self):
        self.calls = []

    def available(self):
        return True

    def convert(self, data, suffix):
        self.calls.append(suffix)
        if data == b"broken":
            raise ConversionFailed(UNREADABLE, retry=False)
        return b"%PDF-once"


@pytest.fixture
def warm():
    warm = WarmLibreOffice(Once())
    yield warm
    warm.close()


@pytest.fixture
def helper(warm, tmp_path, monkeypatch):
    """A callable that puts a shell script in the helper's place."""
    monkeypatch.setenv("QLVB_SOFFICE", "true")

    def install(script):
        path = tmp_path / "helper"
        path.write_text(script)
        warm.command = lambda: ["/bin/sh", str(path)]

    return install


def running(group):
    """Process ids of the process group that are not zombies."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _parent, its_group = path.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                found.append(path.parent.name)
    return found


def draft(text):
    document, output = docx.Document(), BytesIO()
    document.add_paragraph(text)
    document.save(output)
    return output.getvalue()


@pytest.mark.libreoffice
@pytest.mark.skipif(not has_bridge(), reason="python3-uno is not installed")
def test_one_program_makes_pdf_a_of_many_files(warm):
    for text in ("Quyết định một, ưỡn, Ậ", "Quyết định hai"):
        pdf = warm.convert(draft(text), ".docx")
        with pikepdf.open(BytesIO(pdf)) as opened:
            assert opened.open_metadata().pdfa_status == "2B"
        assert text in pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert warm.once.calls == []
    group = warm._helper.pid
    assert len(running(group)) >= 2
    warm.close()
    deadline = time.monotonic() + 10
    while running(group) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert running(group) == []


@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "echo ready; read line; exit 1",
        "echo ready; read line; echo unreadable",
        "echo ready; read line; echo done",
        "echo ready; read line; sleep 300",
        "echo ready; exec <&-; sleep 300",
    ],
)
def test_whatever_goes_wrong_the_file_is_converted_the_other_way(warm, helper, script):
    helper(script)
    warm.seconds = 0.5
    assert warm.convert(b"PK", ".docx") == b"%PDF-once"
    assert warm._helper is None and warm._home is None
    helper("exit 7")
    assert warm.convert(b"PK", ".docx") == b"%PDF-once"
    assert warm.once.calls == [".docx", ".docx"]


def test_a_python_that_is_not_there(warm, monkeypatch):
    monkeypatch.setenv("QLVB_SOFFICE", "true")
    warm.command = lambda: ["/no/such/python"]
    assert warm.convert(b"PK", ".docx") == b"%PDF-once"


def test_a_broken_file_is_told_as_ever(warm, helper):
    helper("exit 1")
    with pytest.raises(ConversionFailed) as failure:
        warm.convert(b"broken", ".docx")
    assert failure.value.message == UNREADABLE


def test_other_kinds_go_the_other_way_at_once(warm):
    assert warm.convert(b"x", ".xlsx") == b"%PDF-once"
    assert warm._helper is None
