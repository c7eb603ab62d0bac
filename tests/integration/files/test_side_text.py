"""The side text of a version."""

from io import BytesIO
import made_files as made
import pytest
from qlvb.content.clock import now
from qlvb.content.files.sidetext import MAX_CHARACTERS
from qlvb.content.files.versions import FileVersion
import unicodedata


@pytest.fixture
def version():
    return FileVersion(1, BytesIO(made.pdf()), "a.pdf", "application/pdf", now(), "leminhanh")


def test_a_version_starts_without(version):
    assert (version.text_state, version.text_error, version.text()) == ("none", "", "")


def test_a_version_stored_before_there_was_side_text(version):
    state = version.__getstate__()
    assert not [name for name in state if "text" in name]
    old = FileVersion.__new__(FileVersion)
    old.__setstate__(state)
    assert (old.text_state, old.text_error, old.text()) == ("none", "", "")
    old.set_text("Điều 1")
    assert (old.text_state, old.text()) == ("ready", "Điều 1")


def test_the_text_is_composed_and_the_file_stays_as_it_is(version):
    before = (version.data(), version.sha256)
    version.text_error = "x"
    version.set_text(unicodedata.normalize("NFD", "Quyết định"))
    assert (version.text_state, version.text_error, version.text()) == ("ready", "", "Quyết định")
    assert (version.data(), version.sha256) == before


@pytest.mark.parametrize("nothing", ["", " \n\t", "… — ."])
def test_text_without_letters_is_none(version, nothing):
    version.set_text("Điều 1")
    version.set_text(nothing)
    assert (version.text_state, version.text()) == ("no_text", "")


def test_a_long_text_is_cut(version):
    version.set_text("đ" * (MAX_CHARACTERS + 1))
    assert len(version.text()) == MAX_CHARACTERS


def test_a_text_may_be_shared(version):
    version.set_text("Điều 1")
    other = FileVersion(2, BytesIO(made.pdf()), "a.pdf", "application/pdf", now(), "leminhanh")
    other.share_text(version)
    version.set_text("Điều 2")
    assert (other.text_state, other.text(), version.text()) == ("ready", "Điều 1", "Điều 2")
