"""The log of safety: what gets into it outside of requests, what is counted, how long it is kept."""

from datetime import datetime
from datetime import timedelta
import made_files
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.viruses import INFECTED
from qlvb.content.files.viruses import VirusCheck
from qlvb.content.safety import log as kept_log
from qlvb.content.safety.interfaces import FILE
from qlvb.content.safety.interfaces import SIGN_IN
from qlvb.content.safety.interfaces import ISafetyLog
from qlvb.content.safety.interfaces import SafetyEvent
from qlvb.content.safety.watching import note_attempt
from qlvb.content.violations import Refused
from qlvb.policy.operations import safety
from qlvb.policy.shell.facts import fact_groups
from qlvb.workflows.viruses.checking import checked
from qlvb.workflows.viruses.interfaces import IVirusScanner
from types import SimpleNamespace
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.i18n import translate


@pytest.fixture
def log(province):
    return getUtility(ISafetyLog)


@pytest.fixture
def document(province):
    values = {"subject": "V/v an toàn thông tin", "document_type": "official_letter"}
    return getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", values, "vanthuskhcn")


class FindsEicar:
    """A scanner that finds a virus in everything."""

    configured = True

    def version(self):
        return "ClamAV", "1"

    def look(self, stream, mimetype="", patience=60):
        return VirusCheck(INFECTED, clock.now(), virus="Eicar-Signature", engine="ClamAV", signatures="1")


@pytest.fixture
def finds():
    manager = getGlobalSiteManager()
    before = manager.queryUtility(IVirusScanner)
    manager.registerUtility(FindsEicar(), IVirusScanner)
    yield
    manager.registerUtility(before, IVirusScanner)


def event(kind=SIGN_IN, ago=0, code="guessing"):
    return SafetyEvent(kind, clock.now() - timedelta(days=ago), code, "leminhanh", "203.0.113.7", "Chrome, Android")


def test_the_tiles_count_what_the_lists_show_at_first(log):
    for ago in (0, 3, 29, 31, 200):
        log.note(event(ago=ago))
    assert safety.counted(SIGN_IN) == len(safety.listed(SIGN_IN)) == 3
    assert len(safety.listed(SIGN_IN, whole=True)) == 5
    assert [one.when for one in safety.listed(SIGN_IN)] == sorted((one.when for one in safety.listed(SIGN_IN)), reverse=True)
    group = next(group for group in fact_groups(frozenset({"manager"}), None) if group.id == "safety")
    assert [(tile.value, tile.url) for tile in group.tiles][:2] == [(3, "@@safety-log?kind=sign_in"), (0, "@@safety-log?kind=file")]
    assert not [group for group in fact_groups(frozenset({"agency_admin"}), "skhcn") if group.id == "safety"]


def test_what_somebody_has_seen_leaves_the_tile_and_stays_in_the_log(log, login_as):
    for _time in range(3):
        log.note(event())
    first, second, _third = log.listed(SIGN_IN)
    with login_as("quantri"):
        assert safety.mark_seen(SIGN_IN, [first.key, first.key, "nothing", ""]) == 1
    with login_as("skhcnqtdv"):  # who was first stays
        assert safety.mark_seen(SIGN_IN, [first.key]) == 0
    assert safety.counted(SIGN_IN) == 2 and len(safety.listed(SIGN_IN, whole=True)) == 3
    assert second.key in {one.key for one in safety.listed(SIGN_IN, unseen=True)}
    (seen,) = [one for one in log.listed(SIGN_IN) if one.seen]
    assert (seen.key, seen.seen_by) == (first.key, "quantri")
    assert safety.mark_seen(FILE, [first.key]) == 0


def test_an_event_of_an_earlier_release_counts_as_unseen(log):
    old = event()
    for name in ("key", "seen", "seen_by"):
        vars(old).pop(name)
    log.note(old)
    (found,) = log.listed(SIGN_IN, unseen=True)
    assert found.seen is None and found.key and safety.counted(SIGN_IN) == 1


def attempt(userid, succeeded=False, address="203.0.113.9"):
    request = SimpleNamespace(getClientAddr=lambda: address, get_header=lambda name, default="": default)
    note_attempt(userid, succeeded, request)


def test_passwords_tried_over_many_accounts_from_one_address_are_logged_once(log):
    people = ["leminhanh", "phamquochuy", "vanthuskhcn", "hoangvanluu"]
    for userid in people:
        attempt(userid)
        attempt(userid)
    attempt("vuhaiyen", address="203.0.113.77")
    assert log.listed(SIGN_IN) == []
    attempt("buitrungkien")
    attempt("buitrungkien")
    (found,) = log.listed(SIGN_IN)
    assert (found.code, found.userid, found.address) == ("spread", "buitrungkien", "203.0.113.9")
    assert "5 tài khoản" in translate(safety.reason_of(found), target_language="vi")


def test_who_mistypes_and_gets_in_is_no_guesser(log):
    for userid in ("leminhanh", "phamquochuy", "vanthuskhcn", "hoangvanluu", "buitrungkien", "vuhaiyen"):
        attempt(userid)
        attempt(userid, succeeded=True)
    assert [one for one in log.listed(SIGN_IN) if one.code == "spread"] == []


def test_tries_of_yesterday_are_forgotten(log):
    for hours, userid in enumerate(("leminhanh", "phamquochuy", "vanthuskhcn", "hoangvanluu", "buitrungkien")):
        with clock.held(datetime(2026, 1, 5, 8 + 2 * hours, tzinfo=clock.VIETNAM)):
            attempt(userid)
    assert log.listed(SIGN_IN) == []


def test_what_is_older_than_a_year_goes_and_a_flood_keeps_the_newest(log, monkeypatch):
    log.note(event(ago=400))
    log.note(event())
    assert len(log.listed(SIGN_IN)) == 1
    monkeypatch.setattr(kept_log, "KEPT", 10)
    log.note(event(FILE))
    for _time in range(15):
        log.note(event())
    assert len(log.listed(SIGN_IN)) == 10 and len(log.listed(FILE)) == 1


def test_a_file_of_a_wrong_kind_is_logged_with_its_reason(log, document, login_as):
    with login_as("vanthuskhcn"):
        for name, data in (("van-ban.pdf", b"MZ" + b"\0" * 200), ("van-ban.docx", made_files.pdf(1)), ("trong.pdf", b"")):
            with pytest.raises(Refused):
                IFileStore(document).add("main", name, data, "vanthuskhcn")
    found = {one.what: one for one in log.listed(FILE)}
    assert set(found) == {"van-ban.pdf", "van-ban.docx"}  # an empty file is a mistake, no danger
    assert found["van-ban.docx"].code == "file_extension_mismatch" and found["van-ban.docx"].userid == "vanthuskhcn"
    assert IFileStore(document).files() == []


def test_a_virus_is_logged_once_with_who_put_it_in_and_where(log, document, finds, login_as):
    stored = IFileStore(document).add("main", "van-ban.pdf", made_files.pdf(1), "vanthuskhcn")
    checked(document, stored.id, stored.current)
    checked(document, stored.id, stored.current)
    (found,) = log.listed(FILE)
    assert (found.code, found.userid, found.what) == ("file_infected", "vanthuskhcn", "van-ban.pdf")
    with login_as("vanthuskhcn"):
        assert safety.place_of(found) == (document.Title(), found.where)
    with login_as("vanthusnv"):  # may not see the record: the agency alone is named
        assert safety.place_of(found) == ("Sở Khoa học và Công nghệ", "")
