"""What comes in from other bodies' software: refused precisely, or taken with everything that it says."""

from dataclasses import replace
from datetime import date
from io import BytesIO
import made_files
from packaged import ARCHIVIST
from packaged import packed_dossier
from packaged import said
from packed import FILM
from packed import PICTURE
from packed import package
from packed import packed
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.lookup import find_record
from qlvb.content.packages.building import build
from qlvb.content.packages.reading import ReadDocument
from qlvb.content.packages.reading import ReadPackage
from qlvb.content.packages.validating import validate
from qlvb.workflows.packages.ingesting.planning import elsewhere
from qlvb.workflows.packages.ingesting.planning import is_outgoing
from qlvb.workflows.packages.ingesting.planning import own_code
from qlvb.workflows.packages.ingesting.runs import Ingests
import zipfile


def test_what_a_foreign_producer_sends_is_refused_precisely(take):
    """A package as other E-ARK producers make them: lower-case ids, no agency, no EAD of TT 05/2025."""
    made = BytesIO()
    mets = (
        '<mets xmlns="http://www.loc.gov/METS/" xmlns:csip="https://DILCIS.eu/XML/METS/CSIPExtensionMETS" OBJID="myip" TYPE="Mixed" '
        'PROFILE="https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"><metsHdr CREATEDATE="2026-01-01T00:00:00Z" '
        'csip:OAISPACKAGETYPE="SIP"><agent ROLE="CREATOR" TYPE="OTHER"><name>tool</name></agent></metsHdr>'
        '<structMap LABEL="CSIP" TYPE="PHYSICAL"><div LABEL="myip"/></structMap></mets>'
    )
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("myip/METS.xml", mets)
        archive.writestr("myip/representations/rep1/data/a.txt", "x")
    run = take(made.getvalue())
    assert run.refused
    assert {(one.code, one.path) for one in run.findings} == {
        ("object_id_wrong", "METS.xml"),
        ("file_required", "metadata/descriptive/EAD.xml"),
        ("file_required", "representations/rep1/METS.xml"),
        ("identification_code_missing", "METS.xml"),
        ("time_wrong", "METS.xml"),
        ("file_not_listed", "representations/rep1/data/a.txt"),
    }


def test_what_is_no_zip_is_refused(take):
    run = take(b"no zip at all")
    assert (run.refused, [one.code for one in run.findings]) == (True, ["zip_broken"])


@pytest.mark.parametrize(
    ("described", "others", "expected"),
    [
        ("EAD_doc_1.xml", (), []),
        ("EAD_doc_1.xml", ("documentation/anh.jpg",), []),
        ("EAD_pic_1.xml", (), []),
        ("EAD_media_1.xml", (), []),
        ("EAD_map_1.xml", (), ["description_not_taken"]),
        ("EAD_doc_1.xml", ("representations/rep1/data/2.pdf.fetch.txt",), ["file_elsewhere"]),
    ],
)
def test_what_a_package_only_points_to_or_describes_otherwise_is_refused(described, others, expected):
    path = f"representations/rep1/metadata/descriptive/{described}"
    document = ReadDocument(path, "1", {}, ())
    package = ReadPackage("SIP", "SIP_hoso", "uuid-1", None, "", {}, (document,), (), (), others)
    found = list(elsewhere(package))
    assert [one.code for one in found] == expected
    assert all(one.severity == "error" and one.path in (path, *others) for one in found)


FILMS = [
    (
        {**PICTURE, "imageTitle": "Cắt băng khai trương", "photographer": "Trần An", "photoTime": "02/02/2026", "filmSize": "9x12"},
        ("anh-01.png", made_files.image(), "image/png"),
        ("Cắt băng khai trương", "Trần An", date(2026, 2, 2)),
    ),
    (
        {**FILM, "eventName": "Lễ khai trương", "recordDate": "1998", "playTime": "00:12:05"},
        ("phim.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 9, "video/mp4"),
        ("Lễ khai trương", "Sở Khoa học và Công nghệ", None),
    ),
    (
        {**FILM, "typeMedia": "01"},
        ("ghi-am.mp3", b"ID3\x04" + bytes(900), "audio/mpeg"),
        ("Ghi âm, ghi hình H99.12.2026.01.CNTT.0000001", "Sở Khoa học và Công nghệ", None),
    ),
]


@pytest.mark.parametrize(("fields", "file", "expected"), FILMS, ids=["photograph", "film", "sound"])
def test_photographs_films_and_sounds_come_and_go_without_loss(take, login_as, work, tmp_path, fields, file, expected):
    """NĐ 30/2020 Điều 29.3: a dossier has them, too. What has no field here is kept and leaves again (EAD_pic, EAD_media)."""
    name, data, mimetype = file
    one = replace(packed(name, data, role=""), mimetype=mimetype, title=name)
    path, _digest, _findings = build(package(document=fields, files=[one]), tmp_path, validate)
    run = take(path.read_bytes())
    assert Ingests(ARCHIVIST).state(run) == "done", run.findings
    received = find_record(run.dossier)
    ((_item, document),) = IDossierContents(received).documents()
    assert (document.subject, document.issuing_body, document.issue_date) == expected
    (stored,) = IFileStore(document).files("original")
    assert (stored.current.data(), stored.current.mimetype) == (data, mimetype)
    before, after = said(path), said(packed_dossier(received, login_as, work))
    assert after["documents"][0]["fields"] == before["documents"][0]["fields"]
    assert [file["sha256"] for file in after["documents"][0]["files"]] == [one.sha256]


SENT = {"organName": "Sở Nội vụ", "codeNumber": "12"}


@pytest.mark.parametrize(
    ("fields", "maker", "expected"),
    [
        (SENT, "Sở Nội vụ", True),
        (SENT, "SỞ  NỘI VỤ", True),
        (SENT, "Sở Tài chính", False),
        (SENT, "", False),
        ({**SENT, "codeNumber": "12a"}, "Sở Nội vụ", False),
        ({"organName": "Sở Nội vụ"}, "Sở Nội vụ", False),
        ({**SENT, "codeNumber": "0"}, "Sở Nội vụ", False),
    ],
)
def test_which_documents_are_outgoing(fields, maker, expected):
    assert is_outgoing(fields, maker) is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("H99.12.2026.01.CNTT", (2026, "01.CNTT")),
        ("H99.12.2025.01.CNTT", (2025, "01.CNTT")),
        ("H99.13.2026.01.CNTT", (0, "")),
        ("H99.12.5.2026.01.CNTT", (0, "")),
        ("H99.12.2026", (0, "")),
    ],
)
def test_the_agency_s_own_codes(code, expected):
    assert own_code(code, "H99.12") == expected
    assert own_code(code, "") == (0, "")
