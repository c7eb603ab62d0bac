"""Phát hành: everything that is left in one press, whole or not at all."""

from made_files import docx
from outgoing_story import CLERK
from outgoing_story import DRAFTER
from outgoing_story import make_draft
from outgoing_story import pdf
from outgoing_story import take_to
import pytest
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import INumberBook
from qlvb.workflows.acts.describe import describe_act
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.outgoing.numbering import register_of
from qlvb.workflows.outgoing.originals import is_editable
from qlvb.workflows.signing.keyring import DirectoryKeyRing
from zope.globalrequest import getRequest


def numbers(document):
    return [entry.number for entry in INumberBook(register_of(document)).entries() if entry.status == "taken"]


def test_one_press_does_all(draft, cast, sent):
    take_to(draft, cast, "to_issue")
    first = cast.clerk.does(draft, "issue_at_once", key="a-double-click")
    again = cast.clerk.does(draft, "issue_at_once", key="a-double-click")
    assert first == again and first["state"] == "issued" and first["reference"] == "01/SKHCN-CNTT&CĐS"
    assert first["annexes"] == ["Phụ lục.pdf"] and first["recipients"] == ["Sở Nội vụ"]
    assert [version.kind for version in IFileStore(draft).signed().versions()] == [
        "prepared", "signed", "numbered", "sealed",
    ]  # fmt: skip
    assert numbers(draft) == [1] and len(sent) == 1
    assert cast.clerk.is_refused(draft, "issue_at_once") == (409, {("", "wrong_state")})
    assert IJournal(draft).count("act.issue_at_once") == 1 and IJournal(draft).verify() is None


@pytest.mark.parametrize("before, taken", [("to_issue", []), ("numbered", [1])])
def test_a_failing_signing_service_takes_no_number_and_can_be_resumed(draft, cast, sent, monkeypatch, before, taken):
    take_to(draft, cast, before)

    def unreachable(ring, agency_id):
        raise OSError("the provider does not answer")

    with monkeypatch.context() as broken:
        broken.setattr(DirectoryKeyRing, "for_agency", unreachable)
        assert cast.clerk.is_refused(draft, "issue_at_once") == (503, {("", "signing_failed")})
    assert state_of(draft) == before and numbers(draft) == taken and sent == []
    assert cast.clerk.does(draft, "issue_at_once")["reference"] == "01/SKHCN-CNTT&CĐS"
    assert numbers(draft) == [1] and state_of(draft) == "issued"


def test_a_guard_takes_no_number(draft, cast, sent):
    take_to(draft, cast, "to_issue")
    draft.recipients = []
    status, found = cast.clerk.is_refused(draft, "issue_at_once")
    assert status == 400 and {field for field, _code in found} == {"recipients"}
    assert numbers(draft) == [] and draft.document_number is None and state_of(draft) == "to_issue"


def test_what_will_happen_is_said_before(draft, cast, login_as):
    take_to(draft, cast, "to_issue")
    with login_as(CLERK):
        act = IActs(draft).get("issue_at_once")
        shown = {one["title"]: one["values"] for one in describe_act(act, act.check(), getRequest())["preview"]}
    assert shown["Số, ký hiệu"][0] == "01/SKHCN-CNTT&CĐS" and shown["Ngày ban hành"] == ["05/01/2026"]
    assert shown["Trong hệ thống"] == ["Sở Nội vụ"]
    assert shown["Ký số của cơ quan"][1:] == ["Công văn.pdf", "Phụ lục.pdf"]
    assert "mọi bản của dự thảo đều là PDF" in shown["Tệp gốc sửa được gửi kèm (Điều 4.5)"][0]
    cast.clerk.does(draft, "number")
    with login_as(CLERK):
        act = IActs(draft).get("issue_at_once")
        assert "không lấy số mới" in describe_act(act, act.check(), getRequest())["preview"][0]["values"][0]


def test_the_editable_draft_goes_along_when_the_last_version_is_a_pdf(province, clock, keys, registers, cast, sent):
    document = make_draft(files=False)
    store = IFileStore(document)
    main = store.add("main", "Công văn.docx", docx(), DRAFTER)
    store.replace(main.id, "Công văn.pdf", pdf(), DRAFTER)
    take_to(document, cast, "to_issue")
    assert cast.clerk.does(document, "issue_at_once")["original"] == "Công văn.docx"
    kept = store.files("original")
    assert [one.current.filename for one in kept] == ["Công văn.docx"] and is_editable(kept[0].current)
    assert kept[0].current.note == "Tệp gốc: bản 1 của dự thảo"
