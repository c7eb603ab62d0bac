"""A SIP comes back as a dossier in the archive; what is wrong with one is named, and so is what has no place here."""

from archive_fixtures import refused
import clamav
from holding import place
from made_files import archival
from made_files import xlsx
from packaged import ARCHIVIST
from packaged import Upload
from packaged import errors_of
from packaged import packed_dossier
from packaged import said
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
from qlvb.content.organisation.people import name_of
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.reading import read
from qlvb.workflows.packages.ingesting.runs import Ingests
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.origin import origin_of
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.viruses.settings import ScannerSettings
from zope.i18n import translate


def test_round_trip(dossier, login_as, work, take):
    sent = packed_dossier(dossier, login_as, work)
    run = take(sent.read_bytes())
    assert Ingests(ARCHIVIST).state(run) == "done", (run.findings, Ingests(ARCHIVIST).job(run).error)
    received = find_record(run.dossier)
    assert api.content.get_state(received) == "archived"
    assert received.retention_kind == "permanent"
    assert received.getPhysicalPath()[2:4] == ("snv", "dossiers")
    assert (received.holder or "", received.note) == ("", dossier.note or "")
    assert origin_of(received).made_by == f"{name_of(dossier.holder)}, Sở Khoa học và Công nghệ"
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


def test_what_can_be_edited_travels_with_its_pdfa(dossier, login_as, work, take):
    """The intake check looks at the PDF/A; so it is what the archive gets, beside the file that it was made of."""
    document = IDossierContents(dossier).documents()[0][1]
    stored = IFileStore(document).add("annex", "bang-ke.xlsx", xlsx(["Máy chủ", 2]), ARCHIVIST)
    stored.current.set_pdf(archival(2))
    sent = packed_dossier(dossier, login_as, work)
    with PackageArchive(sent) as archive:
        described = read(archive).documents[0]
    assert [(file.title, file.role) for _path, file in described.files][-2:] == [
        ("bang-ke.xlsx", "annex"),
        ("bang-ke.pdf", "rendition"),
    ]
    assert described.files[-1][1].sha256 == stored.current.pdf_sha256
    received = find_record(take(sent.read_bytes()).dossier)
    *_before, annex = IFileStore(IDossierContents(received).documents()[0][1]).files("annex")
    assert (annex.current.pdf_state, annex.current.pdf(), annex.current.sha256) == (
        "ready",
        stored.current.pdf(),
        stored.current.sha256,
    )
    again, before = (said(one)["documents"][0]["files"] for one in (packed_dossier(received, login_as, work), sent))
    assert again == before


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


def test_a_dry_run_makes_nothing_until_it_is_taken_in(dossier, login_as, work, take):
    run = take(packed_dossier(dossier, login_as, work).read_bytes(), only_check=True)
    assert (run.refused, run.dossier, run.documents) == (False, "", 2)
    assert len(api.portal.get()["snv"]["dossiers"]["danh-muc-2026"].objectIds()) == 0
    ingests = Ingests(ARCHIVIST)
    ingests.take(run)
    assert refused(ingests.take, run) == (409, {"ingest_running"})  # pressed twice
    work()
    assert (ingests.state(run), find_record(run.dossier).code.endswith(dossier.code)) == ("done", True)
    assert len(api.portal.get()["snv"]["dossiers"]["danh-muc-2026"].objectIds()) == 1
    assert refused(ingests.take, run) == (409, {"ingest_not_checked"})


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
