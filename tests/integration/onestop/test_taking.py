"""What the one-stop system may send: submissions that are refused, files that came before, components; the link's own settings."""

import clamav
from datetime import timedelta
from linked import codes
from onestop_story import CASE
from onestop_story import draft_file
from outgoing_story import pdf
import pytest
from qlvb.content import clock as times
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.workflows.onestop import components
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.components import ComponentFailed
from qlvb.workflows.onestop.components import fetch
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.rules import hosts_of
from qlvb.workflows.onestop.sending import ResumeEvents
from qlvb.workflows.outbox.transactions import Savepoints
from qlvb.workflows.viruses.settings import ScannerSettings


WRONG = [
    ({"externalId": ""}, 400, {("externalId", "required")}),
    ({"caseCode": "a b"}, 400, {("caseCode", "code_wrong")}),
    ({"colour": "red"}, 400, {("colour", "unknown_field")}),
    ({"draft__kind": "letter"}, 400, {("draft.kind", "kind_unknown")}),
    ({"draft__dueAt": "mai"}, 400, {("draft.dueAt", "invalid")}),
    ({"signer": [{"account": "a"}, {"account": "b"}]}, 400, {("signer", "unknown_field"), ("signer.account", "required")}),
    ({"callbackUrl": "https://elsewhere.example/e"}, 400, {("callbackUrl", "host_not_allowed")}),
    ({"components": [{"name": "a.pdf", "url": "https://elsewhere.example/a"}]}, 400, {("components[1].url", "host_not_allowed")}),
    ({"components": [{"name": "a.pdf"}]}, 400, {("components[1]", "malformed")}),
    ({"echo": "x" * 9000}, 400, {("echo", "too_long")}),
    ({"draft__files": []}, 422, {("draft.files", "no_draft_file")}),
    ({"draft__files": [draft_file(main=False)]}, 422, {("draft.files", "main_file")}),
    ({"draft__files": [draft_file(), draft_file("b.pdf")]}, 422, {("draft.files", "main_file")}),
    ({"draft__files": [draft_file(sha256="0" * 64)]}, 422, {("draft.files[1].sha256", "checksum")}),
    ({"draft__files": [draft_file(data=b"MZ" * 10)]}, 415, {("draft.files[1]", "file_extension_mismatch")}),
    ({"draft__files": [draft_file("a.exe")]}, 415, {("draft.files[1]", "file_extension_mismatch")}),
    ({"draft__files": [{"name": "a.pdf", "main": True, "fileId": "f-0"}]}, 422, {("draft.files[1].fileId", "unknown_file")}),
    ({"draft__files": [{"name": "a.pdf", "main": True}]}, 400, {("draft.files[1].base64", "file_missing")}),
    ({"draft__documentType": "Chiếu"}, 422, {("draft.documentType", "unknown_document_type")}),
    ({"unit__code": "H99.99"}, 422, {("unit.code", "unknown_unit")}),
    ({"unit__code": "snv"}, 403, {("unit.code", "forbidden_unit")}),
    ({"submitter__account": "vanthusnv"}, 422, {("submitter.account", "unknown_user")}),
    ({"signer__account": "leminhanh"}, 422, {("signer.account", "user_not_signer")}),
    ({"signer__account": "dangvanphuc"}, 422, {("signer.account", "user_not_signer")}),
]


@pytest.mark.parametrize(("changes", "status", "faults"), WRONG)
def test_a_wrong_submission_makes_nothing(onestop, link, changes, status, faults):
    with pytest.raises(Refused) as caught:
        onestop.submits(**changes)
    assert codes(caught) == (status, faults) and link.of_case(CASE) == []


def test_large_files_and_second_submissions_are_refused(onestop, monkeypatch):
    monkeypatch.setattr("qlvb.workflows.onestop.files.LARGEST", 100)
    with pytest.raises(Refused) as caught:
        onestop.submits()
    assert codes(caught) == (413, {("draft.files[1]", "file_too_large")})
    monkeypatch.undo()
    document = onestop.submits()
    with pytest.raises(Refused) as caught:
        onestop.submits()
    assert codes(caught) == (409, {("externalId", "duplicate_submission")})
    with pytest.raises(Refused) as caught:
        onestop.submits(externalId="2")
    assert codes(caught) == (409, {("caseCode", "case_already_open")})
    other = onestop.submits(externalId="3", draft__kind="apology")  # another kind of draft of the same dossier
    assert {one.UID() for one in (document, other)} == {one.UID() for one in EVENTS.link.of_case(CASE)}


def test_files_that_came_before_are_kept_for_a_day(onestop, link):
    kept = link.deposit("du-thao.pdf", pdf())
    assert link.deposit("du-thao.pdf", pdf()) is kept and link.deposited(kept.id) is kept
    row = {"name": "du-thao.pdf", "fileId": kept.id, "sha256": kept.sha256, "main": True}
    document = onestop.submits(draft__files=[row])
    assert IFileStore(document).main().current.data() == pdf()
    with times.held(times.now() + timedelta(hours=25)):
        ResumeEvents(Savepoints()).run(times.now())
    assert link.deposited(kept.id) is None
    with pytest.raises(Refused) as caught:
        onestop.submits(externalId="2", caseCode="H99-2", draft__files=[row])
    assert codes(caught) == (422, {("draft.files[1].fileId", "unknown_file")})


def test_components_come_clean_from_the_hosts_of_the_link_alone(onestop, link, system, monkeypatch, tmp_path, clamd):
    monkeypatch.setattr(components, "TIMEOUT", (1, 0.3))
    system.files = {"/tep/1": pdf(), "/tep/2": b"MZ" * 100, "/tep/3": 404, "/tep/4": 503}
    urls = [f"{system.host}/tep/{number}?key=abc" for number in (1, 2, 3, 4)]
    rows = [{"name": f"{place}.pdf", "url": url} for place, url in enumerate(urls, start=1)]
    found, hosts = case_of(onestop.submits(components=rows)).components, hosts_of(link.settings)
    data, kind = fetch(found[0], hosts)
    assert kind.id == "pdf" and data == system.files["/tep/1"]
    assert "Authorization" not in system.requests[-1]["headers"]
    for component in found[1:]:
        with pytest.raises(ComponentFailed):
            fetch(component, hosts)
    assert [one["path"] for one in system.requests].count("/tep/4?key=abc") == 2
    with pytest.raises(ComponentFailed):
        fetch(found[0], ["elsewhere.example"])
    ScannerSettings().change({"address": str(clamd)})
    assert fetch(found[0], hosts)[1].id == "pdf"
    system.files["/tep/1"] = pdf() + clamav.EICAR
    with pytest.raises(ComponentFailed) as caught:
        fetch(found[0], hosts)
    assert caught.value.message.mapping["virus"] == clamav.VIRUS
    ScannerSettings().change({"address": str(tmp_path / "nobody.ctl")})
    with pytest.raises(ComponentFailed):
        fetch(found[0], hosts)  # nobody has looked at it
    ScannerSettings().change({"address": ""})
    monkeypatch.setattr(components, "LARGEST", 100)
    with pytest.raises(ComponentFailed):
        fetch(found[0], hosts)


def test_settings_of_its_own(link):
    for values, faults in (
        ({"units": ["khong-co"]}, {("units", "unit_unknown")}),
        ({"hosts": ["http://a/b"]}, {("hosts", "host_wrong")}),
        ({"units": "skhcn"}, {("units", "field_wrong_value")}),
        ({"inline": "yes"}, {("inline", "field_wrong_value")}),
    ):
        with pytest.raises(Refused) as caught:
            link.change(values)
        assert codes(caught) == (400, faults)
