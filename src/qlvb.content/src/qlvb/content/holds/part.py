"""What lies beside a record and is an object of the database by itself: a file, a version, a journal, a direction."""

from persistent import Persistent
from zope.component import queryUtility
from zope.interface import Interface


class IPartGuard(Interface):
    """Utility: asked whenever a part that is in the database already is about to be stored again."""

    def check(part):
        """:raises RecordHeld: 403, the part belongs to a held record, says something else now, and nobody asked."""


class RecordPart(Persistent):
    """Base of such objects."""

    def __getstate__(self):
        """Asked for by the database when it is about to store the object."""
        if self._p_jar is not None and any(self._p_serial):
            guard = queryUtility(IPartGuard)
            if guard is not None:
                guard.check(self)
        return super().__getstate__()
