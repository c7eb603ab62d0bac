"""What the next checkpoint has to cover, read from the journals of all records."""

import logging
from plone.uuid.interfaces import IUUID
from qlvb.content.index.walking import records_below
from qlvb.content.integrity.checkpoints import Checkpoints
from qlvb.content.integrity.statements import Leaf
from qlvb.content.journal.interfaces import IJournal


logger = logging.getLogger(__name__)
#: Leaves of one checkpoint: what is signed at once is held in memory at once.
MOST = 200_000
BATCH = 500  # records held in memory at once


def new_leaves(site, most=MOST):
    """Entries that no checkpoint covers yet, by the order of the site's tree: list of Leaf, at most about ``most``: a
    record's entries stay together.
    """
    checkpoints = Checkpoints(site)
    found = []
    for count, (_place, record) in enumerate(records_below(site), start=1):
        uid = IUUID(record)
        journal = IJournal(record)
        covered = checkpoints.covered(uid)
        if len(journal) > covered:
            found += [Leaf(uid, entry.seq, entry.hash) for entry in journal.entries() if entry.seq > covered]
        if len(found) >= most:
            break
        if count % BATCH == 0:
            site._p_jar.cacheMinimize()
    return found


def journals(site):
    """iterable of (UID, path, list of JournalEntry) of every record that has a journal; None in place of the list where
    it cannot be read.
    """
    for count, (place, record) in enumerate(records_below(site), start=1):
        try:
            entries = list(IJournal(record).entries())
        except Exception:  # what a damaged row of the database raises when it is loaded can be anything
            logger.exception("The journal of %s cannot be read.", "/".join(place))
            entries = None
        if entries is None or entries:
            yield IUUID(record), "/".join(place), entries
        if count % BATCH == 0:
            site._p_jar.cacheMinimize()
