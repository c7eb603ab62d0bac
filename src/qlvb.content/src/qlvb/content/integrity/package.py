"""Journals and checkpoints as files, which can be verified where no site is, and kept by somebody else.

``journals.jsonl``: a line for each record: ``uid``, ``path``, ``entries`` (what the hash of each covers, and the hash).
``checkpoints/000001.json``, ``.p7s``, ``.leaves``: statement, signature (CMS), list of entries. ``certificates/*.pem``.
``SHA256SUMS``: every other file, so that a damaged copy is told from an altered journal.
"""

from hashlib import file_digest
from hashlib import sha256
import json
from pathlib import Path
from qlvb.content.integrity.proving import Link
from qlvb.content.integrity.statements import leaf_lines
from qlvb.content.integrity.statements import lines_to_leaves
from qlvb.content.journal.entry import canonical


JOURNALS, CHECKPOINTS, CERTIFICATES = "journals.jsonl", "checkpoints", "certificates"
SUMS = "SHA256SUMS"


class PackageUnreadable(Exception):
    """A file of the package is missing or is not what it should be; the message names it."""


def links_of(entries):
    """JournalEntry objects as list of Link."""
    return [Link(entry.seq, entry.hash, entry.computed_hash(), entry.previous) for entry in entries]


def write_journal(stream, uid, path, entries):
    """Write the line of one record to an open text file."""
    said = [{**entry.payload(), "hash": entry.hash} for entry in entries]
    stream.write(canonical({"uid": uid, "path": path, "entries": said}) + "\n")


def write_checkpoint(directory, checkpoint):
    """Write the three files of an ICheckpoint below ``directory`` (Path)."""
    place = directory / CHECKPOINTS / f"{checkpoint.number:06}"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.with_suffix(".json").write_text(checkpoint.statement, encoding="utf-8")
    place.with_suffix(".p7s").write_bytes(checkpoint.signature)
    place.with_suffix(".leaves").write_bytes(leaf_lines(checkpoint.leaves() or ()))


def write_sums(directory):
    """List every file of the package with its SHA-256, as ``sha256sum -c`` reads it; call it last."""
    lines = [f"{digest}  {name}\n" for name, digest in sorted(_sums(directory).items())]
    (directory / SUMS).write_text("".join(lines), encoding="utf-8")


def damaged(directory):
    """What is not as it was written: list of sentences, each naming a file. [] of a package without a list of sums, as
    they were before there was one.
    """
    directory = Path(directory)
    try:
        lines = (directory / SUMS).read_bytes().decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        return []
    listed = {name: digest for digest, _space, name in (line.partition("  ") for line in lines)}
    there = _sums(directory)
    return [
        *(f"file {name}: is not listed in {SUMS}" for name in sorted(there.keys() - listed.keys())),
        *(f"file {name}: is missing" for name in sorted(listed.keys() - there.keys())),
        *(
            f"file {name}: is not what {SUMS} says"
            for name in sorted(there.keys() & listed.keys())
            if there[name] != listed[name]
        ),
    ]


def _sums(directory):
    """dict path -> SHA-256 (hex) of every file but the list itself."""
    found = {}
    for path in directory.rglob("*"):
        if path.is_file() and path != directory / SUMS:
            with path.open("rb") as stream:
                found[path.relative_to(directory).as_posix()] = file_digest(stream, "sha256").hexdigest()
    return found


def read_journals(directory):
    """iterable of (UID, list of Link) of a package.

    :raises PackageUnreadable: see there.
    """
    for uid, number, entries in _lines(directory):
        try:
            yield uid, [_link(entry) for entry in entries]
        except (ValueError, KeyError, TypeError) as error:
            raise PackageUnreadable(f"{JOURNALS}, line {number} is not a journal") from error


def read_entries(directory, uid):
    """What a package says of one record: list of dict, the payload and ``hash`` of each entry; [] for nothing.

    :raises PackageUnreadable: see there.
    """
    return next((entries for found, _number, entries in _lines(directory) if found == uid), [])


def _lines(directory):
    """iterable of (UID, number of the line, its entries)."""
    path = Path(directory) / JOURNALS
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    said = json.loads(line)
                    uid, entries = said["uid"], list(said["entries"])
                except (ValueError, KeyError, TypeError) as error:
                    raise PackageUnreadable(f"{JOURNALS}, line {number} is not a journal") from error
                yield uid, number, entries
    except (OSError, UnicodeDecodeError) as error:
        raise PackageUnreadable(f"{JOURNALS} cannot be read: {error}") from error


def _link(entry):
    payload = {key: value for key, value in entry.items() if key != "hash"}
    return Link(entry["seq"], entry["hash"], sha256(canonical(payload).encode()).hexdigest(), entry["previous"])


def read_checkpoints(directory):
    """iterable of (statement, signature, list of Leaf) of a package, oldest first.

    :raises PackageUnreadable: see there.
    """
    for path in sorted((Path(directory) / CHECKPOINTS).glob("*.json")):
        try:
            leaves = list(lines_to_leaves(path.with_suffix(".leaves").read_bytes()))
            yield path.read_text(encoding="utf-8"), path.with_suffix(".p7s").read_bytes(), leaves
        except (OSError, ValueError) as error:
            raise PackageUnreadable(f"{path.name}: {error}") from error


def read_certificates(directory):
    """PEM texts of the package's certificates: list of bytes."""
    return [path.read_bytes() for path in sorted((Path(directory) / CERTIFICATES).glob("*.pem"))]
