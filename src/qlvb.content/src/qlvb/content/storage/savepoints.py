"""Savepoints of a transaction in which records are indexed."""

from Products.CMFCore.indexing import processQueue
import transaction


def savepoint():
    """A savepoint of the present transaction, after everything that waited for the indexes was said to them.

    CMFCore's queue gives back at a rollback what waited at the savepoint. But when it was processed in between, and
    something was queued again, the new hook of the queue is aborted after that, and empties it: records changed before
    the savepoint would be missing from the catalogue and from the records index.
    """
    processQueue()
    return transaction.savepoint(optimistic=True)
