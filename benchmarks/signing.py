"""Signing a page with a visible signature, against pyHanko called directly on the same file, key and picture."""

from benchmarks import Result
from io import BytesIO
from pathlib import Path
from PIL import Image
from pyhanko.pdf_utils.images import PdfImage
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign.signers import PdfSignatureMetadata
from pyhanko.sign.signers import PdfSigner
from pyhanko.sign.signers import SimpleSigner
from pyhanko.stamp import StaticStampStyle
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.signing import form
from qlvb.workflows.signing import signatures
from qlvb.workflows.signing.certificates import load_pem
from qlvb.workflows.signing.places import find_places
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter


LETTER = Path(__file__).parents[1] / "tests" / "unit" / "signing" / "data" / "letter.pdf"
PERSON = {
    "userid": "ha",
    "fullname": "Nguyễn Thị Thu Hà",
    "position": "Giám đốc",
    "organisation": "Sở Khoa học và Công nghệ",
}
ROUNDS = 25


def directly(pdf, signer, image):
    """What a programmer writes who uses pyHanko and nothing of ours."""
    metadata = PdfSignatureMetadata(
        field_name="Person",
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=fields.MDPPerm.FILL_FORMS,
    )
    style = StaticStampStyle(background=PdfImage(Image.open(BytesIO(image))), background_opacity=1.0, border_width=0)
    output = BytesIO()
    PdfSigner(metadata, signer, stamp_style=style).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), output=output)
    return output.getvalue()


def timed(call, *arguments):
    started = perf_counter()
    call(*arguments)
    return perf_counter() - started


def measure(options=None):
    """list of Result: the ratio and both medians."""
    with TemporaryDirectory() as directory:
        demo_ca.ensure(directory, [PERSON])
        place = Path(directory)
        data = (place / "people" / "ha.p12").read_bytes()
        signer = SimpleSigner.load_pkcs12_data(data, other_certs=[], passphrase=demo_ca.passphrase(place))
        image = (place / "people" / "ha.png").read_bytes()
        roots = load_pem((place / "ca" / "trust.pem").read_bytes())
    letter = LETTER.read_bytes()
    prepared = form.add_form(letter, find_places(letter, PERSON["fullname"]))
    ours, direct = [], []
    for _round in range(ROUNDS + 3):
        direct.append(timed(directly, prepared, signer, image))
        ours.append(timed(signatures.sign_person, prepared, signer, image, "Ký duyệt", "", roots))
    ours, direct = median(ours[3:]), median(direct[3:])
    return [
        Result("sign_person against pyHanko directly", ours / direct, "times", 1.3),
        Result("sign_person", ours * 1000, "ms"),
        Result("pyHanko directly", direct * 1000, "ms"),
    ]
