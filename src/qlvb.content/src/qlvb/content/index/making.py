"""The rows of many records, made here or by processes beside this one."""

from itertools import count
from plone import api
from qlvb.content.index.building import Builder
from qlvb.content.index.walking import wake
import transaction


#: Records of one part for another process.
PART = 100


class Rows:
    """Makes rows in this process; in those of ``beside`` (:class:`~qlvb.content.index.beside.Beside`) as soon as they
    are ready.
    """

    def __init__(self, beside=None):
        self._beside = beside
        self._moments = count()

    @property
    def each(self):
        """As ``map`` over one iterable, by others where there are any; for functions without side effects."""
        return self._beside.each if self._helped else map

    @property
    def _helped(self):
        return self._beside is not None and self._beside.ready

    def made(self, found):
        """Indexed, with the text of its files, of each of ``found``: list of (place, record) of the current
        transaction, which holds the lock of the index. Others begin a transaction of theirs now: it is as young.
        """
        builder = Builder()

        def here(part):
            wake(record for _place, record in part)
            return [builder.build(record, with_content=True) for _place, record in part]

        parts = [found[start : start + PART] for start in range(0, len(found), PART)]
        if self._helped:
            moment = next(self._moments)
            places = [(moment, [place for place, _record in part]) for part in parts]
            by_place = dict(zip(map(_first, places), parts, strict=True))
            made = self._beside.each(rows_at, places, lambda part: here(by_place[_first(part)]))
        else:
            made = map(here, parts)
        for some in made:
            yield from some


_of_process = {"moment": None, "builder": None}


def rows_at(part):
    """In a process beside: (moment, places) -> list of Indexed of the records there. Of one moment is one snapshot."""
    moment, places = part
    site = api.portal.get()
    if _of_process["moment"] != moment:
        transaction.abort()
        site._p_jar.cacheGC()
        transaction.begin()
        _of_process.update(moment=moment, builder=Builder())
    found = [_at(site, place) for place in places]
    wake(found)
    made = [_of_process["builder"].build(record, with_content=True) for record in found]
    for one in made:
        # Worked out here, so that the one who writes need not.
        one.digest  # noqa: B018
    return made


def _first(part):
    """The place with which a part begins."""
    return part[1][0]


def _at(found, place):
    for child_id in place:
        found = found._getOb(child_id)
    return found
