"""Which tasks hang on a record: the subtasks of a task, the tasks given from a document. UIDs in an annotation."""

from persistent.list import PersistentList
from plone.app.uuid.utils import uuidToObject
from qlvb.content.kept import kept_under
from zope.annotation.interfaces import IAnnotations


ANNOTATION = "qlvb.tasks.given"


def children_of(record):
    """The tasks that hang on ``record``, oldest first, whoever may see them: list of Task."""
    found = (uuidToObject(uid, unrestricted=True) for uid in IAnnotations(record).get(ANNOTATION, ()))
    return [task for task in found if task is not None]


def has_children(record):
    """bool: some task hangs on it."""
    return bool(IAnnotations(record).get(ANNOTATION))


def add_child(record, uid):
    """Note that the task ``uid`` hangs on ``record``."""
    kept_under(record, ANNOTATION, PersistentList).append(uid)
