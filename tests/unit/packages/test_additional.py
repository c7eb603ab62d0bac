"""Additional metadata travel in packages (NĐ 30/2020, Phụ lục VI, VI-7c), and validators of others have no objection, to
what they say of parts either.
"""

from dataclasses import replace
from packed import DIVISION
from packed import package
import pytest
from qlvb.content.additional.definition import AdditionalField
from qlvb.content.additional.interfaces import Said
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.building import build
from qlvb.content.packages.reading import canonical
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate
import subprocess
import zipfile


LOT = Said(AdditionalField("so_lo", "Số lô <kho> & kệ"), "L-07 & “A”")
COST = Said(AdditionalField("kinh_phi", "Kinh phí", "number"), "12.5")
CHECKED = Said(AdditionalField("ngay_kiem", "Ngày kiểm", "date"), "2026-03-09", "Chi cục Văn thư")


def told(kind):
    """A Package whose dossier and document say more than TT 05/2025 asks."""
    plain = package(kind)
    document = replace(plain.documents[0], additional=(LOT, CHECKED))
    return replace(plain, documents=(document,), additional=(COST,), **DIVISION.get(kind, {}))


@pytest.mark.parametrize("kind", ["SIP", "AIP", "DIP", "SIP_tailieu", "AIP_tailieu"])
def test_validators_of_others_find_nothing(kind, tmp_path, eark):
    path, _digest, findings = build(told(kind), tmp_path, validate)
    assert findings == []
    assert [rule for rule, _message in eark(path)] == (["SIP14"] if kind.startswith("SIP") else [])
    with PackageArchive(path) as archive:
        folder = archive.unpack(tmp_path / "out")
    names = [str(one.relative_to(folder)) for one in folder.rglob("additional*.xml")]
    assert len(names) == 2
    schemas = {"parts": [str(one.relative_to(folder)) for one in folder.rglob("parts.xml")], "additional": names}
    assert len(schemas["parts"]) == (kind in DIVISION)
    schemas["premis-v3-0"] = [str(one.relative_to(folder)) for one in folder.rglob("PREMIS*.xml")]
    for schema, name in [(schema, name) for schema, found in schemas.items() for name in found]:
        checked = ["xmllint", "--noout", "--nonet", "--schema", f"schemas/{schema}.xsd", name]
        done = subprocess.run(checked, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    for name in ("METS.xml", "representations/rep1/METS.xml"):
        checked = ["xmllint", "--noout", "--nonet", "--schema", "schemas/METS.xsd", name]
        done = subprocess.run(checked, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_what_was_said_is_read_with_the_body_that_says_it(tmp_path):
    path, _digest, _findings = build(told("SIP"), tmp_path, validate)
    with PackageArchive(path) as archive:
        found = read(archive)
    maker = "Sở Khoa học và Công nghệ"
    assert found.additional == (replace(COST, origin=maker),)
    assert found.documents[0].additional == (replace(LOT, origin=maker), CHECKED)
    assert found.others == ()
    said = canonical(found)
    assert said["additional"] == [[maker, "kinh_phi", "Kinh phí", "number", "12.5"]]
    assert [one[-1] for one in said["documents"][0]["additional"]] == ["L-07 & “A”", "2026-03-09"]


def test_a_package_without_has_no_such_file(tmp_path):
    path, _digest, _findings = build(package("SIP"), tmp_path, validate)
    assert not [name for name in zipfile.ZipFile(path).namelist() if name.rpartition("/")[2].startswith("additional") and name.endswith(".xml")]
    with PackageArchive(path) as archive:
        assert read(archive).additional == ()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said(AdditionalField("d", "D", "date"), "2026-02-30"), "additional_wrong"),
        (Said(AdditionalField("n", "N", "number"), "nhiều"), "additional_wrong"),
        (Said(AdditionalField("Bad Id", "D"), "x"), "schema_invalid"),
        (Said(AdditionalField("a", "D", "colour"), "x"), "schema_invalid"),
        (Said(AdditionalField("a", "D"), "x" * 501), "schema_invalid"),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_named(said, code, tmp_path):
    path, _digest, findings = build(replace(package("SIP"), additional=(said,)), tmp_path, lambda path: [])
    assert findings == []
    found = validate(path)
    assert {one.code for one in found} == {code}
    assert {one.path for one in found} == {"metadata/descriptive/additional.xml"}
