"""What tasks add to the chain of documents: a document gives work, and documents answer it (bút phê → nhiệm vụ →
dự thảo → đi). Whatever the rights of the person who looks.
"""

from qlvb.content.index.lookups import records_below
from qlvb.content.lookup import find_record
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.rights import DEEPEST
from qlvb.workflows.tasks.rights import parent_of


#: More tasks than these are not followed.
MOST = 300


def tasks_from(uids):
    """Tasks that were given from these documents (UIDs), and the tasks below them, each once: list of Task."""
    found, step, seen = [], list(uids), set(uids)
    while step and len(found) < MOST:
        step = [uid for uid in dict.fromkeys(records_below(step, "Task")) if uid not in seen]
        seen.update(step)
        found.extend(task for task in map(find_record, step) if ITask.providedBy(task))
    return found[:MOST]


def results_of(tasks):
    """UIDs of the documents that answer the tasks, each once: list."""
    return list(dict.fromkeys(uid for task in tasks for uid in execution_of(task).results()))


def sources_of(task):
    """UIDs of the documents from which the task, or a task above it, was given, the nearest first: list."""
    found, above = [], task
    for _level in range(DEEPEST):
        if above is None:
            break
        if above.source:
            found.append(above.source)
        above = parent_of(above)
    return list(dict.fromkeys(found))
