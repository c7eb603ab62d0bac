"""ZIPs that nobody should unpack, full disks, killed builders."""

import errno
from packed import package
from packed import packed
from packed import rewritten
import pytest
from qlvb.content.packages import room
from qlvb.content.packages.building import build
from qlvb.content.packages.interfaces import NoRoom
from qlvb.content.packages.validating import validate
import shutil
import zipfile


def test_what_a_killed_builder_left_is_swept_and_what_is_being_written_stays(tmp_path):
    (tmp_path / ".left.part").write_bytes(b"half")
    seen = []

    def judge(path):
        room.sweep(tmp_path)
        seen.append(path.exists())
        return validate(path)

    path, _digest, _findings = build(package(), tmp_path, judge)
    assert seen == [True]
    assert list(tmp_path.iterdir()) == [path]


class TestHostileArchives:
    @pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil", "a/../../evil", "a\\evil", "a/C:evil", "a/" + "x" * 256])
    def test_names_that_nobody_should_unpack(self, tmp_path, name):
        with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
            archive.writestr("a/METS.xml", "<x/>")
            archive.writestr(name, "x")
        assert "zip_name_unsafe" in [one.code for one in validate(tmp_path / "bad.zip")]

    def test_links(self, tmp_path):
        with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
            info = zipfile.ZipInfo("a/link")
            info.external_attr = 0o120777 << 16
            archive.writestr(info, "/etc/passwd")
        assert "zip_no_plain_file" in [one.code for one in validate(tmp_path / "bad.zip")]

    def test_bombs(self, tmp_path):
        with zipfile.ZipFile(tmp_path / "bad.zip", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a/METS.xml", "w") as stream:
            for _again in range(100):
                stream.write(bytes(1 << 20))
        assert [one.code for one in validate(tmp_path / "bad.zip")] == ["zip_too_large"]

    def test_what_is_no_zip_or_no_package(self, tmp_path):
        (tmp_path / "bad.zip").write_bytes(b"no zip")
        assert [one.code for one in validate(tmp_path / "bad.zip")] == ["zip_broken"]
        with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
            archive.writestr("a/b.txt", "x")
        assert [one.code for one in validate(tmp_path / "bad.zip")] == ["mets_missing"]

    def test_entities_are_not_unfolded(self, tmp_path):
        path, _digest, _findings = build(package(), tmp_path, validate)
        bomb = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
        altered = rewritten(path, tmp_path / "a.zip", lambda name, data: bomb if name == "metadata/descriptive/EAD.xml" else data)
        found = validate(altered)
        assert "metadata/descriptive/EAD.xml" in [one.path for one in found]
        assert not any("root:" in one.detail for one in found)


def test_a_full_disk_is_named_leaves_nothing_and_is_tried_again(tmp_path, monkeypatch):
    """The write itself fails with ENOSPC half way."""
    class Full:
        def __init__(self):
            self.left = 3

        def read(self, size):
            self.left -= 1
            return b"x" * size

        def __enter__(self):
            return self

        def __exit__(self, *raised):
            return None

    def write(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("qlvb.content.packages.xml.Counting.write", write)
        with pytest.raises(NoRoom) as raised:
            build(package(files=[packed(opened=Full)]), tmp_path, validate)
    assert str(tmp_path) in raised.value.place
    assert list(tmp_path.iterdir()) == []
    assert build(package(), tmp_path, validate)[0].exists()
    shutil.rmtree(tmp_path)
