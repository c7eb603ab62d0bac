"""Full-text search in a million records, and against Plone's own SearchableText on the same documents."""

from benchmarks import Result
from benchmarks._times import p50
from benchmarks._times import p95
from benchmarks.lists import last
from benchmarks.sites import inside
from benchmarks.sites.kept import KeptSite
from benchmarks.sites.postgresql import index_at


def measure(options):
    """iterable of Result, per database of the index."""
    site = KeptSite().prepare()
    for dialect in options.dialects:
        with index_at(dialect, options.records) as environment:
            inside(site, "load", options.records, **environment)
            found = last(inside(site, "asking", "searches", options.rounds, **environment))
        for name, asked in found.items():
            yield Result(
                f"{dialect}: {name!r} in {options.records:,}, {asked['total']:,} found: p95", p95(asked["times"]), "ms"
            )
        times = [one for asked in found.values() for one in asked["times"]]
        yield Result(f"{dialect}: search in {options.records:,} records: p50", p50(times), "ms")
        yield Result(f"{dialect}: search in {options.records:,} records: p95", p95(times), "ms", 300)
    if options.plain:
        yield from _against_plone(site, options)


def _against_plone(site, options):
    inside(site, "plain", "fill", options.plain)
    plain = last(inside(site, "plain", "ask", options.rounds))
    theirs = p50([one for asked in plain.values() for one in asked["times"]])
    cold = p50([one for asked in plain.values() for one in asked["cold"]])
    yield Result(f"Plone's SearchableText in {options.plain:,} Documents: p50", theirs, "ms")
    yield Result("Plone's SearchableText with an empty cache of objects: p50", cold, "ms")
    for dialect in options.dialects:
        with index_at(dialect, options.plain) as environment:
            inside(site, "load", options.plain, **environment)
            found = {
                kind: last(inside(site, "asking", kind, options.rounds, **environment))
                for kind in ("searches", "searches_of_all")
            }
        times = {
            kind: p50([one for asked in answers.values() for one in asked["times"]]) for kind, answers in found.items()
        }
        ours, ours_of_all = times["searches"], times["searches_of_all"]
        yield Result(f"{dialect}: search in {options.plain:,} records: p50", ours, "ms")
        yield Result(f"{dialect}: as fast as SearchableText", theirs / ours, "times", 20, at_least=True)
        first = p50([asked["first"] for asked in found["searches"].values()])
        yield Result(f"{dialect}: the same, asked for the first time: p50", first, "ms")
        yield Result(f"{dialect}: as fast as SearchableText, both cold", cold / first, "times", 20, at_least=True)
        yield Result(f"{dialect}: the same by one who sees every record: p50", ours_of_all, "ms")
        yield Result(f"{dialect}: as fast as SearchableText, of every record", theirs / ours_of_all, "times")
