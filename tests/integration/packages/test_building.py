"""Packages of a dossier: asked for, built by the worker, validated, kept; what keeps one in is named."""

from archive_fixtures import make_box
import errno
import json
from lxml import etree
import made_files
from packaged import ARCHIVIST
from packaged import HOLDER
from packaged import ask
from packaged import decision
from packaged import letter
from packaged import make_dossier
from packed import eark_command
import pikepdf
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.listing import Mets
from qlvb.content.packages.reading import read
from qlvb.content.packages.validating import validate
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages.exporting.xml import schema
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.renditions.interfaces import IConverter
import shlex
import zipfile
from zope.component import getUtility


REQUEST = {"requestID": "YC-2026-01", "requestDate": "05/03/2026", "purpose": "02"}


class TestBuilt:
    @pytest.mark.parametrize("kind", ["SIP", "AIP", "DIP"])
    def test_valid_by_ours_and_the_independent_validator(self, dossier, login_as, work, kind, monkeypatch):
        assert eark_command() is not None, "eark-validator is not installed: `make .venv-eark/.installed`"
        monkeypatch.setenv("QLVB_EARK_VALIDATOR", shlex.join(eark_command()))
        entry = ask(dossier, login_as, kind, **(REQUEST if kind == "DIP" else {}))
        packages = IDossierPackages(dossier)
        assert packages.state(entry) == "queued"
        work()
        assert packages.state(entry) == "done", packages.job(entry).error
        assert validate(packages.path(entry)) == []
        assert [one.severity for one in entry.findings if one.path == "SIP14"] == (["warning"] if kind == "SIP" else [])
        assert not [one for one in entry.findings if one.severity == "error"]
        assert (entry.size, entry.filename) == (packages.path(entry).stat().st_size, packages.path(entry).name)
        assert [one.event for one in IJournal(dossier).entries()][-2:] == ["package_asked", "package_built"]

    def test_what_the_sip_says(self, dossier, login_as, work):
        entry = ask(dossier, login_as, "SIP", agreement="NL.2026.01", order="007")
        work()
        with PackageArchive(IDossierPackages(dossier).path(entry)) as archive:
            found = read(archive)
            decided, received = found.documents
            signed = IFileStore(IDossierContents(dossier).documents()[0][1]).signed().current
            assert archive.read(decided.files[0][0]) == signed.data()
        assert entry.filename.startswith("007_uuid-")
        assert (found.kind, found.agreement) == ("SIP", "NL.2026.01")
        assert {name: found.fields[name] for name in ("title", "maintenance", "mode", "confidenceLevel", "totalDoc", "endDate")} == {
            "title": "Hồ sơ hạ tầng <dùng chung> & an toàn",
            "maintenance": "01",
            "mode": "02",
            "confidenceLevel": "03",
            "totalDoc": "2",
            "endDate": "01/03/2026",
        }
        assert found.fields["paperFileCode"] == "01.CNTT"
        assert found.fields["fileCode"].endswith(".2026.01.CNTT")
        assert (decided.fields["typeName"], decided.fields["codeNumber"], decided.fields["codeNotation"]) == ("02", "05", "QĐ-SKHCN")
        assert (received.fields["confidenceLevel"], received.fields["organName"]) == ("02", "Sở Nội vụ")
        assert decided.fields["docCode"] == f"{found.fields['fileCode']}.0000001"
        rendered = ["rendition"] if getUtility(IConverter).available() else []
        assert [file.role for _path, file in decided.files] == ["signed", "annex", *rendered]
        assert [step.event for step in found.history][:1] == ["created"]
        assert "act.close" in [step.event for step in found.history]
        assert "file_added" in [step.event for step in decided.history]

    def test_no_identifier_is_given_twice(self, dossier, login_as, work):
        """Neither inside a package nor by the next one, even after the first was removed; documents keep theirs."""
        packages, seen, named = IDossierPackages(dossier), [], []
        for _again in range(2):
            entry = ask(dossier, login_as)
            work()
            with PackageArchive(packages.path(entry)) as archive:
                trees = [Mets(archive.read(name), name).tree for name in ("METS.xml", "representations/rep1/METS.xml")]
                seen += [entry.object_id, *(one for tree in trees for one in tree.xpath("//@ID"))]
                named.append([document.fields["docId"] for document in read(archive).documents])
            packages.remove(entry.id, ARCHIVIST)
        assert len(seen) == len(set(seen)) > 40
        assert named[0] == named[1]
        assert len(set(named[0])) == 2

    def test_every_conversion_is_in_the_history(self, dossier, login_as, work):
        """Two versions of an annex converted: two events, each naming its version."""
        document = IDossierContents(dossier).documents()[0][1]
        (annex,) = IFileStore(document).files("annex")
        work()
        IFileStore(document).replace(annex.id, "Phụ lục.docx", made_files.docx("Phụ lục sửa"), ARCHIVIST)
        work()
        entry = ask(dossier, login_as)
        work()
        with PackageArchive(IDossierPackages(dossier).path(entry)) as archive:
            steps = [step for step in read(archive).documents[0].history if step.event == "file_converted"]
        assert [json.loads(step.detail)["version"] for step in steps] == [1, 2]

    def test_the_place_of_the_paper(self, dossier, login_as, work, province):
        place = getUtility(IPlaces).put(dossier, make_box(province), by=ARCHIVIST)
        entry = ask(dossier, login_as)
        work()
        with PackageArchive(IDossierPackages(dossier).path(entry)) as archive:
            assert read(archive).fields["paperFileCode"] == place.paper_file_code

    def test_the_aip_names_the_sip_it_came_from(self, dossier, login_as, work):
        sip = ask(dossier, login_as, "SIP")
        work()
        entry = ask(dossier, login_as, "AIP")
        work()
        with PackageArchive(IDossierPackages(dossier).path(entry)) as archive:
            premis = etree.fromstring(archive.read("metadata/preservation/PREMIS.xml"))
            events = archive.read("representations/rep1/metadata/preservation/PREMIS_rep1.xml").decode()
            assert Mets(archive.read("METS.xml"), "METS.xml").attribute("OBJID").startswith("urn:uuid:")
        space = {"p": "http://www.loc.gov/premis/v3"}
        (event,) = premis.xpath("//p:event[p:eventType='information package creation']", namespaces=space)
        roles = event.xpath("p:linkingObjectIdentifier/p:linkingObjectRole/text()", namespaces=space)
        values = event.xpath("p:linkingObjectIdentifier/p:linkingObjectIdentifierValue/text()", namespaces=space)
        assert dict(zip(roles, values, strict=True)) == {"source": sip.object_id, "outcome": entry.object_id}
        assert ">transfer<" in events

    def test_the_export_is_one_pdf_and_one_xml_in_the_order_of_time(self, dossier, login_as, work):
        # The editable original of what is signed is not read a second time.
        _item, signed = IDossierContents(dossier).documents()[0]
        IFileStore(signed).add("original", "ban-goc.pdf", made_files.pdf(), HOLDER)
        entry = ask(dossier, login_as, "export", by=HOLDER)
        work()
        path = IDossierPackages(dossier).path(entry)
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            tree = etree.fromstring(archive.read(next(name for name in names if name.endswith(".xml"))))
            with archive.open(next(name for name in names if name.endswith(".pdf"))) as stream, pikepdf.open(stream) as pdf:
                # Contents, letter, decision, and its annex: converted, or named on a page.
                assert len(pdf.pages) == 1 + 2 + 3 + 1
                with pdf.open_outline() as outline:
                    assert [one.title.split(" · ")[0] for one in outline.root] == ["20/01/2026", "10/02/2026"]
            assert archive.read("dossier-export.xsd") == schema()
        assert etree.XMLSchema(etree.fromstring(schema())).validate(tree)
        said = {etree.QName(one).localname: one.text for one in tree}
        assert (said["Creator"], said["Language"], said["DocTotal"]) == ("Lê Minh Anh", "Tiếng Việt", "2")
        assert int(said["PageTotal"]) and all(one.prefix is None for one in tree.iter("*"))
        subjects = tree.xpath("//*[local-name()='document']/*[local-name()='Subject']/text()")
        assert subjects == ["Về việc góp ý dự thảo", "Quyết định phê duyệt hạ tầng <dùng chung> & an toàn"]


class TestRefused:
    def test_an_open_dossier(self, province, login_as):
        with pytest.raises(Refused) as raised:
            ask(make_dossier(province, login_as, close=False), login_as)
        assert (raised.value.status, raised.value.violations[0].code) == (409, "wrong_state")

    def test_a_kind_that_there_is_not(self, dossier, login_as):
        with pytest.raises(Refused) as raised:
            ask(dossier, login_as, "XIP")
        assert (raised.value.status, raised.value.violations[0].field) == (400, "kind")

    def test_a_dip_without_its_request(self, dossier, login_as):
        with pytest.raises(Refused) as raised:
            ask(dossier, login_as, "DIP")
        assert [one.code for one in raised.value.violations] == ["field_missing"] * 3

    def test_a_document_that_lost_its_date(self, dossier, login_as):
        IDossierContents(dossier).documents()[0][1].issue_date = None
        with pytest.raises(Refused) as raised:
            ask(dossier, login_as)
        assert [one.message.mapping["detail"] for one in raised.value.violations] == ["issuedDate"]

    def test_only_permanent_ones_for_the_historical_archive(self, province, login_as):
        dossier = make_dossier(province, login_as, entry="02.CNTT")
        with pytest.raises(Refused) as raised:
            ask(dossier, login_as, to_historical=True)
        assert [one.code for one in raised.value.violations] == ["not_permanent"]

    def test_nobody_else_and_the_holder_only_the_export(self, dossier, login_as):
        for by, kind in ((HOLDER, "SIP"), ("vanthuskhcn", "export"), ("lethikimngan", "export")):
            with pytest.raises(Refused) as raised:
                ask(dossier, login_as, kind, by=by)
            assert raised.value.status == 403, by

    def test_who_may_not_read_a_document_gets_no_package_with_it(self, province, login_as):
        dossier = make_dossier(province, login_as, [decision, lambda: decision(secrecy="secret")])
        with pytest.raises(Refused) as raised:
            ask(dossier, login_as)
        assert (raised.value.status, raised.value.violations[0].code) == (403, "document_hidden")
        assert "2" in raised.value.violations[0].message.mapping["orders"]


    def test_in_custody_all_but_secret_documents_are_the_archivists(self, province, login_as):
        dossier = make_dossier(province, login_as, [decision, letter])
        received = IDossierContents(dossier).documents()[1][1]
        received.manage_permission("View", ["Handler"], 0)
        with pytest.raises(Refused) as raised:
            ask(dossier, login_as)
        assert raised.value.violations[0].code == "document_hidden"
        fire(dossier, "archive")
        assert ask(dossier, login_as).kind == "SIP"
        received.secrecy = "secret"
        with pytest.raises(Refused) as raised:
            ask(dossier, login_as, "AIP")
        assert raised.value.violations[0].code == "document_hidden"

    def test_a_job_asks_with_the_rights_of_whom_it_works_for(self, dossier, login_as, work):
        with login_as(HOLDER):
            assert IDossierPackages(dossier).ask("SIP", ARCHIVIST).by == ARCHIVIST
            with pytest.raises(Refused):
                IDossierPackages(dossier).ask("AIP", "nobody")
        with login_as(ARCHIVIST), pytest.raises(Refused):
            IDossierPackages(dossier).ask("AIP", HOLDER)


class TestFaults:
    def test_a_blob_that_was_altered_is_named_and_the_job_can_be_tried_again(self, dossier, login_as, work):
        version = IFileStore(IDossierContents(dossier).documents()[0][1]).signed().current
        good = version.data()
        with version.blob.open("w") as stream:
            stream.write(good[:-5] + b"other")
        entry = ask(dossier, login_as)
        work()
        packages = IDossierPackages(dossier)
        assert packages.state(entry) == "failed"
        assert [(one.code, one.detail) for one in entry.findings] == [("file_damaged", "Quyết định 05.pdf")]
        assert "Quyết định 05.pdf" in packages.job(entry).error
        assert [one.name for one in packages.directory(entry).iterdir()] == ["report.json"]
        with version.blob.open("w") as stream:
            stream.write(good)
        IJobs(dossier).retry(entry.job, by=ARCHIVIST)
        work()
        assert packages.state(entry) == "done"

    def test_a_full_disk_is_named_and_tried_again(self, dossier, login_as, work, monkeypatch):
        def full(self, data):
            raise OSError(errno.ENOSPC, "No space left on device")

        entry = ask(dossier, login_as)
        packages = IDossierPackages(dossier)
        with monkeypatch.context() as patched:
            patched.setattr("qlvb.content.packages.xml.Counting.write", full)
            work()
        job = packages.job(entry)
        assert packages.state(entry) == "queued"
        assert "đĩa" in job.error
        job.next_try = job.created
        queue.put(job.id, dossier, job.created)
        work()
        assert packages.state(entry) == "done"

    def test_an_independent_error_keeps_it_in(self, dossier, login_as, work, monkeypatch, tmp_path):
        validator = tmp_path / "validator"
        validator.write_text("#!/bin/sh\necho crashed >&2\n")
        validator.chmod(0o755)
        monkeypatch.setenv("QLVB_EARK_VALIDATOR", str(validator))
        entry = ask(dossier, login_as)
        work()
        assert IDossierPackages(dossier).state(entry) == "failed"
        assert [(one.code, one.detail) for one in entry.findings] == [("independent_unreadable", "crashed")]

    def test_what_was_built_is_not_built_again_when_only_the_writing_down_failed(self, dossier, login_as, work, monkeypatch):
        entry = ask(dossier, login_as)
        work()
        packages = IDossierPackages(dossier)
        before = entry.object_id
        entry.finished, packages.job(entry).state = None, "failed"
        IJobs(dossier).retry(entry.job, by=ARCHIVIST)
        work()
        assert (packages.state(entry), entry.object_id) == ("done", before)
