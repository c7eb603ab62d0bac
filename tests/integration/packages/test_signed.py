"""A document signed and sealed by the acts keeps its signatures through SIP and ingest, and PREMIS tells of them."""

from independent import pyhanko_says
from io import BytesIO
from lxml import etree
from outgoing_fixtures import cast  # noqa: F401
from outgoing_fixtures import clock  # noqa: F401
from outgoing_fixtures import draft  # noqa: F401
from outgoing_fixtures import key_directory  # noqa: F401
from outgoing_fixtures import keys  # noqa: F401
from outgoing_fixtures import one_writer  # noqa: F401
from outgoing_fixtures import person  # noqa: F401
from outgoing_fixtures import registers  # noqa: F401
from outgoing_fixtures import sent  # noqa: F401
from outgoing_story import DAY
from outgoing_story import take_to
from packaged import ARCHIVIST
from packaged import HOLDER
from packaged import decision
from packaged import letter
from packaged import make_dossier
from plone.uuid.interfaces import IUUID
import pypdf
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.building import CERTIFICATE
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate
from qlvb.workflows.packages.certificate import option_violations
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.transfer.intake.reading import facts_of
from qlvb.workflows.transfer.intake.rules import faults_of


def test_a_dip_is_certified_by_the_seal_of_the_agency(dossier, login_as, work, keys):  # noqa: F811
    """The certificate names receiver, package and the hash of every file; others' programs trust its signature."""
    request = {"requestID": "YC-7", "requestDate": "05/03/2026", "purpose": "02", "receiver": "Đặng Thị Ưng", "validUntil": "05/03/2027"}
    with login_as(ARCHIVIST):
        entry = IDossierPackages(dossier).ask("DIP", ARCHIVIST, request)
    work()
    packages = IDossierPackages(dossier)
    assert packages.state(entry) == "done", packages.job(entry).error
    assert validate(packages.path(entry)) == []
    assert [one.code for one in entry.findings] == []
    with PackageArchive(packages.path(entry)) as archive:
        pdf, found = archive.read(CERTIFICATE), read(archive)
    (status,) = pyhanko_says(pdf, keys / "ca" / "trust.pem")
    assert status.bottom_line
    assert look(pdf).faults == ()
    said = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf)).pages)
    plain = "".join(said.split())
    for words in (entry.object_id, "Đặng Thị Ưng", "YC-7", "đến 05/03/2027", "05/QĐ-SKHCN", "đúng với bản lưu"):
        assert "".join(words.split()) in plain, words
    assert "Số:" not in plain  # no room for a number that nobody gives
    hashes = [file.sha256 for document in found.documents for _path, file in document.files]
    assert all(one in plain for one in hashes)


def test_without_receiver_or_key_there_is_no_certificate_and_it_is_said(dossier, login_as, work, tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    request = {"requestID": "YC-7", "requestDate": "05/03/2026", "purpose": "02"}
    packages, said = IDossierPackages(dossier), []
    for more in ({}, {"receiver": "Đặng Thị Ưng"}):
        with login_as(ARCHIVIST):
            entry = packages.ask("DIP", ARCHIVIST, {**request, **more})
        work()
        said += [one.code for one in entry.findings]
        with PackageArchive(packages.path(entry)) as archive:
            assert CERTIFICATE not in archive
    assert said == ["certificate_no_receiver", "certificate_no_key"]


@pytest.mark.parametrize(
    ("options", "fields"),
    [
        ({}, []),
        ({"receiver": "Đặng Thị Ưng", "receiverIdentity": "012345678901", "validUntil": "05/03/2027", "copies": "2"}, []),
        ({"receiver": "a" * 201}, ["receiver"]),
        ({"validUntil": "2027-03-05"}, ["validUntil"]),
        ({"copies": "0"}, ["copies"]),
        ({"copies": "hai"}, ["copies"]),
    ],
)
def test_options_of_a_certificate(options, fields):
    assert [one.field for one in option_violations(options)] == fields


def test_signatures_and_bytes_are_untouched(province, login_as, work, draft, cast, sent, keys):  # noqa: F811
    take_to(draft, cast, "issued")
    official = IFileStore(draft).signed().current
    dossier = make_dossier(province, login_as, [lambda: draft], ended=DAY)
    with login_as(ARCHIVIST):
        entry = IDossierPackages(dossier).ask("AIP", ARCHIVIST)
    work()
    packages = IDossierPackages(dossier)
    assert packages.state(entry) == "done", packages.job(entry).error
    with PackageArchive(packages.path(entry)) as archive:
        found = read(archive).documents[0].files[0]
        data = archive.read(found[0])
        premis = etree.fromstring(archive.read("representations/rep1/metadata/preservation/PREMIS_rep1.xml"))
    assert data == official.data()
    statuses = pyhanko_says(data, keys / "ca" / "trust.pem")
    assert len(statuses) == 2
    assert all(one.bottom_line for one in statuses)
    space = {"p": "http://www.loc.gov/premis/v3"}
    signed = premis.xpath("//p:object[p:signatureInformation]", namespaces=space)
    assert len(signed) == 2  # the decision, and its annex, which the agency signs
    assert len(signed[0].xpath("p:signatureInformation/p:signature/p:signatureValue", namespaces=space)) == 2
    assert "Nguyễn Thị Thu Hà" in signed[0].xpath("p:signatureInformation/p:signature/p:signer/text()", namespaces=space)


def test_the_intake_check_tells_signed_from_unsigned_and_forged(province, login_as, draft, cast, sent, keys):  # noqa: F811
    """On real files: what the acts signed, an issued document that nobody signed, and a letter altered after signing."""
    take_to(draft, cast, "issued")
    official = IFileStore(draft).signed().current.data()
    forged = official[:7] + bytes([official[7] ^ 1]) + official[8:]  # the version in the first line
    dossier = make_dossier(province, login_as, [lambda: draft, decision, letter], ended=DAY)
    signed, unsigned, altered = [document for _item, document in IDossierContents(dossier).documents()]
    IFileStore(altered).add("annex", "thu-moi.pdf", forged, HOLDER)
    found = {}
    for fault in faults_of(facts_of(dossier), DAY):
        if fault.rule.startswith("signature"):
            found.setdefault(fault.document, set()).add((fault.rule, fault.subject))
    assert IUUID(signed) not in found
    assert {rule for rule, _subject in found[IUUID(unsigned)]} == {"signature_missing_person", "signature_missing_organisation"}
    assert found[IUUID(altered)] == {("signature_invalid", "thu-moi.pdf")}
