"""A bit flipped anywhere in an export, a journal or a checkpoint is found, and what it lies in is named."""

from argparse import Namespace
import asyncio
from datetime import datetime
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from pathlib import Path
from pyhanko.sign.signers import SimpleSigner
import pytest
from qlvb.content import clock
from qlvb.content.integrity.checkpoints import Checkpoint
from qlvb.content.integrity.package import CERTIFICATES
from qlvb.content.integrity.package import JOURNALS
from qlvb.content.integrity.package import SUMS
from qlvb.content.integrity.package import links_of
from qlvb.content.integrity.package import write_checkpoint
from qlvb.content.integrity.package import write_journal
from qlvb.content.integrity.package import write_sums
from qlvb.content.integrity.proving import prove
from qlvb.content.integrity.statements import Leaf
from qlvb.content.integrity.statements import statement_of
from qlvb.content.journal.entry import GENESIS
from qlvb.content.journal.entry import Entry
from qlvb.policy.commands import audit
from qlvb.workflows.integrity import sealkey
from qlvb.workflows.integrity.checkpointing import said_of
from qlvb.workflows.integrity.statement_signing import verify
import shutil
import subprocess


NOW = datetime(2026, 11, 2, 8, tzinfo=clock.VIETNAM)
EVENTS = ("created", "file_added", "act.submit", "act.sign", "issued")
UIDS = [f"{number:032x}" for number in range(1, 4)]


def journal(number):
    """Entries of one record, chained."""
    found, previous = [], GENESIS
    for seq, event in enumerate(EVENTS[: 2 + number], start=1):
        detail = {"tệp": f"Quyết định {number}.pdf", "số": seq, "đường dẫn": ["a", None, 1.5]}
        found.append(Entry(seq, NOW, "leminhanh", "nguyenthithuha", event, detail, previous))
        previous = found[-1].hash
    return found


@pytest.fixture(scope="module")
def keys(tmp_path_factory):
    place = tmp_path_factory.mktemp("keys")
    sealkey.ensure(place, "qlvb")
    return place


def signed(statement, keys):
    """The signature as the site makes it, without a stamp."""
    signer = SimpleSigner.load(str(keys / sealkey.KEY), str(keys / sealkey.CERTIFICATE))
    return asyncio.run(signer.async_sign_general_data(statement, "sha256")).dump()


@pytest.fixture(scope="module")
def checkpoints(keys):
    """Two: over the first two entries of each journal, and over the others."""
    made, previous = [], ""
    for number, seqs in enumerate(((1, 2), (3, 4, 5)), start=1):
        leaves = [Leaf(uid, one.seq, one.hash) for place, uid in enumerate(UIDS) for one in journal(place) if one.seq in seqs]
        previous = statement_of("qlvb", number, NOW.isoformat(), leaves, previous)
        made.append(Checkpoint(number, previous, signed(previous.encode(), keys), leaves))
    return made


@pytest.fixture(scope="module")
def export(checkpoints, keys, tmp_path_factory):
    """What ``bin/qlvb audit export`` writes."""
    place = tmp_path_factory.mktemp("export")
    (place / CERTIFICATES).mkdir()
    (place / CERTIFICATES / "1.pem").write_bytes(sealkey.trusted(keys)[0])
    for one in checkpoints:
        write_checkpoint(place, one)
    with (place / JOURNALS).open("w", encoding="utf-8") as stream:
        for number, uid in enumerate(UIDS):
            write_journal(stream, uid, f"/qlvb/skhcn/{number}", journal(number))
    write_sums(place)
    return place


@pytest.fixture
def says(capsys):
    """``says(place)``: (status, words) of ``bin/qlvb audit verify --from``."""

    def run(place):
        status = audit.verify_package(Namespace(package=str(place), trust=None, stamps=None))
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def flip(data, place, bit):
    return data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]


def files_of(place):
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file())


def test_what_nobody_touched_holds_for_sha256sum_too(export, says):
    assert says(export)[0] == 0
    subprocess.run(["sha256sum", "--quiet", "--strict", "-c", SUMS], cwd=export, check=True)
    assert files_of(export) == [SUMS, "certificates/1.pem", *(f"checkpoints/00000{n}.{e}" for n in (1, 2) for e in ("json", "leaves", "p7s")), JOURNALS]


@pytest.mark.parametrize("place", range(9))
def test_any_bit_of_an_export(export, says, tmp_path, place):
    """Each file of it, at places spread over the whole file and every bit of a byte in turn."""
    copy = tmp_path / "copy"
    shutil.copytree(export, copy)
    name = files_of(copy)[place]
    path, data = copy / name, (export / name).read_bytes()
    for number, at in enumerate(range(0, len(data), max(1, len(data) // 41))):
        path.write_bytes(flip(data, at, number % 8))
        status, said = says(copy)
        assert status in (1, 2), (name, at)
        assert f"file {name}: " in said or name == SUMS, (name, at, said)
        if name == SUMS:
            assert "file " in said, (at, said)


def test_an_export_of_before_has_no_list_of_sums(export, says, tmp_path):
    shutil.copytree(export, tmp_path / "copy")
    (tmp_path / "copy" / SUMS).unlink()
    assert says(tmp_path / "copy")[0] == 0


def test_the_entry_is_named_whatever_of_it_was_altered(export, says, tmp_path):
    """Also by who makes the sums anew."""
    shutil.copytree(export, tmp_path / "copy")
    path = tmp_path / "copy" / JOURNALS
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], lines[1].replace("Quyết định 1.pdf", "Quyết định 7.pdf", 1), lines[2]]), encoding="utf-8")
    write_sums(tmp_path / "copy")
    status, said = says(tmp_path / "copy")
    assert status == 1
    assert f"record {UIDS[1]}, entry 1: was altered after checkpoint 1" in said


TEXTS = ("stamp", "actor", "on_behalf", "event", "detail_json", "previous", "hash")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_bit_of_any_entry_of_the_site(checkpoints, data):
    journals = {uid: journal(number) for number, uid in enumerate(UIDS)}
    uid = data.draw(st.sampled_from(UIDS))
    entry = data.draw(st.sampled_from(journals[uid]))
    number, name = entry.seq, data.draw(st.sampled_from((*TEXTS, "seq")))
    if name == "seq":
        entry.seq ^= 1 << data.draw(st.integers(0, 6))
    else:
        text = getattr(entry, name).encode()
        at = data.draw(st.integers(0, len(text) - 1))
        setattr(entry, name, flip(text, at, data.draw(st.integers(0, 7))).decode("utf-8", "surrogateescape"))
    proof = prove(
        [(one.statement, one.signature, one.leaves()) for one in checkpoints],
        [(key, links_of(entries)) for key, entries in journals.items()],
    )
    assert any(problem.startswith(f"record {uid}, entry {number}: ") for problem in proof.problems), (name, proof.problems)


def test_a_journal_that_cannot_be_read_is_named(checkpoints):
    found = [(uid, None if number == 1 else links_of(journal(number))) for number, uid in enumerate(UIDS)]
    proof = prove([(one.statement, one.signature, one.leaves()) for one in checkpoints], found)
    assert proof.problems == (f"record {UIDS[1]}: its journal cannot be read",)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_bit_of_a_checkpoint_of_the_site(checkpoints, keys, data):
    """Its statement, its signature (also where a byte proves nothing), the file with its list of entries."""
    number = data.draw(st.integers(0, 1))
    one = checkpoints[number]
    part = data.draw(st.sampled_from(("statement", "signature", "leaves")))
    if part == "leaves":
        with one._leaves.open("r") as stream:
            kept = Path(stream.name)
        before = kept.read_bytes()
        kept.write_bytes(flip(before, data.draw(st.integers(0, len(before) - 1)), data.draw(st.integers(0, 7))))
    else:
        before = getattr(one, part)
        raw = before.encode() if part == "statement" else before
        after = flip(raw, data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(0, 7)))
        setattr(one, part, after.decode("utf-8", "replace") if part == "statement" else after)
    try:
        problems = list(
            prove(
                [(each.statement, each.signature, each.leaves()) for each in checkpoints],
                [(uid, links_of(journal(place))) for place, uid in enumerate(UIDS)],
                lambda statement, signature: said_of(verify(statement.encode(), signature, sealkey.trusted(keys))),
            ).problems
        )
        problems += [f"checkpoint {each.number}: signature" for each in checkpoints if not each.is_signature_kept]
    finally:
        if part == "leaves":
            kept.write_bytes(before)
        else:
            setattr(one, part, before)
    assert any(problem.startswith(f"checkpoint {number + 1}: ") for problem in problems), (part, problems)
