"""The clerk seals with the agency's token: document and annexes in one act, digitised papers likewise."""

from outgoing_story import CLERK
from outgoing_story import pdf
from outgoing_story import take_to
import pytest
from qlvb.content import clock as site_clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.viruses import VirusCheck
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import IRegisterFinder
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.signing.interfaces import IKeyRing
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.viruses.interfaces import IVirusScanner
from received import received
from scanned import paper_scan
from zope.component import getGlobalSiteManager
from zope.component import getUtility


@pytest.fixture
def letter(draft, cast, route):
    return take_to(draft, cast, "numbered")


@pytest.fixture
def clerk(machine):
    return machine(CLERK)


@pytest.mark.parametrize("field", [None, "Signature2"])
def test_document_and_annex_are_sealed_in_one_act(letter, cast, clerk, field):
    ticket, tokens = clerk.asks(letter, "seal")
    assert [job["url"].rpartition("/")[2] for job in clerk.jobs] == ["SignIssued", "SignAppendix"]
    assert f'"DocNumber": "{letter.reference}"' in clerk.jobs[0]["message"]
    assert '"IssuedDate": "05/01/2026"' in clerk.jobs[0]["message"]
    assert clerk.brings(tokens[0]) == () and ticket.state == "waiting"
    assert official_version(letter).kind == "numbered"
    assert clerk.brings(tokens[1], field=field) == () and ticket.state == "done"
    store, verify = IFileStore(letter), getUtility(IPdfSigning).verify
    found = verify(official_version(letter).data())
    assert [(one.purpose, one.verdict) for one in found] == [("person", "valid"), ("organisation", "valid")]
    (annex,) = store.files("annex")
    assert annex.current.kind == "sealed" and annex.current.data().startswith(annex.version(1).data())
    assert [(one.purpose, one.verdict) for one in verify(annex.current.data())] == [("organisation", "valid")]
    entry = next(iter(IJournal(letter).entries(newest_first=True, events=("act.seal",))))
    assert entry.detail["route"] == "vgca"
    cast.clerk.does(letter, "issue")


def test_an_annex_that_came_meanwhile(letter, clerk):
    _ticket, tokens = clerk.asks(letter, "seal")
    annex = next(iter(IFileStore(letter).files("annex")))
    IFileStore(letter).replace(annex.id, "Phụ lục.pdf", pdf(4), CLERK)
    assert clerk.brings(tokens[0]) == ()
    assert clerk.brings(tokens[1]) == ("local_revision_lost",)
    assert official_version(letter).kind == "numbered"


def test_the_leaders_token_is_no_seal(letter, clerk):
    _ticket, tokens = clerk.asks(letter, "seal")
    leader = getUtility(IKeyRing).for_person(letter.signatory)
    assert clerk.brings(tokens[0], signer=leader) == ("local_wrong_person",)
    assert official_version(letter).kind == "numbered"


def test_without_the_tick_the_provider_seals(letter, cast):
    cast.clerk.does(letter, "seal", vgca=False)
    assert official_version(letter).kind == "sealed"


def test_a_file_with_a_virus_is_refused(letter, clerk):
    class Scanner:
        configured = True

        def version(self):
            return "trial", "1"

        def look(self, stream, mimetype="", patience=60):
            return VirusCheck("infected", site_clock.now(), "Win.Test.EICAR")

    manager, real = getGlobalSiteManager(), getUtility(IVirusScanner)
    manager.registerUtility(Scanner(), IVirusScanner)
    try:
        _ticket, tokens = clerk.asks(letter, "seal")
        assert clerk.brings(tokens[0]) == ("local_file_infected",)
    finally:
        manager.registerUtility(real, IVirusScanner)
    assert official_version(letter).kind == "numbered"


def test_a_digitised_paper(route, machine, login_as, keys):
    getUtility(IRegisterFinder).open_year("snv", site_clock.today().year, "vanthusnv")
    record = received(arrival_channel="post", paper=True)
    IFileStore(record).add("main", "quet.pdf", paper_scan(), by="vanthusnv").current.set_text("")
    with login_as("vanthusnv"):
        IActs(record).perform("accept", {})
    clerk = machine("vanthusnv")
    _ticket, (token,) = clerk.asks(record, "sign_scan")
    assert clerk.jobs[0]["url"].endswith("/SignIncomming")
    assert clerk.brings(token, signer=getUtility(IKeyRing).for_agency("snv")) == ()
    assert IFileStore(record).main().current.kind == "sealed"
    entry = next(iter(IJournal(record).entries(newest_first=True, events=("act.sign_scan",))))
    assert entry.detail["route"] == "vgca"
