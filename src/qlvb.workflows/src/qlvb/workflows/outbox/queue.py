"""The site's line of pending jobs: where a worker looks for work. It says only where a job lies, what kind it is and
when it is due. Beside it, the list of jobs that have failed for good, until somebody sets them going again.

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
FAILED = "qlvb.outbox.failed"
SHARDS = 64
_KEEPER = ""  # keeps a shard from ever being empty


def put(job_id, record, due, kind=""):
    """Enter or move the job; ``due`` is an aware datetime, ``kind`` the name of its handler."""
    _shard(ANNOTATION, job_id, create=True)[job_id] = (*_place(record), due, kind)
    _drop(FAILED, job_id)


def drop(job_id):
    """Take the job out of the line, and off the list of failed ones; nothing happens when it is in neither."""
    _drop(ANNOTATION, job_id)
    _drop(FAILED, job_id)


def fail(job_id, record, when, kind):
    """Take the job out of the line and put it on the list of those that have failed, ``when`` (aware datetime)."""
    _drop(ANNOTATION, job_id)
    _shard(FAILED, job_id, create=True)[job_id] = (*_place(record), when, kind)


def pending():
    """By due time: list of (due, job id, UID of the record, path of the record)."""
    return sorted((due, job_id, uid, path) for job_id, (uid, path, due, *_kind) in _entries(ANNOTATION))


def kinds():
    """How many jobs wait: dict kind -> (how many, the earliest due time); "" for jobs of an earlier release."""
    found = {}
    for _job_id, (_uid, _path, due, *kind) in _entries(ANNOTATION):
        name = kind[0] if kind else ""
        count, earliest = found.get(name, (0, due))
        found[name] = (count + 1, min(earliest, due))
    return found


def failed():
    """The newest first: list of (when, job id, UID of the record, path of the record, kind)."""
    entries = _entries(FAILED)
    return sorted(((when, job_id, uid, path, kind) for job_id, (uid, path, when, kind) in entries), reverse=True)


def _place(record):
    return IUUID(record), "/".join(record.getPhysicalPath())


def _entries(annotation):
    shards = IAnnotations(getUtility(IPloneSiteRoot)).get(annotation) or ()
    for shard in shards:
        yield from shard.items(min=_KEEPER, excludemin=True)


def _drop(annotation, job_id):
    shard = _shard(annotation, job_id)
    if shard is not None and job_id in shard:
        del shard[job_id]


def _shard(annotation, job_id, create=False):
    annotations = IAnnotations(getUtility(IPloneSiteRoot))
    shards = annotations.get(annotation)
    if shards is None:
        if not create:
            return None
        shards = annotations[annotation] = tuple(OOBTree({_KEEPER: None}) for _number in range(SHARDS))
    return shards[int(job_id[:8], 16) % SHARDS]
