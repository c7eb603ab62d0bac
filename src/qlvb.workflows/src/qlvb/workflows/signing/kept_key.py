"""A signer whose key is checked when it is read, and not again whenever it signs.

pyHanko's SimpleSigner reads its key anew for each raw signature, of which one PDF needs two (the first only to see how
long it will be): reading an RSA key of 2048 bits proves its primes again, 36 ms against 0.3 ms for signing.
"""

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from pyhanko.sign.general import get_pyca_cryptography_hash
from pyhanko.sign.signers import SimpleSigner


_MECHANISM = "rsassa_pkcs1v15"


class KeptKeySigner(SimpleSigner):
    """Signs as ``loaded`` (SimpleSigner) does, with its ``key`` (RSAPrivateKey) at hand."""

    def __init__(self, loaded, key):
        super().__init__(loaded.signing_cert, loaded.signing_key, loaded.cert_registry)
        self._key = key

    async def async_sign_raw(self, data, digest_algorithm, dry_run=False):
        return bytes(self._key.key_size // 8) if dry_run else self.sign_raw(data, digest_algorithm)

    def sign_raw(self, data, digest_algorithm):
        if self.get_signature_mechanism_for_digest(digest_algorithm).signature_algo != _MECHANISM:
            return super().sign_raw(data, digest_algorithm)
        return self._key.sign(data, PKCS1v15(), get_pyca_cryptography_hash(digest_algorithm))


def signer_of(pkcs12, passphrase):
    """The SimpleSigner of the key and certificates in ``pkcs12`` (bytes). :raises ValueError: it cannot be opened."""
    loaded = SimpleSigner.load_pkcs12_data(pkcs12, other_certs=[], passphrase=passphrase)
    key = serialization.load_der_private_key(loaded.signing_key.dump(), password=None)
    return KeptKeySigner(loaded, key) if isinstance(key, RSAPrivateKey) else loaded
