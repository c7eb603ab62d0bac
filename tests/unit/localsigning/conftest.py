"""The files of the signing room, stage by stage, and their authority."""

from pathlib import Path
import pytest
from qlvb.workflows.signing import demo_ca
from qlvb.workflows.signing import form
from qlvb.workflows.signing import signatures
from qlvb.workflows.signing.keyring import DirectoryKeyRing
from qlvb.workflows.signing.places import find_places


AGENCY = "Sở Khoa học và Công nghệ"
PEOPLE = [
    {"userid": "ha", "fullname": "Nguyễn Thị Thu Hà", "position": "Giám đốc", "organisation": AGENCY},
    {"userid": "kien", "fullname": "Bùi Trung Kiên", "position": "Phó Giám đốc", "organisation": AGENCY},
]


@pytest.fixture(scope="package")
def ring(tmp_path_factory):
    directory = tmp_path_factory.mktemp("keys")
    demo_ca.ensure(directory, PEOPLE, [{"id": "skhcn", "title": AGENCY, "identifier": "H99.12"}])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QLVB_KEYS", str(directory))
        yield DirectoryKeyRing()


@pytest.fixture(scope="package")
def letter():
    return (Path(__file__).parent.parent / "signing" / "data" / "letter.pdf").read_bytes()


@pytest.fixture(scope="package")
def made(ring, letter):
    """dict of the stages up to the number: prepared, signed, numbered."""
    roots = ring.trust_roots()
    prepared = form.add_form(letter, find_places(letter, "Nguyễn Thị Thu Hà", ["GIÁM ĐỐC"]))
    signed = signatures.sign_person(prepared, ring.for_person("ha"), ring.person_image("ha"), trust_roots=roots)
    numbered = signatures.fill(signed, "15", ("05", "01", "2026"), roots)
    return {"prepared": prepared, "signed": signed, "numbered": numbered}
