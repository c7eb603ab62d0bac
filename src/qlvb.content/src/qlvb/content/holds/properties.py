"""Ways into a held record without any event: Zope's own properties, edited in the manage screens, children that code
takes out with ``_delObject(suppress_events=True)``, and fields that code simply sets.
"""

from qlvb.content.exposures.lid import closed_by
from qlvb.content.holds.annotations import RawAnnotations
from qlvb.content.holds.annotations import RecordAnnotations
from qlvb.content.holds.doors import ShutDoors
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.holds.storing import refuse_unruled
from qlvb.content.interfaces import IRecord
from qlvb.content.locks import closed_violations
from qlvb.content.provided import OurContainer


class HeldProperties(ShutDoors):
    """Mixed into records that can be held: before Zope's PropertyManager, after our mixin for what objects provide
    (zope.interface writes ``__providedBy__`` into every class that it looks at, and the first one counts).
    """

    annotating = RecordAnnotations
    __annotations__ = RawAnnotations()

    def __getstate__(self):
        """Asked for by the database when it is about to store the record."""
        refuse_unruled(self)
        return super().__getstate__()

    def _setPropValue(self, id, value):
        IHolds(self).check()
        super()._setPropValue(id, value)

    def _delPropValue(self, id):
        IHolds(self).check()
        super()._delPropValue(id)


class HeldChildren:
    """Mixed into folders of records, before Dexterity's class: whatever takes a child out ends in ``_delOb``."""

    def _delOb(self, id):
        refuse_below(self._getOb(id))
        super()._delOb(id)

    def listDAVObjects(self):
        """What WebDAV says of the children without asking each: nothing of one that is closed as secret material."""
        return [one for one in super().listDAVObjects() if not closed_by(one)]


def refuse_below(item):
    """:raises RecordHeld: 403, the record is held or closed as secret material, or one somewhere in the folder."""
    if IRecord.providedBy(item):
        IHolds(item).check()
        if closed := closed_violations(item):
            raise RecordHeld(closed)
    for child in item.objectValues() if isinstance(item, OurContainer) else ():
        refuse_below(child)
