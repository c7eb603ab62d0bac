"""Bringing many dossiers in step with a new retention schedule by the worker, a worker that stops after the first stretch among them."""

from benchmarks import Result
from benchmarks.lists import last
from benchmarks.sites import inside
from benchmarks.sites.kept import DemonstrationSite


def measure(options):
    """iterable of Result."""
    said = last(inside(DemonstrationSite(), "following", options.dossiers))
    what = f"{options.dossiers:,} dossiers brought in step with a new schedule"
    yield Result(what, options.dossiers / said["seconds"], "dossiers/s", 20, at_least=True)
    yield Result(f"{what}: without the new period, or with two entries of it", options.dossiers - said["once"], "", 0)
    yield Result(f"{what}: others under the same row that were touched", said["touched"], "", 0)
    yield Result(f"{what}: done when the first worker stopped", said["halfway"], "dossiers")
