"""What a search found, as a value."""

from dataclasses import dataclass


#: Hits beyond this are not counted, and no page lies beyond them.
MOST_COUNTED = 10_000


@dataclass(frozen=True)
class Found:
    """Page of hits: ``ids`` (of ``records``) in order; ``total`` of all hits, at least that many when not
    ``total_is_exact``.

    ``corrected``: the question as it was understood instead, None when it was taken as typed. Its words are those of
    hits in ``ids``' list, so it tells nothing of records that the person may not see.
    """

    ids: tuple = ()
    total: int = 0
    total_is_exact: bool = True
    corrected: str | None = None


#: The lower half of a place is the id of the record, the upper one its day: later places are newer records.
ID_BITS = 32
ID_MASK = (1 << ID_BITS) - 1


def place_of(record_id, day):
    """Where a record of that day (ordinal) stands in the index."""
    return day << ID_BITS | record_id


def id_at(place):
    """Id of the record at a place."""
    return place & ID_MASK


def day_at(place):
    """Day (ordinal) of the record at a place."""
    return place >> ID_BITS
