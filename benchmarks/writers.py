"""Several people who make documents in different agencies at one time, against one."""

from benchmarks import Result
from benchmarks._times import p50
from benchmarks._times import p95
from benchmarks.data.loading import generated
from benchmarks.sites.kept import KeptSite
from concurrent.futures import ThreadPoolExecutor
import time


def measure(options):
    """iterable of Result."""
    records = generated(1000)
    site = KeptSite(threads=options.writers).prepare()
    with site.served():
        people = [agency.having("specialist")[0] for agency in records.province[: options.writers]]
        clients = [(site.session(person.userid), person.agency) for person in people]
        for client in clients:
            write(client, records, 2)
        started = time.perf_counter()
        write(clients[0], records, options.creations)
        one = options.creations / (time.perf_counter() - started)
        started = time.perf_counter()
        with ThreadPoolExecutor(len(clients)) as pool:
            done = list(pool.map(lambda client: write(client, records, options.creations // 2), clients))
        seconds = time.perf_counter() - started
    times = [taken for some in done for taken, _status in some]
    errors = sum(status != 201 for some in done for _taken, status in some)
    yield Result("one writer", one, "docs/s")
    yield Result(f"{options.writers} writers in different agencies", len(times) / seconds, "docs/s")
    yield Result(f"{options.writers} writers against one", len(times) / seconds / one, "times", 0.8, at_least=True)
    yield Result(f"{options.writers} writers: p50", p50(times), "s")
    yield Result(f"{options.writers} writers: p95", p95(times), "s", 1)
    yield Result(f"{options.writers} writers: errors", errors, "", 0)


def write(client, records, count):
    """[(seconds, status)] of ``count`` documents made one after another."""
    session, agency = client
    found = []
    for made, _turn in zip(records, range(count), strict=False):
        body = {"@type": "OutgoingDocument", "subject": made.subject, "document_type": made.document_type}
        started = time.perf_counter()
        status = session.post(f"{agency}/@documents", json=body).status_code
        found.append((time.perf_counter() - started, status))
    return found
