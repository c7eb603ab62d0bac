"""What "in a transaction of its own" means for a job."""

from qlvb.content.storage.savepoints import savepoint
import random
import time
import transaction
from transaction.interfaces import TransientError


TRIES = 10


class OwnTransactions:
    """Real transactions, committed one after another; conflicts are tried again after a short random wait."""

    def refresh(self):
        """See what others have committed. What the caller has changed and not committed is his to save: it is
        dropped.
        """
        transaction.abort()
        transaction.begin()

    def attempt(self, work, tries=TRIES):
        """Call ``work`` and commit; returns what it returns. :raises TransientError: when all tries conflicted."""
        for turn in range(tries):
            transaction.begin()
            try:
                result = work()
                transaction.commit()
            except TransientError:
                transaction.abort()
                if turn == tries - 1:
                    raise
                time.sleep(random.uniform(0, min(0.02 * 2**turn, 1)))
            except BaseException:  # an interrupt too: nothing half done is kept, and it is raised again
                transaction.abort()
                raise
            else:
                return result
        return None


class Savepoints:
    """Parts of the caller's transaction, which he may still abort: for integration tests, which never commit."""

    def refresh(self):
        """Nothing to do: one transaction sees its own changes."""

    def attempt(self, work, tries=1):
        """Call ``work``; what it changed is taken back when it raises."""
        point = savepoint()
        try:
            return work()
        except BaseException:  # an interrupt too: nothing half done is kept, and it is raised again
            point.rollback()
            raise
