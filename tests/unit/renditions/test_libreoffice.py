"""The converter with the real program, with one that hangs, one that dies, and none."""

import docx
from io import BytesIO
import os
import pikepdf
import pypdf
import pytest
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.libreoffice import LibreOffice
from qlvb.workflows.renditions.libreoffice import find_program
from qlvb.workflows.transfer.intake.pdfa.looking import look
import time


@pytest.fixture
def converter():
    return LibreOffice()


@pytest.fixture
def docx_bytes():
    document = docx.Document()
    document.add_paragraph("Văn bản thử: quyết định, ưỡn, Ậ.")
    output = BytesIO()
    document.save(output)
    return output.getvalue()


@pytest.fixture
def program(tmp_path, monkeypatch):
    """A callable that puts a shell script in LibreOffice's place."""

    def install(script):
        path = tmp_path / "fake-office"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setenv("QLVB_SOFFICE", str(path))

    return install


@pytest.mark.libreoffice
def test_makes_pdf_a_with_vietnamese_text(converter, docx_bytes):
    assert converter.available()
    pdf = converter.convert(docx_bytes, ".docx")
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert opened.open_metadata().pdfa_status == "2B"
    assert look(pdf).faults == ()
    assert "quyết định, ưỡn, Ậ" in pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text()


@pytest.mark.libreoffice
def test_a_file_that_cannot_be_read_is_not_tried_again(converter):
    with pytest.raises(ConversionFailed) as failure:
        converter.convert(b"PK\x03\x04 no office file", ".docx")
    assert not failure.value.retry


def test_without_program(converter, docx_bytes, monkeypatch):
    monkeypatch.setenv("QLVB_SOFFICE", "no-such-program")
    assert find_program() is None and not converter.available()
    with pytest.raises(ConversionFailed) as failure:
        converter.convert(docx_bytes, ".docx")
    assert not failure.value.retry
    assert "LibreOffice" in failure.value.message.default


def test_a_hanging_program_is_killed_with_its_children(converter, docx_bytes, program, tmp_path):
    program(f"sleep 300 &\necho $! > {tmp_path}/child\nwait")
    converter.timeout = 0.5
    started = time.monotonic()
    with pytest.raises(ConversionFailed) as failure:
        converter.convert(docx_bytes, ".docx")
    assert failure.value.retry
    assert time.monotonic() - started < 20
    child = int((tmp_path / "child").read_text())
    deadline = time.monotonic() + 10
    while _alive(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive(child)


def _alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return b") Z " not in open(f"/proc/{pid}/stat", "rb").read()


def test_a_dying_program_may_be_tried_again_with_a_new_profile(converter, docx_bytes, program, tmp_path):
    program(f'echo "$1" >> {tmp_path}/profiles; exit 77')
    for _attempt in range(2):
        with pytest.raises(ConversionFailed) as failure:
            converter.convert(docx_bytes, ".docx")
        assert failure.value.retry
    profiles = (tmp_path / "profiles").read_text().split()
    assert len(profiles) == len(set(profiles)) == 2


def test_one_profile_per_converter_that_runs_no_macros(converter, docx_bytes, program, tmp_path):
    program(f'echo "$1" >> {tmp_path}/profiles; for last; do true; done; echo "%PDF-1.7" > "${{last%.*}}.pdf"')
    for _attempt in range(2):
        assert converter.convert(docx_bytes, ".docx").startswith(b"%PDF-")
    profiles = (tmp_path / "profiles").read_text().split()
    assert len(profiles) == 2 and len(set(profiles)) == 1
    settings = (converter._profile_directory() / "user" / "registrymodifications.xcu").read_text()
    assert "DisableMacrosExecution" in settings
