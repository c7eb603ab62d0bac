"""Decision and execution: two people, the password, the window, the components of the dossier."""

from disposing import ARCHIVIST
from disposing import EXECUTOR
from disposing import FILE
from disposing import HEAD
from disposing import SCANNED
from disposing import UNIT
from disposing import begun
from disposing import decided
from disposing import examined
from disposing import propose
from disposing import run
from disposing import state
from datetime import timedelta
import json
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.policy.demo.accounts import PASSWORD
from qlvb.workflows.disposal.filing import required
from qlvb.workflows.disposal.jobs import NO_ROOM
from qlvb.workflows.disposal.jobs import failed_job
from qlvb.workflows.disposal.settings import IDisposalSettings
from qlvb.workflows.disposal.window import window_of


def no_room(_layout):
    """A disk without room."""
    raise OSError(28, "No space left on device")


def test_two_people_and_the_password(expired, person, login_as):
    disposal = propose(expired[0], by=HEAD)
    examined(disposal, person)
    said = {"number": "20/QĐ-SKHCN", **SCANNED}
    assert person(HEAD).is_refused(disposal, "decide", **said, password=PASSWORD) == (403, {("", "same_person")})
    disposal.proposer = ARCHIVIST
    assert person(HEAD).is_refused(disposal, "decide", **said, password="wrong") == (403, {("password", "password_wrong")})
    assert person("buitrungkien").is_refused(disposal, "decide", **said, password=PASSWORD) == (403, {("", "not_head")})
    assert state(disposal) == "to_decide" and ISheet(disposal).decision == {}
    person(HEAD).does(disposal, "decide", **said, password=PASSWORD)
    assert ISheet(disposal).decision["due"] == "2038-03-16"
    assert PASSWORD not in json.dumps([entry.detail for entry in IJournal(disposal).entries()])
    people = {"keeper": ARCHIVIST, "witness": UNIT}
    assert person(ARCHIVIST).is_refused(disposal, "execute_disposal", **people, password=PASSWORD)[1] >= {("", "same_person")}
    refused = person(EXECUTOR).is_refused(disposal, "execute_disposal", **people, password="wrong")
    assert refused == (403, {("password", "password_wrong")}) and state(disposal) == "decided"


def test_it_can_be_stopped_in_the_window_and_not_after(expired, person):
    disposal = propose(expired[0])
    begun(disposal, person)
    run(hours=1)
    assert state(disposal) == "executing" and state(expired[0]) == "closed"
    person(EXECUTOR).does(disposal, "undo_execution", why="Cần kiểm tra lại danh mục")
    run()
    assert state(disposal) == "decided" and IFileStore(expired[1][0]).files()
    person(EXECUTOR).does(disposal, "execute_disposal", keeper=ARCHIVIST, witness=UNIT, password=PASSWORD)
    final = window_of(disposal).until
    for early, code in ((timedelta(seconds=1), None), (timedelta(0), "too_late"), (timedelta(hours=-1), "too_late")):
        with held(final - early):
            assert window_of(disposal).open == (code is None)
            if code:
                refused = person(EXECUTOR).is_refused(disposal, "undo_execution", why="Muộn mất rồi nhé")
                assert refused == (409, {("", code)})
    with held(final - timedelta(seconds=1)):
        for stranger in (UNIT, "leminhanh", "vanthuskhcn"):
            assert person(stranger).is_refused(disposal, "undo_execution", why="Không được phép đâu")[0] == 403
        person(EXECUTOR).does(disposal, "undo_execution", why="Vẫn còn kịp, xem lại")
    assert window_of(disposal) is None and state(disposal) == "decided"


@pytest.mark.parametrize(("hours", "code"), [(0, "out_of_range"), (1, None), (240, None), (241, "out_of_range"), ("x", "invalid")])
def test_the_agency_says_how_long_it_waits(expired, person, province, hours, code):
    settings = IDisposalSettings(province["skhcn"])
    assert settings.hours_to_undo == 24
    if code is not None:
        with pytest.raises(Refused) as caught:
            settings.change({"hours_to_undo": hours})
        assert [(one.field, one.code) for one in caught.value.violations] == [("hours_to_undo", code)]
        assert settings.hours_to_undo == 24
        return
    settings.change({"hours_to_undo": hours})
    disposal = propose(expired[0])
    begun(disposal, person)
    settings.change({"hours_to_undo": 24})
    assert window_of(disposal).until == now() + timedelta(hours=hours)
    assert ISheet(disposal).execution["hours"] == hours


def test_the_opinion_is_compulsory_for_sources(expired, province, person):
    province["skhcn"].archive_source = True
    disposal = propose(expired[0])
    examined(disposal, person)
    assert state(disposal) == "opinion"
    said = {"number": "8/CV", "date": "2038-02-28", "body": "Cục Lưu trữ"}
    assert person(ARCHIVIST).is_refused(disposal, "record_opinion", **said)[0] == 400
    early = {**said, "date": "2038-02-19", "file": FILE}
    assert person(ARCHIVIST).is_refused(disposal, "record_opinion", **early) == (400, {("date", "before_council")})
    person(ARCHIVIST).does(disposal, "record_opinion", **said, file=FILE)
    assert state(disposal) == "to_decide" and ISheet(disposal).components()["opinion"]


@pytest.mark.parametrize("before", [False, True])
def test_what_becomes_of_the_agency_after_the_council_asks_no_other_components(expired, province, person, before):
    province["skhcn"].archive_source = before
    disposal = propose(expired[0])
    examined(disposal, person)
    asked = required(disposal)
    assert ("opinion" in asked) == before
    province["skhcn"].archive_source = not before
    assert required(disposal) == asked
    sheet = ISheet(disposal)
    sheet.write("council", {name: value for name, value in sheet.council.items() if name != "heard"})
    assert required(disposal) == asked  # a council of the time before that was kept


def test_components_are_asked_for(expired, person):
    disposal = propose(expired[0])
    decided(disposal, person)
    IFileStore(disposal).remove(ISheet(disposal).components()["minutes"], ARCHIVIST)
    people = {"keeper": ARCHIVIST, "witness": UNIT, "password": PASSWORD}
    assert person(EXECUTOR).is_refused(disposal, "execute_disposal", **people) == (409, {("", "incomplete")})


def test_cancelled_leaves_everything(expired, person):
    disposal = propose(expired[0])
    decided(disposal, person)
    person(ARCHIVIST).does(disposal, "cancel_disposal", why="Danh mục lập chưa đúng")
    assert (state(disposal), state(expired[0])) == ("cancelled", "closed")
    propose(expired[0])


def test_what_stopped_is_shown_and_goes_on(expired, person, monkeypatch):
    """A full disk while the certificate is made: the job gives up and says why, the act goes on."""
    disposal = propose(expired[0])
    begun(disposal, person)
    assert person(EXECUTOR).is_refused(disposal, "retry_execution") == (409, {("", "not_failed")})
    with monkeypatch.context() as patched:
        patched.setattr("qlvb.workflows.disposal.certificate.compose", no_room)
        for attempt in range(12):
            run(hours=25 + 48 * attempt)
    job = failed_job(disposal)
    assert state(disposal) == "executing" and job.error == NO_ROOM
    assert state(expired[0]) == "destroyed" and not ISheet(disposal).certificate
    assert "retry_execution" in person(EXECUTOR).is_offered(disposal)
    assert person(ARCHIVIST).is_refused(disposal, "retry_execution") == (403, {("", "same_person")})
    assert state(disposal) == "executing" and failed_job(disposal) is not None
    person(EXECUTOR).does(disposal, "retry_execution")
    run(hours=24 * 60)
    assert state(disposal) == "executed" and ISheet(disposal).certificate
