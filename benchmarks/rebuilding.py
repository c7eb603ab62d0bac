"""``bin/qlvb index rebuild`` on sites whose records are really in the ZODB, made by the bulk import; and whether the index
has all of them. The import goes on where it was when it is cut off.
"""

from benchmarks import Result
from benchmarks.data.records import Records
from benchmarks.data.sheets import write_json_lines
from benchmarks.lists import last
from benchmarks.sites import inside
from benchmarks.sites.kept import KeptSite
from benchmarks.sites.postgresql import KeptServer
from contextlib import contextmanager
import re
import subprocess
import time


SEED = 7


def measure(options):
    """iterable of Result, per database."""
    for dialect in options.dialects:
        for count in (options.small, options.whole):
            with site_with(dialect, count) as site:
                done = filled(site, count)
                if done["imported"]:
                    rate = done["imported"] / done["seconds"]
                    yield Result(f"{dialect}: import of {done['imported']:,} documents", rate, "docs/s")
                started = time.perf_counter()
                records, seconds = rebuilt(site)
                whole = time.perf_counter() - started
                what = f"{dialect}: index rebuild of {records:,} records"
                yield Result(what, records / seconds, "rec/s", 1000, at_least=True)
                yield Result(f"{what}, starting Zope included", records / whole, "rec/s")
                yield Result(f"{dialect}: differences of {records:,} records", differences(site), "", 0)


@contextmanager
def site_with(dialect, count):
    """The KeptSite for so many imported records, its database running inside the block."""
    if dialect == "sqlite":
        yield KeptSite(f"records-{count}").prepare()
        return
    with KeptServer() as server:
        yield KeptSite(f"records-{count}-postgresql", dsn=server.database(f"site_{count}")).prepare()


def filled(site, count):
    """Import what is missing of ``count`` documents; returns a dict with ``imported`` and ``seconds``."""
    path = site.home / "rows.jsonl"
    if not path.exists():
        new = path.with_suffix(".new")
        write_json_lines(Records(count, SEED, states=False), new)
        new.rename(path)
    said = last(inside(site, "importing", path, "rest"))
    if said["refused"]:
        raise RuntimeError(f"rows were refused: {said}")
    return said


def rebuilt(site):
    """(records, seconds) as the command itself says."""
    said = _index(site, "rebuild").stdout
    records, seconds = re.search(r"(\d+) records in ([\d.]+) s", said).groups()
    return int(records), float(seconds)


def differences(site):
    """int: what ``bin/qlvb index verify`` finds."""
    return int(re.search(r"(\d+) differences", _index(site, "verify", check=False).stdout)[1])


def _index(site, action, check=True):
    command = [site.program, "index", action, "--quiet"]
    return subprocess.run(command, env=site.environment, stdout=subprocess.PIPE, text=True, check=check)
