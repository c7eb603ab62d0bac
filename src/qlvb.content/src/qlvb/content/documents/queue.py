"""New documents come one after another."""

from qlvb.content.registers.interfaces import ISerialiser
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
