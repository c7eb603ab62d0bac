"""Drawn pages over HTTP, with a million records against the same with a thousand: from the request to the last byte."""

from benchmarks import Result
from benchmarks._times import p50
from benchmarks._times import p95
from benchmarks.data.loading import generated
from benchmarks.lists import last
from benchmarks.sites import inside
from benchmarks.sites.kept import KeptSite
from benchmarks.sites.postgresql import index_at
import time


#: Asked before times are taken: templates are compiled, caches of a thread filled.
WARM = 4


def pages(agency):
    """name -> (userid, address below the site)."""
    clerk, leader = agency.having("clerk")[0].userid, agency.having("leader")[0].userid
    return {
        "home": (clerk, ""),
        "worklist of a clerk (overdue)": (clerk, "@@worklist?box=incoming.overdue_agency"),
        "worklist of a leader (done)": (leader, "@@worklist?box=incoming.done"),
        "register of arrivals": (clerk, f"{agency.id}/registers/van-ban-den-2026"),
        "dossiers of the agency": (leader, f"{agency.id}/dossiers?tab=all"),
    }


def measure(options):
    """iterable of Result, per database of the index."""
    site = KeptSite(threads=1).prepare()
    agency = generated(options.small).province[2]
    for dialect in options.dialects:
        times = {}
        for count in (options.small, options.records):
            with index_at(dialect, count) as environment:
                last(inside(site, "load", count, **environment))
                inside(site, "claim", **environment)
                with site.served(**environment):
                    times[count] = drawn(site, pages(agency), options.rounds)
        for name, large in times[options.records].items():
            what = f"{dialect}: page: {name}"
            ratio = p50(large) / p50(times[options.small][name])
            yield Result(f"{what}: {options.records:,} records against {options.small:,}", ratio, "times", 2)
            yield Result(f"{what}: p50", p50(large) * 1000, "ms")
            yield Result(f"{what}: p95", p95(large) * 1000, "ms", 300)


def drawn(site, wanted, rounds):
    """name -> seconds of each time the page was asked for."""
    found = {}
    for name, (userid, address) in wanted.items():
        client = site.session(userid)
        taken = []
        for _round in range(rounds + WARM):
            started = time.perf_counter()
            answer = client.get(address, headers={"Accept": "text/html"})
            taken.append(time.perf_counter() - started)
            if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
                raise RuntimeError(f"{address}: {answer.status_code} {answer.text[:300]}")
        found[name] = taken[WARM:]
    return found
