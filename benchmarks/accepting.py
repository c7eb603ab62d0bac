"""The taking over of a transfer of many dossiers by the worker (Luật Lưu trữ 2024 Điều 17): custody, rights, journal, lists."""

from benchmarks import Result
from benchmarks.lists import last
from benchmarks.sites import inside
from benchmarks.sites.kept import DemonstrationSite


def measure(options):
    """iterable of Result."""
    site = DemonstrationSite()
    said = last(inside(site, "accepting", options.dossiers))
    what = f"a transfer of {options.dossiers:,} dossiers taken over"
    yield Result(what, said["accepted"] / said["seconds"], "dossiers/s", 20, at_least=True)
    yield Result(f"{what}: not taken over", options.dossiers - said["archived"], "", 0)
    yield Result(f"{what}: not exactly once", options.dossiers - said["once"], "", 0)
    yield Result(f"{what}: done when the first worker stopped", said["halfway"], "dossiers")
