"""The same document comes twice: told side by side, attached to the one that is there, or entered with a reason."""

from base64 import b64encode
from datetime import date
from datetime import timedelta
from hashlib import sha256
import pytest
from qlvb.content.clock import today
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.known import known_documents
from qlvb.workflows.incoming.paper import register_paper
from received import blank_pdf
from received import received


DATA = {
    "subject": "V/v mời dự hội nghị",
    "document_type": "invitation",
    "document_symbol": "07/GM-STC",
    "issue_date": date(2026, 1, 5),
    "issuing_body": "Sở Tài chính",
}
OTHER = {**DATA, "document_symbol": "99/GM-SXD", "issuing_body": "Sở Xây dựng"}
PDF = blank_pdf()
SCAN = ("main", "quet.pdf", PDF)


@pytest.fixture
def clerk(actors, login_as):
    with login_as("vanthusnv"):
        yield "vanthusnv"


@pytest.fixture
def first(clerk):
    return register_paper("snv", DATA, [SCAN], by=clerk)


def codes_of(call):
    with pytest.raises(Refused) as refused:
        call()
    return [(violation.field, violation.code) for violation in refused.value.violations]


@pytest.mark.parametrize("accept", [True, False])
@pytest.mark.parametrize("data,scan", [(DATA, ()), (OTHER, (SCAN,))])
def test_never_a_silent_second_entry(first, clerk, accept, data, scan):
    found = codes_of(lambda: register_paper("snv", data, list(scan), by=clerk, accept=accept))
    assert found == [("duplicate_reason", "duplicate")]


def test_with_a_reason_it_is_entered(first, clerk):
    short = codes_of(lambda: register_paper("snv", {**DATA, "duplicate_reason": "trùng"}, [], by=clerk))
    assert short == [("duplicate_reason", "too_short")]
    again = register_paper("snv", {**DATA, "duplicate_reason": "Bản đính chính, nội dung khác"}, [], by=clerk)
    assert again.arrival_number == first.arrival_number + 1


def test_what_is_there_is_shown_beside(first, clerk, login_as):
    form = {"document_symbol": "07/GM-STC", "issue_date": "2026-01-05", "issuing_body": "so tai chinh"}
    (known,) = known_documents("snv", form)
    assert (known.uid, known.url, known.arrival_number) == (first.UID(), first.absolute_url(), 1)
    assert not known.same_file
    (known,) = known_documents("snv", {"sha256": sha256(PDF).hexdigest()})
    assert known.same_file and known.as_json()["issue_date"] == "2026-01-05"
    assert known_documents("skhcn", form) == []
    for nothing in ({}, {"issue_date": "x", "sha256": ["y", None]}, {"document_symbol": 5}):
        assert known_documents("snv", nothing) == []
    with login_as("vuhaiyen"):
        assert known_documents("snv", form)[0].url == ""


def test_a_further_copy_joins_it(first, actors):
    new, day = blank_pdf() + b"\n% again", today() - timedelta(days=1)
    upload = {"filename": "lan-hai.pdf", "data": b64encode(new).decode()}
    data = {"file": upload, "arrival_date": day, "arrival_channel": "email", "note": "Thư điện tử gửi sau"}
    actors.do(first, "attach_arrival", "vanthusnv", **data)
    (arrival,) = handling_of(first).arrivals
    assert (arrival.channel, arrival.day, arrival.by, len(arrival.files)) == ("email", day, "vanthusnv", 1)
    actors.do(first, "attach_arrival", "vanthusnv", **data)
    assert handling_of(first).arrivals[-1].files == ()
    assert [stored.role for stored in IFileStore(first).files()] == ["main", "original"]
    assert first.arrival_number == 1 and state_of(first) == "registered"
    later = {**data, "arrival_date": today() + timedelta(days=1)}
    assert actors.refused(first, "attach_arrival", "vanthusnv", **later) == (400, ["date_in_future"])
    assert actors.refused(first, "attach_arrival", "vuhaiyen", **data) == (403, ["forbidden"])


def test_a_waiting_copy_joins_it(first, actors):
    copy = received(**{**DATA, "document_number": None, "issuing_body_identifier": ""})
    IFileStore(copy).add("signed", "lien-thong.pdf", blank_pdf() + b"\n% signed", by="system")
    copy.reindexObject()
    assert actors.refused(copy, "accept", "vanthusnv") == (400, ["duplicate"])
    assert "merge" in actors.offered(copy, "vanthusnv")
    actors.do(copy, "merge", "vanthusnv", existing=first.UID())
    assert (state_of(copy), handling_of(copy).merged_into, copy.arrival_number) == ("replaced", first.UID(), None)
    assert [stored.role for stored in IFileStore(first).files()] == ["main", "original"]
    assert first.UID() in copy.related_documents and copy.UID() in first.related_documents


def test_nothing_to_join(actors, record):
    assert "merge" not in actors.offered(record, "vanthusnv")
    assert actors.refused(record, "merge", "vanthusnv", existing="x")[0] == 400
