"""A full pass over the files of a site, against sha256sum on the same files in the same run."""

from benchmarks import Result
from benchmarks.lists import last
from benchmarks.sites import inside
from benchmarks.sites.kept import KeptSite


LARGE, SMALL = 48, 400


def measure(options=None):
    """list of Result: the share of sha256sum's speed, and both speeds."""
    said = last(inside(KeptSite("fixity").prepare(), "fixity", LARGE, SMALL))
    megabytes = said["bytes"] / 1e6
    what = f"full pass over {said['files']} files, {megabytes:,.0f} MB"
    return [
        Result(f"{what}: speed against sha256sum", said["theirs"] / said["ours"], "times", 0.7, at_least=True),
        Result(what, megabytes / said["ours"], "MB/s"),
        Result("sha256sum on the same files", megabytes / said["theirs"], "MB/s"),
    ]
