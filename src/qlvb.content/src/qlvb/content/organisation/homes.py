"""Which accounts an agency looks after, those of people who have left among them: kept in the directory's snapshot.

A snapshot of an earlier release has no such list; the first person that changes makes it.
"""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet


def userids_of(snapshot, people, agency_id):
    """userids: list. ``people``: the folder of all people, which is read where there is no list yet."""
    if snapshot is not None and snapshot.homes is not None:
        return list(snapshot.homes.get(agency_id, ()))
    return [person.getId() for person in people.objectValues() if person.home_agency == agency_id]


def settle(snapshot, people, person):
    """Put ``person`` under his agency, and nowhere else."""
    if snapshot.homes is None:
        snapshot.homes, snapshot.home_of = OOBTree(), OOBTree()
        for other in people.objectValues():
            _move(snapshot, other.getId(), other.home_agency or "")
    _move(snapshot, person.getId(), person.home_agency or "")


def leave(snapshot, userid):
    """The person is gone."""
    if snapshot.homes is not None:
        _move(snapshot, userid, "")


def _move(snapshot, userid, agency_id):
    before = snapshot.home_of.get(userid, "")
    if before == agency_id:
        return
    if before:
        snapshot.homes[before].remove(userid)
        del snapshot.home_of[userid]
    if agency_id:
        if agency_id not in snapshot.homes:
            snapshot.homes[agency_id] = OOTreeSet()
        snapshot.homes[agency_id].insert(userid)
        snapshot.home_of[userid] = agency_id
