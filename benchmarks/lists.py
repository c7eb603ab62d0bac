"""Pages of lists with a million records against the same with a thousand, and pages far back against the first."""

from benchmarks import Result
from benchmarks._times import p50
from benchmarks._times import p95
from benchmarks.sites import inside
from benchmarks.sites.kept import KeptSite
from benchmarks.sites.postgresql import index_at
import json


def measure(options):
    """iterable of Result, per database of the index."""
    site = KeptSite().prepare()
    for dialect in options.dialects:
        answers = {}
        for count in (options.small, options.records):
            with index_at(dialect, count) as environment:
                loaded = last(inside(site, "load", count, **environment))
                if loaded["loaded"]:
                    yield Result(f"{dialect}: load {count:,} generated records", loaded["seconds"], "s")
                answers[count] = last(inside(site, "asking", "lists", options.rounds, **environment))
                if count == options.records:
                    far = last(inside(site, "asking", "paging", options.rounds, **environment))
        yield from compared(dialect, options, answers[options.small], answers[options.records])
        yield from paged(dialect, far)


def last(output):
    """The JSON of the last line."""
    return json.loads(output.strip().splitlines()[-1])


def compared(dialect, options, small, large):
    for name, asked in large.items():
        ratio = p50(asked["times"]) / p50(small[name]["times"])
        what = f"{dialect}: {name}, {asked['total']:,} rows"
        yield Result(f"{what}: {options.records:,} records against {options.small:,}", ratio, "times", 2)
        yield Result(f"{what}: p50", p50(asked["times"]), "ms")
        yield Result(f"{what}: p95", p95(asked["times"]), "ms", 300)


def far_page(total):
    """Number of the page that ``asking`` goes to: the 10,000th, or one in the middle of a shorter list."""
    return min(10_000, total // 50) + 1


def paged(dialect, far):
    first = p50(far["page 1"]["times"])
    for name, asked in far.items():
        page = f"{dialect}: {name}" if name == "page 1" else f"{dialect}: {name} ({far_page(asked['total']):,})"
        yield Result(f"{page} of {asked['total']:,} rows: p50", p50(asked["times"]), "ms")
        if name != "page 1":
            yield Result(f"{page} against page 1", p50(asked["times"]) / first, "times", 2)
