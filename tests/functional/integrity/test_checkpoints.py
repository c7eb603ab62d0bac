"""Checkpoints over real journals; programs of others read the signatures."""

from argparse import Namespace
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
import json
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.integrity.interfaces import ICheckpoints
from qlvb.content.journal.interfaces import IJournal
from qlvb.policy.commands import audit
from qlvb.workflows.integrity.checkpointing import make_checkpoints
from qlvb.workflows.integrity.checkpointing import prove_site
from qlvb.workflows.integrity.statement_signing import StatementNotSigned
import subprocess
from threading import Thread
import transaction


def test_what_happened_is_covered_and_what_comes_after_is_covered_next(site, documents):
    covered = make_checkpoints(site)
    assert covered >= 6
    assert prove_site(site).holds
    assert make_checkpoints(site) == 0
    IJournal(documents[0]).append("changed", "leminhanh")
    transaction.commit()
    assert prove_site(site).uncovered == 1
    assert make_checkpoints(site) == 1
    proof = prove_site(site)
    assert proof.holds
    assert (proof.uncovered, proof.unstamped) == (0, proof.checkpoints)


def test_several_checkpoints_when_there_is_much(site):
    make_checkpoints(site, most=2)
    assert len(ICheckpoints(site).all()) >= 3
    assert prove_site(site).holds


def written_anew(document, seq, **changes):
    """Alter an entry as somebody would who knows how journals are made: all hashes after it fit."""
    entries = list(IJournal(document).entries())
    for name, value in changes.items():
        setattr(entries[seq - 1], name, value)
    previous = entries[0].previous
    for entry in entries:
        entry.previous = previous
        entry.hash = previous = entry.computed_hash()
    IJournal(document)._store.head = previous
    transaction.commit()


def test_an_entry_written_anew_with_all_after_it_is_named(site, documents):
    IJournal(documents[1]).append("changed", "leminhanh")
    transaction.commit()
    make_checkpoints(site)
    written_anew(documents[1], 2, actor="phamquochuy")
    assert IJournal(documents[1]).verify() is None
    first = prove_site(site).problems[0]
    assert first == f"record {IUUID(documents[1])}, entry 2: was altered after checkpoint 1"


def test_a_deleted_record_is_named(site, documents):
    make_checkpoints(site)
    uid = IUUID(documents[2])
    documents[2].__parent__._delOb(documents[2].getId())
    transaction.commit()
    assert prove_site(site).problems == (f"record {uid}: is gone, with the entries that checkpoint 1 proves",)


def test_a_statement_of_another_key_is_named(site, audit_keys):
    make_checkpoints(site)
    for path in audit_keys.glob("*.pem"):
        path.unlink()
    make_checkpoints(site)
    checkpoint = ICheckpoints(site).last()
    from qlvb.workflows.integrity import sealkey

    sealkey.ensure(audit_keys, "somebody else")
    assert prove_site(site).problems == (
        f"checkpoint {checkpoint.number}: it was signed with another key than the site's",
    )


@pytest.fixture
def package(site, tmp_path):
    make_checkpoints(site)
    assert audit.export(site, Namespace(directory=str(tmp_path / "package"))) == 0
    return tmp_path / "package"


def mended(site, document, package, capsys):
    status = audit.mend(site, Namespace(uid=IUUID(document), directory=str(package)))
    said = capsys.readouterr()
    return status, said.out + said.err


def test_altered_entries_come_back_from_an_export(site, documents, package, capsys):
    document = documents[1]
    right = [entry.payload() for entry in IJournal(document).entries()]
    assert mended(site, document, package, capsys)[0] == 1, "nothing is altered"
    written_anew(document, 1, actor="phamquochuy")
    IJournal(document)._store.entries[2].detail_json = '{"filename"'
    IJournal(document)._store._p_changed = True
    transaction.commit()
    assert not prove_site(site).holds
    status, said = mended(site, document, package, capsys)
    assert (status, said.startswith("Entries put back: 1, 2")) == (0, True), said
    transaction.begin()
    *before, last = IJournal(document).entries()
    assert [entry.payload() for entry in before] == right
    assert last.event == "journal_restored" and last.detail["instead"][0]["found"]["actor"] == "phamquochuy"
    assert (prove_site(site).problems, IJournal(document).verify(), IJournal(document).count("created")) == ((), None, 1)


def test_an_export_that_was_altered_itself_mends_nothing(site, documents, package, capsys):
    written_anew(documents[1], 2, actor="phamquochuy")
    journals = package / "journals.jsonl"
    journals.write_text(journals.read_text().replace("vanthuskhcn", "phamquochuy"))
    status, said = mended(site, documents[1], package, capsys)
    assert (status, "không có dòng 1" in said or "không có dòng 2" in said) == (1, True), said
    assert not prove_site(site).holds and IJournal(documents[1]).count("journal_restored") == 0
    journals.write_text("khong phai nhat ky")
    assert mended(site, documents[1], package, capsys)[0] == 2


def verified(package, capsys, **options):
    options = {"package": str(package), "trust": None, "stamps": None, **options}
    status = audit.verify_package(Namespace(**options))
    return status, capsys.readouterr().out


def test_a_package_proves_without_the_site(package, capsys):
    status, said = verified(package, capsys)
    assert status == 0
    assert "0 problems" in said


def test_one_letter_changed_in_a_package_is_named(package, capsys):
    path = package / "journals.jsonl"
    lines = path.read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if "tep-1.pdf" in line)
    uid = json.loads(lines[at])["uid"]
    lines[at] = lines[at].replace("tep-1.pdf", "tep-l.pdf")
    path.write_text("\n".join(lines) + "\n")
    status, said = verified(package, capsys)
    assert status == 1
    assert f"record {uid}, entry 2: was altered after checkpoint 1" in said


@pytest.mark.parametrize("name", ["journals.jsonl", "checkpoints/000001.leaves", "checkpoints/000001.p7s"])
def test_a_package_with_a_file_missing_says_so(package, capsys, name):
    (package / name).unlink()
    assert verified(package, capsys)[0] == 2


def test_openssl_reads_the_signature(package):
    place = package / "checkpoints"
    subprocess.run(
        ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", place / "000001.p7s"]
        + ["-content", place / "000001.json", "-CAfile", package / "certificates" / "1.pem", "-purpose", "any"],
        check=True,
        capture_output=True,
    )


CONFIGURATION = """
[tsa]
default_tsa = here
[here]
serial = {place}/serial
signer_cert = {place}/cert.pem
signer_key = {place}/key.pem
certs = {place}/cert.pem
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
"""


@contextmanager
def time_stamping_authority(place):
    """An authority made of openssl, over HTTP: yields its address."""
    place.mkdir()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=TSA"]
        + ["-addext", "extendedKeyUsage=critical,timeStamping", "-addext", "keyUsage=critical,digitalSignature"]
        + ["-keyout", place / "key.pem", "-out", place / "cert.pem"],
        check=True,
        capture_output=True,
    )
    (place / "serial").write_text("01")
    (place / "ts.cnf").write_text(CONFIGURATION.format(place=place))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            (place / "query").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            reply = ["openssl", "ts", "-reply", "-config", place / "ts.cnf", "-queryfile", place / "query"]
            answer = subprocess.run(reply, check=True, capture_output=True).stdout
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_args):
            """Quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_a_checkpoint_is_stamped_by_an_authority(site, tmp_path, monkeypatch, capsys):
    with time_stamping_authority(tmp_path / "tsa") as address:
        monkeypatch.setenv("QLVB_TSA_URL", address)
        make_checkpoints(site)
    proof = prove_site(site)
    assert proof.holds
    assert proof.unstamped == 0
    audit.export(site, Namespace(directory=str(tmp_path / "package")))
    assert verified(tmp_path / "package", capsys, stamps=[str(tmp_path / "tsa" / "cert.pem")])[0] == 0
    another = [str(next((tmp_path / "package" / "certificates").glob("*.pem")))]
    assert "its time stamp does not hold" in verified(tmp_path / "package", capsys, stamps=another)[1]


def test_an_authority_out_of_reach_makes_no_checkpoint(site, monkeypatch):
    monkeypatch.setenv("QLVB_TSA_URL", "http://127.0.0.1:9/")
    with pytest.raises(StatementNotSigned):
        make_checkpoints(site)
    assert ICheckpoints(site).last() is None
    monkeypatch.delenv("QLVB_TSA_URL")
    assert make_checkpoints(site) > 0


def test_what_was_found_is_told_whatever_keeps_it_from_the_screens(site, documents, monkeypatch, capsys):
    """An index of another version, a full disk: the command still names what was altered."""
    make_checkpoints(site)
    written_anew(documents[1], 2, actor="phamquochuy")

    def broken(*_given):
        raise RuntimeError("no index")

    monkeypatch.setattr(audit, "keep_proof", broken)
    assert audit.verify_site(site, None) == 1
    said = capsys.readouterr()
    assert f"record {IUUID(documents[1])}, entry 2" in said.out and "no index" in said.err
