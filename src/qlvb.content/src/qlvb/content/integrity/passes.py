"""Passes over the files of a site: a part of all of them each night, all of them in portions."""

from qlvb.content.index.walking import records_below
from qlvb.content.integrity.fixity import Reading
from random import Random


def portion(site, after, seconds, clock):
    """The next records of a full pass, for about ``seconds`` by ``clock()`` (seconds, float).

    Returns (list of Look, place of the last record, bool: the site is through).
    """
    place, until, through = after, clock() + seconds, True
    with Reading() as reading:
        for at, record in records_below(site, after):
            reading.add(record)
            place = at
            if clock() >= until:
                through = False
                break
    return reading.found, place, through


def sample(site, most, seed):
    """Looks at the files of at most ``most`` records, spread over the whole site: list of Look. The same ``seed`` draws
    the same records.

    Drawn by reservoir, because nobody knows how many records there are: each is as likely as any other.
    """
    chance = Random(seed)
    places = []
    for count, (place, _record) in enumerate(records_below(site)):
        if count < most:
            places.append(place)
        elif (at := chance.randrange(count + 1)) < most:
            places[at] = place
    with Reading() as reading:
        for place in places:
            reading.add(record_at(site, place))
    return reading.found


def record_at(site, place):
    """The record at a tuple of ids below ``site``."""
    found = site
    for child_id in place:
        found = found._getOb(child_id)
    return found
