"""Whether a PDF keeps what the archive asks of its form, as it was judged once: the bytes of a version never change."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ArchivalCheck:
    """One judgement of a version that is a PDF. ``judge``: who judged, by which rules; ``archival``: it says that it is
    PDF/A and keeps it; ``lacks``: tuple of (rule, clause, detail) of what it does not keep.
    """

    judge: str
    archival: bool
    lacks: tuple = ()
