"""Closing a dossier of two hundred documents, as its keeper meets it: the check list, and the act itself."""

from benchmarks import Result
from benchmarks.sites.kept import DemonstrationSite
from live.story import Story
from qlvb.content import clock
import time


KEEPER = "vanthuskhcn"
DOCUMENTS = 200
#: Seconds that the user waits (issue: closing a dossier of 200 documents).
BUDGET = 5


def measure(options):
    """iterable of Result."""
    with DemonstrationSite(threads=4).served() as site:
        story = Story(site)
        dossier = filled(story)
        taken = timed(story, "GET", f"{dossier}/@checklist")
        yield Result(f"check list of {DOCUMENTS} documents", taken, "s")
        started = time.perf_counter()
        story.act(KEEPER, dossier, "close", closing())
        yield Result(f"closing a dossier of {DOCUMENTS} documents", time.perf_counter() - started, "s", BUDGET)
        yield Result("the closed dossier over REST", timed(story, "GET", dossier), "s")


def filled(story):
    """The address of an open dossier with DOCUMENTS received documents."""
    keeper = story.as_(KEEPER)
    catalogue = {"year": clock.today().year, "heading": "cntt", "title": "Hồ sơ đo thời gian kết thúc"}
    opened = keeper.post("skhcn/@dossiers", json={**catalogue, "retention_kind": "years", "retention_years": 10})
    assert opened.status_code == 201, opened.text
    dossier = opened.json()["@id"]
    for number in range(DOCUMENTS):
        made = keeper.post("skhcn/@documents", json=received(number))
        assert made.status_code == 201, made.text
        story.act(KEEPER, made.json()["@id"], "accept")
        filed = keeper.post(f"{dossier}/@contents", json={"document": made.json()["UID"]})
        assert filed.status_code == 201, filed.text
    return dossier


def received(number):
    """The body of a received document."""
    return {
        "@type": "IncomingDocument",
        "subject": f"V/v đo thời gian kết thúc hồ sơ, văn bản {number + 1}",
        "document_type": "official_letter",
        "issuing_body": "Sở Nội vụ",
        "original_number": str(number + 1),
        "document_symbol": "SNV-VP",
        "issue_date": clock.today().isoformat(),
        "arrival_channel": "post",
        "page_count": 1 + number % 9,
    }


def closing():
    """The input of the act."""
    return {"end_date": clock.today().isoformat(), "retention_kind": "years", "retention_years": 10}


def timed(story, method, address):
    """Seconds of one request of the keeper's."""
    started = time.perf_counter()
    answer = story.as_(KEEPER).request(method, address)
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - started
