"""Many clients who number in one register at one time; and a document on its way from agency to agency."""

from benchmarks import Result
from benchmarks._times import p50
from benchmarks._times import p95
from benchmarks.sites.kept import DemonstrationSite
from concurrent.futures import ThreadPoolExecutor
from live.story import LETTER
from live.story import Story
from live.story import recipient
import time
import uuid


CLERK = "vanthuskhcn"
SENDINGS = 12


def measure(options):
    """iterable of Result."""
    with DemonstrationSite(threads=8).served(worker=True) as site:
        yield from numbered(site, options.clients)
        yield from sent(site)


def numbered(site, clients):
    story = Story(site)
    letters = story.signed_letters(clients)
    found = story.get(CLERK, "skhcn/registers", metadata_fields="UID")["items"]
    book = next(item["@id"] for item in found if "/cong-van-di-" in item["@id"])
    first = story.get(CLERK, f"{book}/@register")["register"]["next_number"]
    sessions = [Story(site) for _letter in letters]
    for session in sessions:
        session.as_(CLERK)

    def number(pair):
        session, letter = pair
        started = time.perf_counter()
        answer = session.try_act(CLERK, letter, "number")
        return time.perf_counter() - started, answer.status_code, answer.json().get("number")

    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        done = list(pool.map(number, zip(sessions, letters, strict=True)))
    seconds = time.perf_counter() - started
    numbers = sorted(given for _taken, status, given in done if status == 200)
    what = f"{clients} clients number in one register"
    yield Result(f"{what}: numbers given twice", len(numbers) - len(set(numbers)), "", 0)
    yield Result(f"{what}: gaps", len(set(range(first, first + len(numbers))) - set(numbers)), "", 0)
    yield Result(f"{what}: errors", sum(status != 200 for _taken, status, _given in done), "", 0)
    yield Result(f"{what}: rate", len(numbers) / seconds, "/s")
    yield Result(f"{what}: p95", p95([taken for taken, _status, _given in done]), "s")


def sent(site):
    """Seconds from the answer to "issue" until the clerk of the other agency has it in the list."""
    story, times = Story(site), []
    for turn in range(SENDINGS):
        subject = f"V/v đo thời gian gửi nhận {turn} {uuid.uuid4().hex[:8]}"
        letter = letter_to(story, subject, "snv")
        for act in ("number", "seal"):
            story.act(CLERK, letter, act)
        started = time.perf_counter()
        story.act(CLERK, letter, "issue")
        story.until(lambda subject=subject: waiting(story, subject), bool)
        times.append(time.perf_counter() - started)
    yield Result("send and receive between agencies: p50", p50(times), "s")
    yield Result("send and receive between agencies: p95", p95(times), "s", 5)


def letter_to(story, subject, agency):
    fields = {
        "@type": "OutgoingDocument",
        "subject": subject,
        "document_type": "official_letter",
        "signatory": "nguyenthithuha",
        "recipients": [recipient("Sở Nội vụ", agency, "", "for_execution")],
    }
    letter = story.document("leminhanh", "skhcn", fields, [("main", "cong-van.pdf", LETTER.read_bytes())])
    story.act("leminhanh", letter, "submit", {"receiver": "nguyenthithuha"})
    story.act("nguyenthithuha", letter, "sign")
    return letter


def waiting(story, subject):
    items = story.get("vanthusnv", "@worklist", box="incoming.waiting", b_size=100)["items"]
    return [item for item in items if item["subject"] == subject]
