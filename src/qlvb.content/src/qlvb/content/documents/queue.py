"""New documents come one after another."""

from qlvb.content.registers.interfaces import ISerialiser
import transaction
from zope.component import getUtility


def stand_in_line():
    """Wait until nobody else makes a document, then begin a fresh transaction; to be called before the first change.

    Plone's catalogue has some thirty trees, and a new document enters all of them: two of three new documents split a
    bucket somewhere, and then whoever made another one meanwhile, in whatever agency, has to do everything again.
    Eight writers at once got less done than one, and waited for seconds. Whoever waits here first sees what the one
    before has stored.

    :raises Refused: 503 when the turn does not come.
    """
    getUtility(ISerialiser).serialised("documents:new")


def store_and_leave():
    """Store what this transaction has made and let the next one in; what follows in the request only reads.

    :raises Refused, ConflictError: as a commit does; nothing is stored then, and what follows begins anew.
    """
    try:
        transaction.commit()
    except BaseException:  # an interrupt too; it is raised again
        # A transaction whose commit has failed takes no other: whoever answers the refusal needs a fresh one.
        transaction.abort()
        raise
