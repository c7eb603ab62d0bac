"""What programs of others say of our files: poppler's verifier, renderer and font list."""

from independent import pdfsig
from independent import trust_store
from io import BytesIO
import pikepdf
from PIL import Image
from PIL import ImageChops
import pytest
from qlvb.workflows.transfer.intake.pdfa.looking import look
import subprocess


DOTS = 60  # per inch


@pytest.fixture(scope="module")
def trust(keys, tmp_path_factory):
    """A certificate data base of NSS that trusts the demonstration root."""
    return trust_store(tmp_path_factory.mktemp("nss"), keys / "ca" / "trust.pem")


def test_poppler_trusts_both_signatures(sealed, trust, tmp_path):
    said = pdfsig(sealed, trust, tmp_path)
    assert said.count("Signature is Valid.") == 2
    assert said.count("Certificate is Trusted.") == 2
    assert said.count("ETSI.CAdES.detached") == 2
    assert said.count("SHA-256") == 2
    assert "Total document signed" in said.split("Signature #2")[1]


def test_poppler_sees_a_flipped_byte(sealed, trust, tmp_path):
    at = sealed.index(b"BAAAAA+")
    assert "Digest Mismatch" in pdfsig(sealed[:at] + b"CAAAAA+" + sealed[at + 7 :], trust, tmp_path)


def test_poppler_does_not_trust_strangers(sealed, strangers, tmp_path):
    assert "Certificate is Trusted." not in pdfsig(sealed, trust_store(tmp_path / "nss", None), tmp_path)


def pages(pdf, tmp_path, name):
    (tmp_path / f"{name}.pdf").write_bytes(pdf)
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-png", f"{name}.pdf", name], check=True, cwd=tmp_path)
    return [Image.open(path).convert("RGB") for path in sorted(tmp_path.glob(f"{name}-*.png"))]


def test_only_number_date_and_seal_look_different_from_what_the_person_signed(signed, sealed, tmp_path):
    with pikepdf.open(BytesIO(sealed)) as opened:
        fields = {str(field.T): [float(side) for side in field.Rect] for field in opened.Root.AcroForm.Fields}
        height = float(opened.pages[0].mediabox[3])
    scale = DOTS / 72
    before, after = pages(signed, tmp_path, "before"), pages(sealed, tmp_path, "after")
    assert len(before) == len(after) == 2
    assert ImageChops.difference(before[1], after[1]).getbbox() is None
    difference = ImageChops.difference(before[0], after[0])
    for name in ("Number", "Day", "Month", "Year", "Organisation"):
        x0, y0, x1, y1 = fields[name]
        box = (int(x0 * scale) - 1, int((height - y1) * scale) - 1, int(x1 * scale) + 2, int((height - y0) * scale) + 2)
        assert difference.crop(box).getbbox() is not None, f"{name} shows nothing"
        difference.paste((0, 0, 0), box)
    assert difference.getbbox() is None


def test_the_person_s_signature_is_seen_in_blue_and_the_seal_in_red(prepared, signed, sealed, tmp_path):
    stages = {"a": prepared, "b": signed, "c": sealed}
    first, second, third = (pages(pdf, tmp_path, name)[0] for name, pdf in stages.items())

    def count(image, wanted):
        return sum(1 for pixel in image.getdata() if wanted(*pixel))

    def blue(r, g, b):
        return b > r + 60 and b > g + 40

    def red(r, g, b):
        return r > g + 80 and r > b + 80

    assert count(first, blue) == 0 < count(second, blue)
    assert count(third, red) > count(second, red) + 200


def test_every_font_of_the_sealed_file_is_embedded(sealed, tmp_path):
    (tmp_path / "sealed.pdf").write_bytes(sealed)
    said = subprocess.run(["pdffonts", tmp_path / "sealed.pdf"], capture_output=True, text=True, check=True).stdout
    lines = said.splitlines()[2:]
    assert len(lines) >= 3
    assert all(line.split()[-5] == "yes" for line in lines)


def test_number_and_date_are_text(sealed, tmp_path):
    (tmp_path / "sealed.pdf").write_bytes(sealed)
    said = subprocess.run(["pdftotext", "-layout", tmp_path / "sealed.pdf", "-"], capture_output=True, text=True).stdout
    assert "Số: 15 /SKHCN-CNTT&CĐS" in " ".join(said.split())
    assert "ngày 05 tháng 01 năm 2026" in " ".join(said.split())


def test_signing_keeps_the_claim_of_pdf_a(sealed):
    with pikepdf.open(BytesIO(sealed)) as opened:
        assert opened.open_metadata().pdfa_status == "2B"
        for field in opened.Root.AcroForm.Fields:
            assert "/N" in field.AP
            assert int(field.F) & 4
    assert look(sealed).faults == ()
