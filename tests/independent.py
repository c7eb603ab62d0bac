"""What programs of others say of signatures: pdfsig of poppler and pyHanko, each trusting what the test says."""

from asn1crypto import pem
from asn1crypto import x509
from io import BytesIO
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
import subprocess


def trust_store(directory, root):
    """Make in ``directory`` a certificate data base of NSS that trusts the PEM file ``root`` (nothing when None)."""
    directory.mkdir(parents=True, exist_ok=True)
    base = ["-d", f"sql:{directory}"]
    subprocess.run(["certutil", "-N", *base, "--empty-password"], check=True)
    if root is not None:
        subprocess.run(["certutil", "-A", *base, "-n", "root", "-t", "CT,C,C", "-i", root], check=True)
    return f"sql:{directory}"


def pdfsig(pdf, trust, tmp_path):
    """What pdfsig prints of the bytes ``pdf``."""
    path = tmp_path / "signed.pdf"
    path.write_bytes(pdf)
    command = ["pdfsig", "-no-ocsp", "-nssdir", trust, path]
    return subprocess.run(command, capture_output=True, text=True).stdout


def pyhanko_says(pdf, root):
    """pyHanko's status of every signature of ``pdf``, in the order of the file; ``root`` is a PEM file."""
    roots = [x509.Certificate.load(der) for _kind, _headers, der in pem.unarmor(root.read_bytes(), multiple=True)]
    signatures = PdfFileReader(BytesIO(pdf)).embedded_regular_signatures
    return [
        validate_pdf_signature(signature, ValidationContext(trust_roots=roots, allow_fetching=False))
        for signature in signatures
    ]
