"""Who is told, how a case ends, and what is left."""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from holding import place
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.clock import held
from qlvb.content.disposals.destroying import blobs_of
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.exposures.cases import ANNOTATION
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import TAKEN_OUT
from qlvb.content.exposures.lid import closed_by
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.violations import Refused
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.exposures.ending import lift
from qlvb.workflows.exposures.ending import take_out
from qlvb.workflows.exposures.parties import confirm
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.publication import publication
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.publication.interfaces import IPublished
from received import attach_pdf
from received import received
from sent import SNV
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate


HEAD, OTHER_HEAD = "nguyenthithuha", "tranduclong"
WHY = "Có dấu TỐI MẬT của cơ quan ban hành"


@pytest.fixture
def case(arrived, reports):
    return reports("vanthusnv", arrived)[0]


@pytest.fixture
def ends(login_as):
    """``ends(lift, case, userid, …)`` -> (status, codes), (200, []) when it was done."""

    def ends(what, case, userid, *more):
        with login_as(userid):
            manager = api.user.has_permission("Manage portal")
            try:
                what(case, userid, *(() if what is take_out else (manager,)), *more)
            except Refused as refused:
                return refused.status, [one.code for one in refused.violations]
        return 200, []

    return ends


@pytest.fixture
def mail(province, monkeypatch):
    """Everybody has an address; nothing is sent in these tests."""
    monkeypatch.setattr(getUtility(INoticeChannel, name="email"), "reaches", lambda userid: True)


def told(userid):
    notices = getUtility(INotices).of(userid).newest()
    return [(translate(one.text, target_language="vi"), dict(one.owed)) for one in notices if one.event == "secret_report"]


def test_the_parties_of_the_regulation_are_told_without_what_it_says(mail, case, sent):
    assert [(one.key, one.agency, one.state) for one in case.parties.values()] == [
        ("head", "snv", "told"),
        ("managing", "", "told"),
        ("sender", "skhcn", "told"),
        ("competent", "", "waiting"),
    ]
    for userid in (OTHER_HEAD, HEAD, "quantri", "vanthuskhcn"):
        ((text, owed),) = told(userid)
        assert case.id in text and "Hang Gấu" not in text and "15/SKHCN" not in text
        assert "email" in owed, userid
    assert told("leminhanh") == [] and told("vuhaiyen") == []


def test_a_sender_outside_waits_for_the_head(make, reports, province):
    letter = make("Văn bản của nơi khác", issuing_body="Công ty Sao Mai")
    attach_pdf(letter, "original")
    case, _new = reports("vanthuskhcn", letter)
    sender = case.parties["sender"]
    assert (sender.agency, sender.name, sender.state) == ("", "Công ty Sao Mai", "waiting")


def test_agencies_with_copies_are_told_too(sent, arrived, reports):
    case, _new = reports("leminhanh", sent)
    assert case.parties["sender"].agency == "skhcn" and case.parties["holder:snv"].state == "told"
    assert len(told(OTHER_HEAD)) == 1


def test_parties_answer_for_themselves_and_the_head_for_those_outside(case):
    for userid, manager in (("vanthusnv", False), ("leminhanh", False), ("quantri", True)):
        with pytest.raises(Refused) as refused:
            confirm(case, "competent", "Công văn số 12/SNV-VP ngày 05/01/2026", userid, manager)
        assert refused.value.status == 403
    with pytest.raises(Refused) as refused:
        confirm(case, "competent", "", OTHER_HEAD, False)
    assert refused.value.status == 400
    confirm(case, "competent", "Công văn số 12/SNV-VP ngày 05/01/2026", OTHER_HEAD, False)
    confirm(case, "managing", "", "quantri", True)
    confirm(case, "sender", "", HEAD, False)
    assert {one.state for key, one in case.parties.items() if key != "head"} == {"confirmed"}
    for key, status in (("competent", 409), ("nobody", 404), (None, 404)):
        with pytest.raises(Refused) as refused:
            confirm(case, key, "Công văn số 12", OTHER_HEAD, False)
        assert refused.value.status == status


@pytest.mark.parametrize("userid", ["vanthusnv", "leminhanh", "skhcnqtdv", HEAD, "vuhaiyen"])
def test_only_the_head_or_the_system_lifts(case, ends, arrived, userid):
    assert ends(lift, case, userid, WHY) == (403, ["not_head"])
    assert closed_by(arrived) == case.id


def test_the_system_lifts_what_it_cannot_see(case, ends, arrived, sees):
    assert not sees("quantri", arrived)
    assert ends(lift, case, "quantri", WHY) == (200, []) and not closed_by(arrived)
    assert not getUtility(ICases).case_of(IFileStore(arrived).signed().current.sha256)
    assert ends(lift, case, "quantri", WHY) == (409, ["wrong_state"])
    assert len(told("vanthusnv")) == 1  # who reported it hears how it ended


def test_a_reason_and_the_password_are_asked_for(case, ends, arrived):
    assert ends(lift, case, OTHER_HEAD, "") == (400, ["text_length"])
    assert ends(take_out, case, OTHER_HEAD, "", PASSWORD) == (400, ["text_length"])
    assert ends(take_out, case, OTHER_HEAD, WHY, "sai") == (403, ["password_wrong"])
    assert ends(take_out, case, "quantri", WHY, PASSWORD) == (403, ["not_head"])
    assert case.state == OPEN and IFileStore(arrived).files()


def test_taken_out_is_destroyed_agency_by_agency(case, ends, arrived, sent, sees, login_as):
    blobs, hashes = blobs_of(arrived), {one.current.sha256 for one in IFileStore(arrived).files()}
    assert ends(take_out, case, OTHER_HEAD, WHY, PASSWORD) == (200, [])
    assert all(not blob.open().read() for blob in blobs) and IFileStore(arrived).files() == []
    stub = IStub(arrived).read()
    assert {one["sha256"] for one in stub["files"]} == hashes and stub["case"] == case.id
    assert arrived.subject and closed_by(arrived) == case.id  # what is left stays closed
    assert sees(OTHER_HEAD, arrived) and not sees("vanthusnv", arrived) and not sees("quantri", arrived)
    assert case.state == OPEN and IFileStore(sent).files()
    assert ends(lift, case, OTHER_HEAD, WHY) == (409, ["partly_taken_out"])
    assert ends(take_out, case, OTHER_HEAD, WHY, PASSWORD) == (409, ["wrong_state"])
    assert ends(take_out, case, HEAD, WHY, PASSWORD) == (200, [])
    assert case.state == TAKEN_OUT and {item.state for item in case.items.values()} == {TAKEN_OUT}
    assert any("đã được gỡ" in text for text, _owed in told("vanthusnv"))
    getUtility(IRunner).run_pending()
    assert [(job.state, job.attempts, job.error) for job in IJobs(arrived).all() if job.kind == "secret_wipe"] == [("done", 1, "")]


def test_the_same_file_does_not_come_in_again(case, ends, arrived, sent, make, login_as):
    data = IFileStore(sent).signed().current.data()
    ends(take_out, case, OTHER_HEAD, WHY, PASSWORD)
    ends(take_out, case, HEAD, WHY, PASSWORD)
    with pytest.raises(Refused) as refused:
        IFileStore(make("Văn bản mới")).add("original", "lai-gui.pdf", data, "vanthuskhcn")
    assert refused.value.violations[0].code == "secret_reported"


def test_what_a_case_of_inspection_holds_is_not_destroyed(case, ends, sent, arrived):
    place(sent)
    assert ends(take_out, case, HEAD, WHY, PASSWORD) == (409, ["held"])
    assert IFileStore(sent).files() and closed_by(sent) == case.id
    assert ends(take_out, case, OTHER_HEAD, WHY, PASSWORD) == (200, []) and case.state == OPEN


def test_a_copy_that_came_in_beside_the_report_is_found_by_the_job(sent, reports, province):
    """The delivery was committed while the report was being made: it saw nothing of it."""
    case, _new = reports("leminhanh", sent)
    late, kept = received(), IAnnotations(province)[ANNOTATION]
    closed, kept.bytes = kept.bytes, OOBTree()
    IFileStore(late).add("signed", "cong-van.pdf", IFileStore(sent).signed().current.data(), "system")
    kept.bytes = closed
    assert not closed_by(late)
    getUtility(IRunner).run_pending()
    assert closed_by(late) == case.id and case.parties["holder:snv"].state == "told"


def test_a_waiting_send_waits_and_goes_on_when_it_is_lifted(sent, reports, ends):
    (delivery,) = IDeliveries(sent).send([SNV], by="vanthuskhcn")
    case, _new = reports("leminhanh", sent)
    (job,) = [job for job in IJobs(sent).all() if job.kind == "deliver"]
    getUtility(IRunner).run_pending()
    assert not delivery.incoming and (job.state, job.attempts) == ("queued", 0)
    assert ends(lift, case, HEAD, WHY) == (200, [])
    with held(job.next_try):
        getUtility(IRunner).run_pending()
    assert delivery.incoming and job.state == "done"


def test_what_was_published_is_shown_no_more(sent, reports, ends, monkeypatch):
    monkeypatch.setattr(publication, "state_of", lambda document: "issued")
    IPublication(sent).publish("public", clock.today() + timedelta(days=5), "leminhanh")
    shown = getUtility(IPublished).documents
    assert shown() == [sent]
    case, _new = reports("leminhanh", sent)
    assert shown() == []
    ends(lift, case, HEAD, WHY)
    assert shown() == [sent]
