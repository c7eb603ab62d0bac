"""The leader signs on her own machine: the same act, the same rules, and what is refused changes nothing."""

from datetime import timedelta
from outgoing_story import SIGNATORY
from outgoing_story import pdf
from outgoing_story import take_to
import pytest
from qlvb.content import clock as site_clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.localsigning.settings import LocalSigningSettings
from qlvb.workflows.localsigning.tickets import find_ticket
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import person_verdict
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


CAPACITY = {"capacity": "direct"}


@pytest.fixture
def letter(draft, cast, route):
    """A letter that waits for the director's signature."""
    return take_to(draft, cast, "to_sign")


@pytest.fixture
def leader(machine):
    return machine(SIGNATORY)


def as_it_was(letter):
    return letter.portal_workflow.getInfoFor(letter, "review_state") == "to_sign" and official_version(letter) is None


@pytest.mark.parametrize("field", [None, "Signature1"])
def test_the_act_goes_on_as_if_the_provider_had_signed(letter, cast, leader, field):
    ticket, (token,) = leader.asks(letter, "sign", **CAPACITY)
    assert as_it_was(letter)
    assert leader.brings(token, field=field) == ()
    assert ticket.state == "done" and ticket.result["state"] == "to_issue"
    entry = next(iter(IJournal(letter).entries(newest_first=True)))
    assert (entry.event, entry.actor, entry.detail["route"]) == ("act.sign", SIGNATORY, "vgca")
    kinds = [version.kind for version in IFileStore(letter).signed().versions()]
    assert kinds == ["prepared", "signed"]
    assert person_verdict(official_version(letter).data()).signer == "Nguyễn Thị Thu Hà"
    for act in ("number", "seal", "issue"):
        cast.clerk.does(letter, act)
    assert official_version(letter).kind == "sealed"


def test_what_the_service_is_asked(letter, leader, province):
    leader.asks(letter, "sign", **CAPACITY)
    (job,) = leader.jobs
    assert job["url"] == "wss://127.0.0.1:8987/SignApproved"
    assert f"{province.absolute_url()}/@@local-signing/" in job["message"]
    assert '"FileUploadHandler"' in job["message"] and "vgca_sign_approved" in job["message"]


REFUSALS = {
    "local_wrong_person": {"signer": "buitrungkien"},
    "local_changed": {"spoil": lambda data: data + b"%more\n"},
    "local_not_continued": {"spoil": lambda data: pdf() + data},
    "local_file_missing": {"spoil": lambda data: b"<html>"},
    "local_file_too_large": {"spoil": lambda data: data + b"0" * (11 << 20)},
}


@pytest.mark.parametrize("code", REFUSALS)
def test_what_is_not_right_is_refused_and_changes_nothing(letter, leader, code):
    how = dict(REFUSALS[code])
    if "signer" in how:
        how["signer"] = getUtility(IKeyRing).for_person(how["signer"])
    ticket, (token,) = leader.asks(letter, "sign", **CAPACITY)
    assert leader.brings(token, **how) == (code,)
    assert as_it_was(letter) and ticket.state == "refused"
    with pytest.raises(Refused) as caught:
        leader.brings(token)
    assert caught.value.violations[0].code == "local_token_used"


def test_a_token_is_good_once(letter, leader):
    _ticket, (token,) = leader.asks(letter, "sign", **CAPACITY)
    assert leader.brings(token) == ()
    with pytest.raises(Refused) as caught:
        leader.brings(token)
    assert caught.value.violations[0].code == "local_token_used"


def test_a_token_of_nobody(letter, leader):
    with pytest.raises(Refused) as caught:
        leader.brings("x" * 43)
    assert (caught.value.status, caught.value.violations[0].code) == (404, "local_token_unknown")


def test_a_token_that_has_expired(letter, leader):
    ticket, (token,) = leader.asks(letter, "sign", **CAPACITY)
    with site_clock.held(ticket.until + timedelta(seconds=1)):
        assert ticket.state == "expired"
        with pytest.raises(Refused) as caught:
            leader.brings(token)
    assert caught.value.violations[0].code == "local_token_expired" and as_it_was(letter)


def test_a_file_that_has_changed_meanwhile(letter, leader):
    ticket, (token,) = leader.asks(letter, "sign", **CAPACITY)
    store = IFileStore(letter)
    store.replace(store.main().id, "Công văn.pdf", pdf(3), "leminhanh")
    assert leader.brings(token) == ("local_revision_lost",)
    assert as_it_was(letter) and ticket.state == "refused"


def test_a_document_that_has_gone_on_meanwhile(letter, cast, leader):
    with leader.login_as(SIGNATORY):
        state = IActs(letter).get("sign").state
    _ticket, (token,) = leader.asks(letter, "sign", expected_state=state, **CAPACITY)
    cast.signatory.does(letter, "return", reason="Xem lại căn cứ pháp lý")
    assert leader.brings(token) == ("someone_was_faster",)
    assert official_version(letter) is None


def test_only_who_may_sign_gets_a_file(letter, machine):
    with pytest.raises(Refused) as caught:
        machine("leminhanh").asks(letter, "sign", **CAPACITY)
    assert caught.value.violations[0].code == "not_your_turn" and as_it_was(letter)


def test_the_route_is_off_unless_somebody_switches_it_on(draft, cast, machine):
    letter = take_to(draft, cast, "to_sign")
    with pytest.raises(Refused) as caught:
        machine(SIGNATORY).asks(letter, "sign", **CAPACITY)
    assert caught.value.violations[0].code == "local_route_off"
    assert cast.signatory.is_refused(letter, "sign", vgca=True, **CAPACITY) == (400, {("vgca", "unknown_field")})


@pytest.mark.parametrize("values", [{"agencies": ["snv"]}, {"functions": {"approve": ""}}])
def test_it_is_on_for_some_agencies_and_some_purposes(letter, machine, route, values):
    route.change(values)
    with pytest.raises(Refused) as caught:
        machine(SIGNATORY).asks(letter, "sign", **CAPACITY)
    assert caught.value.violations[0].code == "local_route_off"


def test_the_tick_alone_signs_nothing(letter, cast):
    assert cast.signatory.is_refused(letter, "sign", vgca=True, **CAPACITY) == (400, {("vgca", "local_not_brought")})
    assert as_it_was(letter)


def test_the_route_follows_the_certificate(letter, cast, leader, key_directory, monkeypatch, tmp_path):
    for name in ("people", "agencies", "ca"):
        (tmp_path / name).mkdir()
        for path in (key_directory / name).iterdir():
            if path.name != f"{SIGNATORY}.p12":
                (tmp_path / name / path.name).write_bytes(path.read_bytes())
    (tmp_path / "passphrase").write_bytes((key_directory / "passphrase").read_bytes())
    signer = getUtility(IKeyRing).for_person(SIGNATORY)
    monkeypatch.setenv("QLVB_KEYS", str(tmp_path))
    with leader.login_as(SIGNATORY):
        assert IActs(letter).get("sign").defaults()["vgca"] is True
    assert cast.signatory.is_refused(letter, "sign", vgca=False, **CAPACITY) == (409, {("", "no_key")})
    _ticket, (token,) = leader.asks(letter, "sign", **CAPACITY)
    assert leader.brings(token, signer=signer) == ()
    for act in ("number", "seal"):
        cast.clerk.does(letter, act)


def test_nobody_else_hears_of_it(letter, leader):
    ticket, _tokens = leader.asks(letter, "sign", **CAPACITY)
    assert find_ticket(ticket.id, SIGNATORY) is ticket
    assert find_ticket(ticket.id, "buitrungkien") is None


def test_what_the_settings_refuse(province):
    settings = LocalSigningSettings()
    wrong = {
        "on": "yes",
        "address": "wss://signing.example:8987; script-src *",
        "agencies": ["nowhere"],
        "functions": {"approve": "../x"},
        "port": 1,
    }
    with pytest.raises(Refused) as caught:
        settings.change(wrong)
    codes = {violation.code for violation in caught.value.violations}
    assert codes == {"on_wrong", "address_wrong", "agency_unknown", "function_wrong", "field_unknown"}
    assert not settings.on
