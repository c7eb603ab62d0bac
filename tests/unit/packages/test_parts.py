"""Packages of a dossier with parts, and of a part, name each other; readers of others find it in METS and PREMIS."""

from dataclasses import replace
from lxml import etree
from packed import PARTS
from packed import WHOLE
from packed import package
from packed import rewritten
import pytest
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.building import build
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.reading import canonical
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate


SPACES = {"m": "http://www.loc.gov/METS/", "p": "http://www.loc.gov/premis/v3", "x": "http://www.w3.org/1999/xlink"}
PATH = "metadata/descriptive/parts.xml"


def opened(tmp_path, one):
    path, _digest, findings = build(one, tmp_path, validate)
    assert findings == []
    with PackageArchive(path) as archive:
        trees = {name: etree.fromstring(archive.read(name)) for name in archive.names if name.endswith(("METS.xml", "PREMIS.xml"))}
        return read(archive), trees, path


def test_the_parts_stand_where_the_documents_of_their_whole_stand(tmp_path):
    found, trees, _path = opened(tmp_path, package("AIP", parts=PARTS))
    assert (found.whole, found.parts, PATH in found.others) == (None, PARTS, False)
    assert [one["title"] for one in canonical(found)["parts"]] == ["Giai đoạn 1 & khảo sát", "Giai đoạn 2"]
    [top] = trees["METS.xml"].xpath("m:structMap/m:div/m:div[@LABEL='Hồ sơ con']/m:div", namespaces=SPACES)
    documents, *parts = top
    assert (top.get("TYPE"), documents.xpath("m:mptr/@x:href", namespaces=SPACES)) == ("Hồ sơ", ["representations/rep1/METS.xml"])
    assert [(one.get("TYPE"), one.get("ORDER"), one.get("LABEL")) for one in parts] == [
        ("Hồ sơ con", "1", "01-1.CNTT Giai đoạn 1 & khảo sát"),
        ("Hồ sơ con", "2", "01-2.CNTT Giai đoạn 2"),
    ]
    relations = trees["metadata/preservation/PREMIS.xml"].xpath("//p:relationship", namespaces=SPACES)
    said = [tuple(one.xpath("p:relationshipSubType/text()|.//p:relatedObjectIdentifierValue/text()|.//p:relatedObjectSequence/text()", namespaces=SPACES)) for one in relations]
    assert said == [("has part", "H99.12.2026.01-1.CNTT", "1"), ("has part", "H99.12.2026.01-2.CNTT", "2")]


def test_a_part_names_its_whole_and_its_place_in_it(tmp_path):
    found, trees, _path = opened(tmp_path, package("AIP", whole=WHOLE))
    assert (found.whole, found.parts) == (WHOLE, ())
    [top] = trees["METS.xml"].xpath("m:structMap/m:div/m:div[@LABEL='Hồ sơ con']/m:div", namespaces=SPACES)
    [part] = top
    assert (top.get("LABEL"), part.get("ORDER")) == ("01.CNTT Hồ sơ <cả> việc", "2")
    assert part.xpath("m:mptr/@x:href", namespaces=SPACES) == ["representations/rep1/METS.xml"]
    [relation] = trees["metadata/preservation/PREMIS.xml"].xpath("//p:relationshipSubType/text()", namespaces=SPACES)
    assert relation == "is part of"


def test_a_dossier_whose_documents_are_all_in_its_parts(tmp_path, eark):
    """It has no document of its own; without parts that would be no dossier."""
    empty = replace(package("SIP", fields={"totalDoc": "0", "numberOfPage": "0"}), documents=())
    found, _trees, path = opened(tmp_path, replace(empty, parts=PARTS))
    assert (found.documents, found.parts) == ((), PARTS)
    assert [rule for rule, _message in eark(path)] == ["SIP14"]
    with pytest.raises(PackageBroken) as raised:
        build(empty, tmp_path, validate)
    assert [one.code for one in raised.value.findings] == ["package_empty"]


def test_an_undivided_dossier_has_no_such_file(tmp_path):
    found, trees, path = opened(tmp_path, package("SIP"))
    assert (found.whole, found.parts) == (None, ())
    assert not trees["METS.xml"].xpath("//m:div[@LABEL='Hồ sơ con']", namespaces=SPACES)
    with PackageArchive(path) as archive:
        assert PATH not in archive


def test_what_does_not_follow_the_schema_is_named_and_what_others_call_so_stays_theirs(tmp_path):
    path, _digest, findings = build(package("SIP", parts=(replace(PARTS[0], order=0),)), tmp_path, lambda path: [])
    assert findings == [] and {(one.code, one.path) for one in validate(path)} == {("schema_invalid", PATH)}
    path, _digest, _findings = build(package("SIP", parts=PARTS), tmp_path, validate)
    theirs = rewritten(path, tmp_path / "theirs.zip", lambda name, data: b"<parts/>" if name == PATH else data)
    assert {one.code for one in validate(theirs)} == {"checksum_differs"}
    with PackageArchive(theirs) as archive:
        found = read(archive)
    assert (found.parts, found.others) == ((), (PATH,))
