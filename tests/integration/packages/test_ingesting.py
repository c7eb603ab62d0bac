"""A SIP comes back as a dossier in the archive; what is wrong with one is named, and so is what has no place here."""

import clamav
from dataclasses import replace
from datetime import date
from holding import place
from io import BytesIO
import made_files
from packaged import ARCHIVIST
from packaged import Upload
from packaged import errors_of
from packaged import make_catalogue
from packed import FILM
from packed import PICTURE
from packed import package
from packed import packed
from plone import api
import pytest
from qlvb.content.additional.definition import AdditionalField
from qlvb.content.additional.interfaces import IAdditionalFields
from qlvb.content.additional.record import shown_by
from qlvb.content.additional.record import words_of
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.building import build
from qlvb.content.packages.reading import ReadDocument
from qlvb.content.packages.reading import ReadPackage
from qlvb.content.packages.reading import canonical
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate
from qlvb.workflows.packages.ingesting.planning import elsewhere
from qlvb.workflows.packages.ingesting.planning import is_outgoing
from qlvb.workflows.packages.ingesting.planning import own_code
from qlvb.workflows.packages.ingesting.runs import Ingests
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.viruses.settings import ScannerSettings
import zipfile
from zope.i18n import translate


def packed_dossier(dossier, login_as, work, kind="SIP"):
    """Path of the package."""
    with login_as(ARCHIVIST):
        request = {"requestID": "Y", "requestDate": "05/03/2026", "purpose": "02"} if kind == "DIP" else {}
        entry = IDossierPackages(dossier).ask(kind, ARCHIVIST, request)
    work()
    return IDossierPackages(dossier).path(entry)


@pytest.fixture
def receiver(province):
    """The archive of another agency; its archivist is the story's."""
    make_catalogue(province, "snv")
    api.user.grant_roles(username=ARCHIVIST, roles=["Archivist"], obj=province["snv"])
    return "snv"


@pytest.fixture
def take(receiver, login_as, work):
    """``take(bytes)``: the Ingest, done."""

    def send(data, **options):
        with login_as(ARCHIVIST):
            run, _new = Ingests(ARCHIVIST).ask(receiver, Upload(data), **options)
        work()
        return run

    return send


def said(path):
    with PackageArchive(path) as archive:
        return canonical(read(archive))


def test_round_trip(dossier, login_as, work, take):
    sent = packed_dossier(dossier, login_as, work)
    run = take(sent.read_bytes())
    assert Ingests(ARCHIVIST).state(run) == "done", (run.findings, Ingests(ARCHIVIST).job(run).error)
    received = find_record(run.dossier)
    assert api.content.get_state(received) == "archived"
    assert received.retention_kind == "permanent"
    assert received.getPhysicalPath()[2:4] == ("snv", "dossiers")
    documents = [document for _item, document in IDossierContents(received).documents()]
    assert [(one.subject, one.reference, api.content.get_state(one)) for one in documents] == [
        ("Quyết định phê duyệt hạ tầng <dùng chung> & an toàn", "05/QĐ-SKHCN", "issued"),
        ("Về việc góp ý dự thảo", "099/SNV-VP", "finished"),
    ]
    assert [one.portal_type for one in documents] == ["OutgoingDocument", "IncomingDocument"]
    assert documents[0].register == ""
    original = IFileStore(IDossierContents(dossier).documents()[0][1]).signed().current
    assert IFileStore(documents[0]).signed().current.data() == original.data()
    assert [one.event for one in IJournal(received).entries()][-1] == "package_ingested"
    kept = IDossierPackages(received).all()
    assert [(one.kind, IDossierPackages(received).path(one).read_bytes() == sent.read_bytes()) for one in kept] == [("received", True)]

    before, after = said(sent), said(packed_dossier(received, login_as, work))
    for one in (before, after):
        one["steps"] = [one.pop("history"), *(document.pop("history") for document in one["documents"])]
    assert after["fields"] == before["fields"]
    assert after["documents"] == before["documents"]
    for old, new in zip(before["steps"], after["steps"], strict=True):
        assert new[: len(old)] == old


def test_fields_that_the_maker_added_come_go_and_are_found(dossier, login_as, work, take, province):
    """NĐ 30/2020, Phụ lục VI, VI-7c: with what they are called and whose they are; the receiver's own are others."""
    fields = [AdditionalField("so_lo", "Số lô"), AdditionalField("kinh_phi", "Kinh phí", "number")]
    IAdditionalFields(province["skhcn"]).save(fields, ARCHIVIST)
    document = IDossierContents(dossier).documents()[0][1]
    dossier.additional, document.additional = {"kinh_phi": "12.5"}, {"so_lo": "L-07 Bến Nghé"}
    sent = packed_dossier(dossier, login_as, work)
    run = take(sent.read_bytes())
    assert Ingests(ARCHIVIST).state(run) == "done", run.findings
    assert not [one for one in run.findings if "additional" in one.path]
    received = find_record(run.dossier)
    maker = "Sở Khoa học và Công nghệ"
    assert (received.additional, shown_by(received)) == ({}, [(f"Kinh phí ({maker})", "12,5")])
    taken = IDossierContents(received).documents()[0][1]
    assert shown_by(taken) == [(f"Số lô ({maker})", "L-07 Bến Nghé")]
    assert "L-07 Bến Nghé" in words_of(taken)

    IAdditionalFields(province["snv"]).save([AdditionalField("so_lo", "Lô của kho")], ARCHIVIST)
    taken.additional = {"so_lo": "K-1"}
    before, after = said(sent), said(packed_dossier(received, login_as, work))
    assert after["additional"] == before["additional"] == [[maker, "kinh_phi", "Kinh phí", "number", "12.5"]]
    own, brought = after["documents"][0]["additional"]
    assert own[0] == "Sở Nội vụ" and own[-1] == "K-1"
    assert [brought] == before["documents"][0]["additional"]


def test_everything_that_has_no_place_is_named(dossier, login_as, work, take):
    run = take(packed_dossier(dossier, login_as, work).read_bytes())
    named = [(one.code, one.detail) for one in run.findings if one.path == "metadata/descriptive/EAD.xml"]
    assert ("field_not_imported", "paperFileCode") in named
    assert ("field_not_imported", "riskRecovery") in named
    assert [one.code for one in run.findings].count("history_not_imported") == 3
    assert {one.severity for one in run.findings} == {"warning"}


def test_a_dry_run_makes_nothing(dossier, login_as, work, take):
    run = take(packed_dossier(dossier, login_as, work).read_bytes(), only_check=True)
    assert (run.refused, run.dossier, run.documents) == (False, "", 2)
    assert len(api.portal.get()["snv"]["dossiers"]["danh-muc-2026"].objectIds()) == 0


def test_the_same_package_twice_is_refused(dossier, login_as, work, take):
    data = packed_dossier(dossier, login_as, work).read_bytes()
    assert not take(data).refused
    again = take(data)
    assert (again.refused, errors_of(again)) == (True, ["package_known"])


@pytest.mark.parametrize("kind", ["AIP", "DIP"])
def test_only_a_sip_is_taken(dossier, login_as, work, take, kind):
    run = take(packed_dossier(dossier, login_as, work, kind).read_bytes())
    assert (run.refused, errors_of(run)) == (True, ["not_a_sip"])


def test_into_the_historical_archive(dossier, login_as, work, take):
    run = take(packed_dossier(dossier, login_as, work).read_bytes(), historical=True)
    assert api.content.get_state(find_record(run.dossier)) == "historical"


def test_a_bit_flipped_is_named_and_nothing_is_made(dossier, login_as, work, take):
    path = packed_dossier(dossier, login_as, work)
    with PackageArchive(path) as archive:
        (name,) = [one for one in archive.names if one.endswith("0000002.pdf")]
        good = archive.read(name)
    data = path.read_bytes()
    place = data.index(good) + len(good) // 2
    run = take(data[:place] + bytes([data[place] ^ 16]) + data[place + 1 :])
    assert run.refused
    assert name in [one.path for one in run.findings if one.severity == "error"]
    assert run.dossier == ""


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


def test_without_a_catalogue_it_is_named(dossier, login_as, work, province):
    data = packed_dossier(dossier, login_as, work).read_bytes()
    api.user.grant_roles(username=ARCHIVIST, roles=["Archivist"], obj=province["snv"])
    with login_as(ARCHIVIST):
        run, _new = Ingests(ARCHIVIST).ask("snv", Upload(data))
    work()
    assert [one.code for one in run.findings if one.severity == "error"] == ["no_catalogue"]


def test_a_virus_in_a_package_is_named_and_nothing_is_made(dossier, login_as, work, take, clamd, tmp_path):
    """clamscan, asked of the unpacked packages, says the same; into our ZIP (zip64) it does not look."""

    def unpacked(path):
        with PackageArchive(path) as archive:
            return archive.unpack(tmp_path / path.stem)

    assert clamav.says(unpacked(packed_dossier(dossier, login_as, work)), tmp_path / "database") == ""
    document = IDossierContents(dossier).documents()[0][1]
    IFileStore(document).add("annex", "so-lieu.zip", clamav.infected(), ARCHIVIST)
    path = packed_dossier(dossier, login_as, work)
    assert clamav.says(unpacked(path), tmp_path / "database") == clamav.VIRUS
    sent = path.read_bytes()
    ScannerSettings().change({"address": str(clamd)})
    run = take(sent)
    (fault,) = [one for one in run.findings if one.severity == "error"]
    assert (run.refused, run.dossier, fault.code, fault.detail) == (True, "", "file_infected", clamav.VIRUS)
    assert fault.path.endswith(".zip")


def test_what_the_scanner_said_is_kept_and_its_silence_takes_nothing_in(dossier, login_as, work, take, clamd, tmp_path):
    sent = packed_dossier(dossier, login_as, work).read_bytes()
    ScannerSettings().change({"address": str(tmp_path / "nobody.ctl")})
    silent = take(sent)
    assert (silent.dossier, silent.finished) == ("", None)
    assert "không trả lời" in translate(Ingests(ARCHIVIST).job(silent).error, target_language="vi")
    ScannerSettings().change({"address": str(clamd)})
    documents = IDossierContents(find_record(take(sent).dossier)).documents()
    versions = [file.current for _item, document in documents for file in IFileStore(document).files()]
    assert {version.virus_check.state for version in versions} == {"clean"}


@pytest.mark.parametrize("held", [False, True], ids=["free", "held"])
def test_a_package_of_a_dossier_that_is_there_alters_nothing(dossier, login_as, work, held):
    """Neither the dossier that is there nor its documents; and no second one of the same code appears beside it."""
    sent = packed_dossier(dossier, login_as, work).read_bytes()
    if held:
        place(dossier)

    def facts():
        records = [dossier, *(document for _item, document in IDossierContents(dossier).documents())]
        files = [version.sha256 for one in records for file in IFileStore(one).kept() for version in file.versions()]
        return files, [len(list(IJournal(one).entries())) for one in records], list(dossier.aq_parent.objectIds())

    before = facts()
    with login_as(ARCHIVIST):
        run, _new = Ingests(ARCHIVIST).ask("skhcn", Upload(sent))
    work()
    assert (Ingests(ARCHIVIST).state(run), run.dossier) == ("refused", "")
    assert [finding.code for finding in run.findings if finding.severity == "error"] == ["own_dossier"]
    assert facts() == before


@pytest.mark.parametrize("mode", ["Công khai", "Sử dụng có điều kiện"])
def test_what_is_used_under_conditions_is_kept_from_the_people_of_the_receiver(dossier, login_as, work, take, mode):
    """Issued documents of an agency are read by all its people; those that its archive keeps of others are not."""
    dossier.access_conditions = mode
    run = take(packed_dossier(dossier, login_as, work).read_bytes())
    (issued, _letter) = [document for _item, document in IDossierContents(find_record(run.dossier)).documents()]
    with login_as("phangiakhanh"):
        assert may_view(issued) is (mode == "Công khai")
    grants = {grant.principal for grant in IGrants(issued).all() if grant.cause == "archive"}
    assert grants == (set() if mode == "Công khai" else {"snv.archivist", "snv.leader"})


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
