"""What lies in a scanner's folder, and where it goes."""

import os
from pathlib import Path
import pytest
from qlvb.workflows.scanning import folders
from qlvb.workflows.scanning.personal import PersonalScans
import transaction


def lay(folder, name, age=60, data=b"x"):
    path = folder / name
    path.write_bytes(data)
    os.utime(path, (1_000_000 - age, 1_000_000 - age))
    return path


def test_complete_files_oldest_first(tmp_path):
    lay(tmp_path, "b.pdf", age=20)
    lay(tmp_path, "a.pdf", age=300)
    lay(tmp_path, "growing.pdf", age=2)
    lay(tmp_path, ".hidden.pdf")
    lay(tmp_path, "copying.pdf.part")
    lay(tmp_path, "empty.pdf", data=b"")
    (tmp_path / "done").mkdir()
    (tmp_path / "link.pdf").symlink_to(tmp_path / "a.pdf")
    assert [path.name for path in folders.waiting(tmp_path, now=1_000_000)] == ["a.pdf", "b.pdf"]


def test_no_folder(tmp_path):
    assert folders.waiting(tmp_path / "missing") == []


def test_nothing_is_put_over_another(tmp_path):
    assert folders.put_away(lay(tmp_path, "a.pdf"), "done/2026-11-22").name == "a.pdf"
    assert folders.put_away(lay(tmp_path, "a.pdf"), "done/2026-11-22").name == "a-2.pdf"
    refused = folders.put_away(lay(tmp_path, "c.pdf"), "refused", why="Hỏng")
    assert refused.with_name("c.pdf.txt").read_text() == "Hỏng\n"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("SCAN_20261122_0001.pdf", ""),
        ("scan0001.tif", ""),
        ("IMG-0042.jpg", ""),
        ("20261122083000.pdf", ""),
        ("Giấy mời họp.pdf", "Giấy mời họp"),
        ("123_UBND-VX.pdf", "123 UBND-VX"),
    ],
)
def test_titles(name, title):
    assert folders.title_of(Path(name)) == title


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The folder of Lê Minh Anh."""
    monkeypatch.setenv("QLVB_SCANS", str(tmp_path))
    found = tmp_path / "skhcn" / "people" / "leminhanh"
    found.mkdir(parents=True)
    return found


def test_each_person_sees_his_own_scans_in_the_order_of_their_pages(own):
    lay(own, "b.jpg", age=300)
    lay(own, "a.jpg", age=100)
    lay(own, "notes.txt")
    lay(own.parent.parent, "letter.pdf")
    mine = PersonalScans("skhcn", "leminhanh")
    assert [path.name for path in mine.waiting()] == ["b.jpg", "a.jpg"]
    found, gone = mine.chosen(["a.jpg", "b.jpg", "../../letter.pdf", "notes.txt"])
    assert [path.name for path in found] == ["b.jpg", "a.jpg"] and gone == ["../../letter.pdf", "notes.txt"]
    assert PersonalScans("skhcn", "phamquochuy").waiting() == []
    assert [path.name for path in folders.waiting(own.parent.parent)] == ["letter.pdf"]  # the clerk's


@pytest.mark.parametrize("userid", ["", ".", "..", "../skhcn", "a/b", "a\\b"])
def test_no_name_leads_out_of_the_folder(own, userid):
    assert PersonalScans("skhcn", userid).folder is None and PersonalScans("skhcn", userid).waiting() == []


def test_no_folders_are_set(monkeypatch):
    monkeypatch.delenv("QLVB_SCANS", raising=False)
    assert PersonalScans("skhcn", "leminhanh").folder is None


def test_a_scan_is_put_away_when_it_was_taken_for_good(own):
    path = lay(own, "a.pdf")
    PersonalScans.put_away([path])
    transaction.abort()
    assert path.exists()
    PersonalScans.put_away([path])
    transaction.commit()
    assert not path.exists() and [one.name for one in (own / "done").rglob("*.pdf")] == ["a.pdf"]


def test_what_the_worker_moves_meanwhile_is_not_told(tmp_path, monkeypatch):
    stays = tmp_path / "a.pdf"
    stays.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(folders, "_files", lambda _folder: [tmp_path / "gone.pdf", stays])
    assert [one.name for one in folders.lying(tmp_path)] == ["a.pdf"]
    assert [one.name for one in folders.refused(tmp_path)] == ["a.pdf"]
