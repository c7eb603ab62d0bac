"""Folders of scanners: ``$QLVB_SCANS/<agency id>/``. What is taken moves to ``done/<day>/`` in it, what cannot be taken
to ``refused/``, with a ``.txt`` that says why.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import file_digest
import os
from pathlib import Path
from qlvb.content.clock import VIETNAM
import re
import time


KINDS = {".pdf": "pdf", ".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".tif": "tiff", ".tiff": "tiff"}
DONE, REFUSED = "done", "refused"
#: A file that was written to within this time (seconds) is still being written.
QUIET = 10
#: So many files of a folder are told to people, and so much of what stands beside one.
MOST_TOLD, LONGEST_WORD = 50, 500


def root():
    """The directory with a folder for each agency: Path, or None when none is set."""
    return Path(os.environ["QLVB_SCANS"]) if os.environ.get("QLVB_SCANS") else None


def waiting(folder, now=None):
    """Files of a folder that are complete, oldest first: list of Path. Links, hidden and unfinished files are left."""
    now = time.time() if now is None else now
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        if (
            path.is_symlink()
            or not path.is_file()
            or path.name.startswith(".")
            or path.name.endswith((".tmp", ".part"))
        ):
            continue
        state = path.stat()
        if state.st_size and now - state.st_mtime >= QUIET:
            found.append((state.st_mtime, path.name, path))
    return [path for _time, _name, path in sorted(found)]


@dataclass(frozen=True)
class File:
    """A file as people are told of it; ``why``: why it was not taken, "" where nothing is said."""

    name: str
    when: datetime
    size: int
    why: str = ""


def lying(folder):
    """What still lies in a folder, also what is being written, oldest first: list of File."""
    found = sorted(_with_states(_files(folder)), key=lambda one: one[1].st_mtime)
    return [_file(path, state) for path, state in found[:MOST_TOLD]]


def refused(folder):
    """What was put aside, with the words beside it, newest first: list of File."""
    found = _with_states(path for path in _files(folder / REFUSED) if not _is_word(path))
    found.sort(key=lambda one: -one[1].st_mtime)
    return [_file(path, state, _word_of(path)) for path, state in found[:MOST_TOLD]]


def done_on(folder, day):
    """int: files that were taken on a day (ISO form)."""
    return len(_files(folder / DONE / day))


def _files(folder):
    found = list(folder.iterdir()) if folder.is_dir() else []
    return [path for path in found if path.is_file() and not path.is_symlink() and not path.name.startswith(".")]


def _with_states(paths):
    """(path, os.stat_result) of those that are still there: the worker may be moving them."""
    found = []
    for path in paths:
        with suppress(FileNotFoundError):
            found.append((path, path.stat()))
    return found


def _file(path, state, why=""):
    return File(path.name, datetime.fromtimestamp(state.st_mtime, VIETNAM), state.st_size, why)


def _is_word(path):
    """bool: says why another file was put aside."""
    return path.suffix == ".txt" and path.with_name(path.stem).exists()


def _word_of(path):
    said = path.with_name(f"{path.name}.txt")
    with suppress(OSError):
        return said.read_text(encoding="utf-8", errors="replace").strip()[:LONGEST_WORD]
    return ""


def digest_of(path):
    """SHA-256 of a file: hex."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def put_away(path, place, why=""):
    """Move a file into ``done/<day>`` or ``refused`` of its folder; never over another one. Returns where it lies."""
    directory = path.parent / place
    directory.mkdir(parents=True, exist_ok=True)
    target = directory / path.name
    count = 1
    while target.exists():
        count += 1
        target = directory / f"{path.stem}-{count}{path.suffix}"
    path.rename(target)
    if why:
        target.with_name(f"{target.name}.txt").write_text(why + "\n", encoding="utf-8")
    return target


def title_of(path):
    """What the name of a file says: str. Names that scanners make up say nothing: "".

    >>> title_of(Path("SCAN_20261122_0001.pdf"))
    ''
    >>> title_of(Path("Công văn đôn đốc.pdf"))
    'Công văn đôn đốc'
    """
    words = re.sub(r"[_\s]+", " ", path.stem).strip()
    made_up = re.fullmatch(r"(?i)(scan(ned)?|img|image|doc(ument)?|brn?|xerox|hp)?[\W\d]*", words)
    return "" if made_up else words
