"""Packages are what TT 05/2025 and E-ARK ask for, as validators of others see them; and what is altered is named."""

from hashlib import sha256
from io import BytesIO
from packed import FILM
from packed import PICTURE
from packed import package
from packed import packed
from packed import rewritten
from packed import validators_python
import pytest
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.building import build
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.reading import canonical
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate
import re
import subprocess
import zipfile


@pytest.mark.parametrize("kind", ["SIP", "AIP", "DIP", "SIP_tailieu", "AIP_tailieu"])
class TestEachKind:
    def test_the_independent_validator_finds_nothing_but_its_own_mistake(self, kind, tmp_path, eark):
        path, _digest, findings = build(package(kind), tmp_path, validate)
        assert findings == []
        assert [rule for rule, _message in eark(path)] == (["SIP14"] if kind.startswith("SIP") else [])

    def test_schemas_and_sums_hold_for_commands_of_others(self, kind, tmp_path):
        path, digest, _findings = build(package(kind), tmp_path, validate)
        assert digest == sha256(path.read_bytes()).hexdigest()
        with PackageArchive(path) as archive:
            folder = archive.unpack(tmp_path / "out")
        checked = [
            ("METS.xsd", ["METS.xml", "representations/rep1/METS.xml"]),
            ("EAD.xsd", ["metadata/descriptive/EAD.xml"]),
            ("EAD_doc.xsd", [str(one.relative_to(folder)) for one in folder.glob("representations/rep1/metadata/descriptive/EAD_doc_*")]),
            ("premis-v3-0.xsd", [str(one.relative_to(folder)) for one in folder.rglob("PREMIS*.xml")]),
            ("process.xsd", [str(one.relative_to(folder)) for one in folder.rglob("*process.xml")]),
        ]
        assert len(checked[3][1]) == (2 if kind.startswith("AIP") else 0)
        for schema, names in checked:
            for name in names:
                done = subprocess.run(
                    ["xmllint", "--noout", "--nonet", "--schema", f"schemas/{schema}", name], cwd=folder, capture_output=True, text=True, check=False
                )
                assert done.returncode == 0, done.stderr
        listed = fixity(folder)
        assert set(listed) | {"METS.xml"} == {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}

    def test_every_file_altered_is_named(self, kind, tmp_path):
        path, _digest, _findings = build(package(kind), tmp_path, validate)
        with PackageArchive(path) as archive:
            names = [name for name in archive.names if name != "METS.xml"]
        for name in names:
            altered = rewritten(path, tmp_path / "altered.zip", lambda found, data, name=name: flipped(data) if found == name else data)
            assert name in [finding.path for finding in validate(altered)], name

    def test_the_bytes_of_files_are_untouched(self, kind, tmp_path):
        data = bytes(range(256)) * 9000
        path, _digest, _findings = build(package(kind, files=[packed(data=data)]), tmp_path, validate)
        with PackageArchive(path) as archive:
            assert archive.read("representations/rep1/data/05.pdf") == data


def fixity(folder):
    """The sums of METS through the commands of testing-tools 1.4: every listed path, checked by sha256sum."""
    lines = []
    for mets in (folder / "METS.xml", folder / "representations/rep1/METS.xml"):
        base = str(mets.parent.relative_to(folder))
        place = "" if base == "." else f"{base}/"
        for element, address in (("file", "m:FLocat/@x:href"), ("mdRef", "@x:href")):
            done = subprocess.run(
                ["xmlstarlet", "sel", "-N", "m=http://www.loc.gov/METS/", "-N", "x=http://www.w3.org/1999/xlink", "-t", "-m", f"//m:{element}"]
                + ["-v", "translate(@CHECKSUM,'ABCDEF','abcdef')", "-o", "  ", "-v", f"concat('{place}',{address})", "-n", str(mets)],
                capture_output=True,
                text=True,
                check=True,
            )
            lines += [line for line in done.stdout.splitlines() if line]
    done = subprocess.run(["sha256sum", "--quiet", "--strict", "-c", "-"], input="\n".join(lines), cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return [line.split("  ", 1)[1] for line in lines]


def flipped(data):
    """``data`` with one bit in its middle turned."""
    place = len(data) // 2
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_bit_flipped_in_the_zip_itself_is_found(tmp_path):
    path, digest, _findings = build(package(), tmp_path, validate)
    data = bytearray(path.read_bytes())
    place = bytes(data).index(b"van ban")
    data[place] ^= 4
    path.write_bytes(data)
    assert sha256(path.read_bytes()).hexdigest() != digest
    assert "representations/rep1/data/05.pdf" in [finding.path for finding in validate(path)]


def test_a_bag_of_it_is_whole_and_tells_what_is_altered_or_gone(tmp_path):
    """BagIt (RFC 8493), as archives send packages: the Library of Congress's ``bagit`` makes the bag and judges it."""
    path, _digest, _findings = build(package("AIP"), tmp_path, validate)
    with PackageArchive(path) as archive:
        bag = archive.unpack(tmp_path / "out")
        names = {f"data/{name}" for name in archive.names}

    def bagit(*options):
        return subprocess.run([validators_python(), "-m", "bagit", "--quiet", *options, bag], capture_output=True, check=False).returncode

    assert bagit("--sha256", "--sha512") == 0
    assert {line.split(None, 1)[1] for line in (bag / "manifest-sha256.txt").read_text().splitlines()} == names
    assert bagit("--validate") == 0
    document = bag / "data/representations/rep1/data/05.pdf"
    good = document.read_bytes()
    document.write_bytes(flipped(good))
    assert (bagit("--validate"), bagit("--validate", "--completeness-only")) == (1, 0)
    document.unlink()
    assert bagit("--validate", "--fast") == 1


def test_missing_and_unlisted_files_are_named(tmp_path):
    path, _digest, _findings = build(package(), tmp_path, validate)
    without = rewritten(path, tmp_path / "without.zip", lambda name, data: None if name.endswith("05.pdf") else data)
    assert ("file_missing", "representations/rep1/data/05.pdf") in [(one.code, one.path) for one in validate(without)]
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"{path.stem}/representations/rep1/data/them.txt", "x")
    assert [(one.code, one.path) for one in validate(path)] == [("file_not_listed", "representations/rep1/data/them.txt")]


def test_an_altered_history_is_named(tmp_path):
    """The METS sums of the altered file are renewed, so only the chain tells."""
    path, _digest, _findings = build(package(), tmp_path, validate)
    name = "documentation/process.xml"
    sums = {}

    def change(found, data):
        if found == name:
            sums["before"] = sha256(data).hexdigest()
            data = data.replace("Đ".encode(), "E ".encode())
            sums["after"] = sha256(data).hexdigest()
        return data.replace(sums["before"].encode(), sums["after"].encode()) if found == "METS.xml" else data

    altered = rewritten(path, tmp_path / "altered.zip", change)
    assert [(one.code, one.path) for one in validate(altered)] == [("history_altered", name)]


def test_documents_of_no_dossier_are_told_from_those_of_one(tmp_path):
    path, _digest, _findings = build(package("SIP_tailieu"), tmp_path, validate)
    with PackageArchive(path) as archive:
        found = read(archive)
        assert 'TYPE="Collection"' in archive.read("METS.xml").decode()
    assert (found.profile, found.fields["fileCode"], found.fields["source"]) == ("SIP_tailieu", "H99.12.2026.01.0000001", "0")
    taken_for_a_dossier = rewritten(path, tmp_path / "dossier.zip", lambda name, data: data.replace(b'TYPE="Collection"', b'TYPE="Mixed"'))
    assert ("field_unknown", "source") in [(one.code, one.detail) for one in validate(taken_for_a_dossier)]


@pytest.mark.parametrize(
    ("kind", "fields", "code", "detail"),
    [
        ("SIP_tailieu", {"source": "2"}, "value_no_boolean", "source: 2"),
        ("SIP_tailieu", {"source": ""}, "field_missing", "source"),
        ("SIP_tailieu", {"totalDoc": ""}, "field_missing", "totalDoc"),
        ("SIP_tailieu", {"maintenance": "01"}, "field_unknown", "maintenance"),
        ("AIP_tailieu", {"title": ""}, "field_missing", "title"),
        ("AIP_tailieu", {"totalDoc": "1"}, "field_unknown", "totalDoc"),
    ],
)
def test_fields_of_documents_of_no_dossier(tmp_path, kind, fields, code, detail):
    with pytest.raises(PackageBroken) as raised:
        build(package(kind, fields=fields), tmp_path, validate)
    assert [(one.code, one.detail) for one in raised.value.findings] == [(code, detail)]


SAID = {"eventName": "Lễ khai trương", "mode": "01", "riskRecovery": "0", "description": "Một <ảnh>"}


@pytest.mark.parametrize("kind", ["SIP", "AIP", "DIP", "SIP_tailieu"])
@pytest.mark.parametrize(
    ("part", "fields"),
    [
        ("EAD_pic", {**PICTURE, **SAID, "imageTitle": "Cắt băng", "photographer": "Trần An", "photoTime": "02/02/2026", "colour": "01"}),
        ("EAD_media", {**FILM, **SAID, "movieTitle": "Lời phát biểu", "recordDate": "1998", "playTime": "00:12:05", "quality": "HD"}),
    ],
)
def test_pictures_and_films_keep_every_field_and_the_schema(tmp_path, eark, kind, part, fields):
    path, _digest, findings = build(package(kind, document=fields), tmp_path, validate)
    assert findings == [] and {rule for rule, _message in eark(path)} <= {"SIP14"}
    with PackageArchive(path) as archive:
        (document,) = read(archive).documents
        folder = archive.unpack(tmp_path / "out")
    assert document.path.rpartition("/")[2].startswith(f"{part}_") and document.fields == fields
    subprocess.run(["xmllint", "--noout", "--nonet", "--schema", f"schemas/{part}.xsd", document.path], cwd=folder, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("fields", "code", "detail"),
    [
        ({**PICTURE, "typePic": "03"}, "value_not_in_list", "typePic: 03"),
        ({**PICTURE, "photographer": "x" * 301}, "value_too_long", "photographer: 301 > 300"),
        ({**PICTURE, "movieTitle": "x"}, "field_unknown", "movieTitle"),
        ({**FILM, "maintenance": ""}, "field_missing", "maintenance"),
        ({**FILM, "riskRecovery": "1"}, "field_missing", "riskRecoveryStatus"),
    ],
)
def test_pictures_and_films_keep_their_rules(tmp_path, fields, code, detail):
    with pytest.raises(PackageBroken) as raised:
        build(package(document=fields), tmp_path, validate)
    assert (code, detail) in [(one.code, one.detail) for one in raised.value.findings]


class TestNotBuilt:
    def test_a_damaged_file_is_named_and_nothing_is_left(self, tmp_path):
        with pytest.raises(PackageBroken) as raised:
            build(package(files=[packed(opened=lambda: BytesIO(b"other bytes"))]), tmp_path, validate)
        assert [(one.code, one.path) for one in raised.value.findings] == [("file_damaged", "representations/rep1/data/05.pdf")]
        assert list(tmp_path.iterdir()) == []

    def test_a_lost_file_is_named(self, tmp_path):
        def gone():
            raise FileNotFoundError("blob")

        with pytest.raises(PackageBroken) as raised:
            build(package(files=[packed(opened=gone)]), tmp_path, validate)
        assert [one.code for one in raised.value.findings] == ["file_unreadable"]
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        ("fields", "document", "code", "detail"),
        [
            ({"title": ""}, {}, "field_missing", "title"),
            ({"title": "x" * 1001}, {}, "value_too_long", "title: 1001 > 1000"),
            ({"maintenance": "08"}, {}, "value_not_in_list", "maintenance: 08"),
            ({"startDate": "2026-01-01"}, {}, "value_no_date", "startDate: 2026-01-01"),
            ({"startDate": "31/02/2026"}, {}, "value_no_date", "startDate: 31/02/2026"),
            ({"startDate": "03/02/2026"}, {}, "end_before_start", "endDate"),
            ({"numberOfPage": "ba"}, {}, "value_no_number", "numberOfPage: ba"),
            ({"riskRecovery": "2"}, {}, "value_no_boolean", "riskRecovery: 2"),
            ({"riskRecovery": "1"}, {}, "field_missing", "riskRecoveryStatus"),
            ({"confidenceLevel": "02"}, {}, "field_missing", "paperFileCode"),
            ({"colour": "red"}, {}, "field_unknown", "colour"),
            ({}, {"process": "0"}, "process_missing", "process"),
            ({}, {"codeNumber": "1" * 12}, "value_too_long", "codeNumber: 12 > 11"),
            ({}, {"typeName": "33"}, "value_not_in_list", "typeName: 33"),
        ],
    )
    def test_fields_keep_their_rules(self, tmp_path, fields, document, code, detail):
        with pytest.raises(PackageBroken) as raised:
            build(package(fields=fields, document=document), tmp_path, validate)
        assert (code, detail) in [(one.code, one.detail) for one in raised.value.findings]

    def test_a_judgement_with_errors_keeps_it_in(self, tmp_path):
        with pytest.raises(PackageBroken):
            build(package(), tmp_path, lambda path: [Finding("independent", "X1")])
        assert list(tmp_path.iterdir()) == []


def test_what_is_read_back_says_the_same(tmp_path):
    first, _digest, _findings = build(package(files=[packed(), packed("06.pdf", b"%PDF phu luc", "annex")]), tmp_path, validate)
    with PackageArchive(first) as archive:
        found = read(archive)
    said = canonical(found)
    assert said["documents"][0]["fields"]["subject"] == "Về việc nâng cấp <phần mềm> & dữ liệu"
    assert [(one["title"], one["role"]) for one in said["documents"][0]["files"]] == [
        ("Quyết định 05.pdf", "signed"),
        ("Quyết định 06.pdf", "annex"),
    ]
    assert said["fields"]["language"] == ["01", "02"]
    assert len(said["history"]) == len(said["documents"][0]["history"]) == 2
    assert found.others == ()


def test_names_ids_and_times_are_those_of_the_circular(tmp_path):
    path, _digest, _findings = build(package("SIP", order="003", agreement="NL.BNV.2026.01"), tmp_path, validate)
    assert re.fullmatch(r"003_uuid-[0-9A-F-]{36}\.zip", path.name)
    with PackageArchive(path) as archive:
        mets = archive.read("METS.xml").decode()
    assert 'CREATEDATE="2026-03-03T08:00:00.5+07:00"' in mets
    assert '<mets:altRecordID TYPE="SUBMISSIONAGREEMENT">NL.BNV.2026.01<' in mets
    aip, _digest, _findings = build(package("AIP"), tmp_path, validate)
    assert re.fullmatch(r"urn_uuid_[0-9A-F-]{36}\.zip", aip.name)
