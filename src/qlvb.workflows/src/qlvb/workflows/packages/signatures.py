"""What is told of the digital signatures in a file; the file itself is never touched."""

from base64 import b64encode
from pyhanko.pdf_utils.reader import PdfFileReader
from qlvb.content.packages.model import Signature
from qlvb.workflows.signing.files import DAMAGE


PDF = "application/pdf"
#: Larger files are not searched for signatures: the reader holds what it reads.
MOST = 64 << 20


def signatures_of(version):
    """The signatures in a version (IFileVersion): tuple of Signature; none of what is no PDF or cannot be read."""
    if version.mimetype != PDF or version.size > MOST:
        return ()
    try:
        with version.blob.open("r") as stream:
            reader = PdfFileReader(stream, strict=False)
            return () if reader.encrypted else tuple(_told(one) for one in reader.embedded_signatures)
    except (*DAMAGE, OSError):  # a broken or lost file is named when it is copied
        return ()


def _told(found):
    moment = found.self_reported_timestamp
    certificate = found.signer_cert
    return Signature(
        signer=certificate.subject.native.get("common_name", "") if certificate is not None else "",
        method=str(found.sig_object["/SubFilter"]).lstrip("/") if "/SubFilter" in found.sig_object else "PKCS#7",
        value=b64encode(found.pkcs7_content).decode("ascii"),
        when=moment.isoformat() if moment else "",
    )
