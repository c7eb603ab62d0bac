"""The kept key signs what pyHanko's own signer signs, byte for byte, and is read once."""

import asyncio
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import CertificateBuilder
from cryptography.x509 import Name
from cryptography.x509 import NameAttribute
from cryptography.x509 import NameOID
from datetime import datetime
from datetime import timedelta
from pyhanko.sign.signers import SimpleSigner
import pytest
from qlvb.workflows.signing import kept_key


PASSPHRASE, DATA = b"mat-khau", "Văn bản".encode()


def packed(key):
    """PKCS#12 of a key with a certificate of its own."""
    name = Name([NameAttribute(NameOID.COMMON_NAME, "Thử")])
    start = datetime(2026, 1, 1)
    built = CertificateBuilder(name, name, key.public_key(), 1, start, start + timedelta(days=3650))
    certificate = built.sign(key, hashes.SHA256())
    encryption = serialization.BestAvailableEncryption(PASSPHRASE)
    return pkcs12.serialize_key_and_certificates(b"thu", key, certificate, None, encryption)


@pytest.fixture(scope="module")
def data():
    return packed(rsa.generate_private_key(65537, 2048))


@pytest.mark.parametrize("digest", ["sha256", "sha512"])
def test_it_signs_as_pyhanko_does(data, digest):
    plain = SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=PASSPHRASE)
    kept = kept_key.signer_of(data, PASSPHRASE)
    assert isinstance(kept, kept_key.KeptKeySigner)
    signed = asyncio.run(kept.async_sign_raw(DATA, digest))
    assert signed == plain.sign_raw(DATA, digest)
    assert len(asyncio.run(kept.async_sign_raw(DATA, digest, dry_run=True))) == len(signed)


def test_the_key_is_read_once(data, monkeypatch):
    kept = kept_key.signer_of(data, PASSPHRASE)

    def read(*_arguments, **_more):
        raise AssertionError("read again")

    monkeypatch.setattr(serialization, "load_der_private_key", read)
    assert kept.sign_raw(DATA, "sha256") == kept.sign_raw(DATA, "sha256")


def test_another_kind_of_key_is_signed_with_as_before():
    kept = kept_key.signer_of(packed(ec.generate_private_key(ec.SECP256R1())), PASSPHRASE)
    assert type(kept) is SimpleSigner and kept.sign_raw(DATA, "sha256")


def test_a_wrong_passphrase_opens_nothing(data):
    with pytest.raises(ValueError):
        kept_key.signer_of(data, b"khac")
