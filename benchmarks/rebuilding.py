"""``bin/qlvb index rebuild`` on a site with records really in the ZODB, made by the bulk import."""

from benchmarks import Result
from benchmarks.creation import bulk
from benchmarks.sites.kept import KeptSite
import subprocess
import time


def measure(options):
    """iterable of Result."""
    site = KeptSite("imported").prepare()
    kept = site.home / "documents"
    count = int(kept.read_text()) if kept.exists() else 0
    if count < options.imported:
        _seconds, imported = bulk(options.imported - count)
        kept.write_text(str(count + imported))
    started = time.perf_counter()
    done = subprocess.run(
        [site.program, "index", "rebuild"], env=site.environment, stdout=subprocess.PIPE, text=True, check=True
    )
    seconds = time.perf_counter() - started
    print(done.stdout.strip())
    count = int(kept.read_text())
    yield Result(
        f"index rebuild of {count:,} records, starting Zope included", count / seconds, "rec/s", 1000, at_least=True
    )
