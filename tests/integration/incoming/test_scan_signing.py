"""Ký số bản số hóa: the agency's signature on the digitised copy of a paper."""

from independent import pdfsig
from independent import trust_store
from made_files import text_pdf
from outgoing_story import key_directory  # noqa: F401
from outgoing_story import keys  # noqa: F401
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.incoming.duplicates import hashes_of
from received import received
from scanned import paper_scan


CLERK = "vanthusnv"


@pytest.fixture
def letter(actors, keys):  # noqa: F811
    """A paper letter with its scan, read (no letters in it) and registered."""
    record = received(arrival_channel="post", paper=True)
    add(record, paper_scan())
    return actors.bring_to(record, "registered")


def add(record, pdf, role="main", name="quet.pdf"):
    stored = IFileStore(record).add(role, name, pdf, by=CLERK)
    stored.current.set_text("")
    return stored


def test_a_scan_that_breaks_the_rules_of_pdf_is_signed_in_a_mended_version(actors, keys):  # noqa: F811
    record = received(arrival_channel="post", paper=True)
    came = add(record, paper_scan(regular=False)).current
    actors.bring_to(record, "registered")
    actors.do(record, "sign_scan", CLERK)
    versions = IFileStore(record).main().versions()
    assert [version.kind for version in versions] == ["upload", "prepared", "sealed"]
    assert versions[2].data().startswith(versions[1].data())
    assert "đúng chuẩn PDF" in versions[1].note
    assert came.sha256 in hashes_of(record)


def test_the_agency_signs_and_the_scan_stays(actors, letter, key_directory, tmp_path):  # noqa: F811
    scanned = IFileStore(letter).main().current
    known = hashes_of(letter)
    result = actors.do(letter, "sign_scan", CLERK)
    signed = IFileStore(letter).main().current
    assert result["files"] == ["quet.pdf"]
    assert (signed.number, signed.kind) == (2, "sealed")
    assert signed.data().startswith(scanned.data())
    assert IFileStore(letter).main().version(1).data() == scanned.data()
    said = pdfsig(signed.data(), trust_store(tmp_path / "nss", key_directory / "ca" / "trust.pem"), tmp_path)
    assert said.count("Signature is Valid.") == said.count("Certificate is Trusted.") == 1
    assert "Total document signed" in said
    assert set(known) < set(hashes_of(letter))
    entry = IJournal(letter).entries(newest_first=True, events=("act.sign_scan",))
    assert [one.detail["filename"] for one in entry] == ["quet.pdf"]
    assert "sign_scan" not in actors.offered(letter, CLERK)
    assert actors.refused(letter, "sign_scan", CLERK) == (400, ["not_scanned"])


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_scan_that_lies_on_its_side_is_signed(actors, keys, key_directory, tmp_path, turn):  # noqa: F811
    record = received(arrival_channel="post", paper=True)
    scan = paper_scan(turn=turn)
    add(record, scan)
    actors.bring_to(record, "registered")
    actors.do(record, "sign_scan", CLERK)
    signed = IFileStore(record).main().current.data()
    assert signed.startswith(scan)
    said = pdfsig(signed, trust_store(tmp_path / "nss", key_directory / "ca" / "trust.pem"), tmp_path)
    assert said.count("Signature is Valid.") == 1


def test_only_scans_are_signed(actors, letter):
    composed = add(letter, text_pdf("Kính gửi: Sở Nội vụ"), "original", "thu.pdf")
    second = add(letter, paper_scan(stain=(0, 90, 0)), "original", "trang-sau.pdf")
    assert actors.do(letter, "sign_scan", CLERK)["files"] == ["quet.pdf", "trang-sau.pdf"]
    kinds = [IFileStore(letter).get(stored.id).current.kind for stored in (composed, second)]
    assert kinds == ["upload", "sealed"]


@pytest.mark.parametrize(
    ("changes", "scan", "codes"),
    [
        ({"paper": False}, {}, ["not_scanned"]),
        ({}, {"resolution": 150, "mode": "L"}, ["scan_not_in_colour", "scan_resolution"]),
    ],
)
def test_what_cannot_be_signed_stays_as_it_is(actors, keys, changes, scan, codes):  # noqa: F811
    record = received(**{"arrival_channel": "post", "paper": True, **changes})
    add(record, paper_scan(**scan))
    actors.bring_to(record, "registered")
    assert actors.refused(record, "sign_scan", CLERK) == (400, codes)
    assert IFileStore(record).main().current.number == 1


def test_it_waits_for_the_words_of_the_scan(actors, letter):
    IFileStore(letter).main().current.text_state = "queued"
    assert actors.refused(letter, "sign_scan", CLERK) == (409, ["text_pending"])


def test_without_a_key_or_the_right_nothing_is_signed(actors, letter, monkeypatch, tmp_path):
    assert actors.refused(letter, "sign_scan", "vuhaiyen")[0] in (403, 404)
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    assert actors.refused(letter, "sign_scan", CLERK) == (400, ["no_key"])
