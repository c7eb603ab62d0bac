"""The demonstration authority, its files and the ring that reads them."""

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
from datetime import timedelta
from io import BytesIO
import os
from PIL import Image
import pytest
from qlvb.content import clock
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.signing.demo_pictures import seal_picture
from qlvb.workflows.signing.demo_pictures import signature_picture
from qlvb.workflows.signing.keyring import DirectoryKeyRing
from qlvb.workflows.signing.keyring import key_directory
import stat
import time


HA = {
    "userid": "ha",
    "fullname": "Nguyễn Thị Thu Hà",
    "position": "Giám đốc",
    "organisation": "Sở Khoa học và Công nghệ",
}


def certificate(directory, kind, name):
    return x509.load_pem_x509_certificate((directory / kind / f"{name}.pem").read_bytes())


def test_again_changes_nothing(tmp_path):
    assert demo_ca.ensure(tmp_path, [HA]) == ["people/ha"]
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert demo_ca.ensure(tmp_path, [HA]) == []
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_new_post_needs_a_new_certificate(tmp_path):
    demo_ca.ensure(tmp_path, [HA])
    first = certificate(tmp_path, "people", "ha").serial_number
    assert demo_ca.ensure(tmp_path, [{**HA, "position": "Phó Giám đốc"}]) == ["people/ha"]
    assert certificate(tmp_path, "people", "ha").serial_number != first


def test_what_runs_out_is_renewed(tmp_path):
    demo_ca.ensure(tmp_path, [HA])
    with clock.held(clock.now() + timedelta(days=4 * 365 - 10)):
        assert demo_ca.ensure(tmp_path, [HA]) == ["people/ha"]


def test_certificates(keys):
    person, seal = certificate(keys, "people", "ha"), certificate(keys, "agencies", "skhcn")
    for found in (person, seal):
        lifetime = found.not_valid_after_utc - found.not_valid_before_utc
        assert lifetime <= timedelta(days=5 * 365 + 2)
        usage = found.extensions.get_extension_for_class(x509.KeyUsage).value
        assert usage.digital_signature and usage.content_commitment and not usage.key_cert_sign
        assert found.signature_hash_algorithm.name == "sha256"
        assert found.public_key().key_size >= 2048
    names = {attribute.oid._name: attribute.value for attribute in person.subject}
    assert names["title"] == "Giám đốc" and names["commonName"] == "Nguyễn Thị Thu Hà"


def test_private_keys_are_for_the_owner_only(keys):
    assert stat.S_IMODE(keys.stat().st_mode) & 0o077 == 0
    for path in keys.rglob("*"):
        if path.is_file() and path.name != ".lock":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    data = (keys / "people" / "ha.p12").read_bytes()
    with pytest.raises(ValueError):
        pkcs12.load_key_and_certificates(data, None)
    with pytest.raises(ValueError):
        pkcs12.load_key_and_certificates(data, b"guess")
    assert len(demo_ca.passphrase(keys)) >= 32


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", ".hidden", "người", "", "x" * 100])
def test_names_never_leave_the_directory(name):
    safe = demo_ca.safe_name(name)
    assert "/" not in safe and not safe.startswith(".") and safe.isascii() and safe
    assert safe != demo_ca.safe_name(name + "1")


def test_ring(ring):
    assert ring.for_person("ha").signing_cert.subject.native["common_name"] == "Nguyễn Thị Thu Hà"
    assert ring.for_agency("skhcn") is not None
    assert ring.person_image("ha").startswith(b"\x89PNG")
    assert ring.agency_image("skhcn").startswith(b"\x89PNG")
    assert len(ring.trust_roots()) == 1
    assert ring.for_person("ha") is ring.for_person("ha")


def test_ring_knows_nothing_of_others(ring):
    assert ring.for_person("nobody") is None
    assert ring.for_agency("") is None
    assert ring.person_image("../people/ha") is None
    assert ring.describe(userid="nobody") is None


def test_describe(ring):
    said = ring.describe(userid="ha")
    assert (said["subject"], said["position"]) == (HA["fullname"], HA["position"])
    assert said["organisation"] == HA["organisation"]
    assert said["valid_from"] < clock.now() < said["valid_to"] and not said["expired"]
    assert ring.describe(agency_id="skhcn")["subject"] == "Sở Khoa học và Công nghệ"
    with clock.held(clock.now() + timedelta(days=6 * 365)):
        assert ring.describe(userid="ha")["expired"]


def test_ring_without_directory(monkeypatch):
    monkeypatch.delenv("QLVB_KEYS", raising=False)
    monkeypatch.delenv("QLVB_VAR", raising=False)
    assert key_directory() is None
    ring = DirectoryKeyRing()
    assert ring.for_person("ha") is None and ring.trust_roots() == []


def test_ring_reads_a_renewed_key(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    demo_ca.ensure(tmp_path, [HA])
    ring = DirectoryKeyRing()
    first = ring.for_person("ha").signing_cert.serial_number
    demo_ca.ensure(tmp_path, [{**HA, "position": "Phó Giám đốc"}])
    later = time.time_ns() + 10**9
    os.utime(tmp_path / "people" / "ha.p12", ns=(later, later))
    assert ring.for_person("ha").signing_cert.serial_number != first


@pytest.mark.parametrize("picture", [signature_picture("Bùi Trung Kiên"), seal_picture("Ủy ban nhân dân tỉnh Sơn Hải")])
def test_pictures_are_transparent_and_always_the_same(picture):
    data = picture()
    assert data == picture()
    image = Image.open(BytesIO(data))
    assert image.mode == "RGBA"
    assert image.getchannel("A").getextrema()[0] == 0 < image.getchannel("A").getextrema()[1]


def test_every_name_has_a_signature_of_its_own():
    assert signature_picture("Bùi Trung Kiên")() != signature_picture("Trần Đức Long")()
