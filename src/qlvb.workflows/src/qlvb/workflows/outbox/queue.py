"""The site's line of pending jobs: where a worker looks for work. It says only where a job lies and when it is due.

The line is cut into shards, each a BTree that never gets empty and seldom splits, and a job's random id chooses its
shard: so people who ask for work at the same moment do not conflict (an insert into an empty or splitting bucket cannot
be merged).
"""

from BTrees.OOBTree import OOBTree
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.outbox"
SHARDS = 64
_KEEPER = ""  # keeps a shard from ever being empty


def put(job_id, record, due):
    """Enter or move the job; ``due`` is an aware datetime."""
    _shard(job_id, create=True)[job_id] = (IUUID(record), "/".join(record.getPhysicalPath()), due)


def drop(job_id):
    """Take the job out of the line; nothing happens when it is not in it."""
    shard = _shard(job_id)
    if shard is not None and job_id in shard:
        del shard[job_id]


def pending():
    """By due time: list of (due, job id, UID of the record, path of the record)."""
    shards = IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION) or ()
    entries = []
    for shard in shards:
        entries.extend(
            (due, job_id, uid, path) for job_id, (uid, path, due) in shard.items(min=_KEEPER, excludemin=True)
        )
    return sorted(entries)


def _shard(job_id, create=False):
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    shards = annotations.get(ANNOTATION)
    if shards is None:
        if not create:
            return None
        shards = annotations[ANNOTATION] = tuple(OOBTree({_KEEPER: None}) for _number in range(SHARDS))
    return shards[int(job_id[:8], 16) % SHARDS]
