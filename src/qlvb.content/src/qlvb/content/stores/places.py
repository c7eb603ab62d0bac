"""Which dossier lies in which box: said by the dossier (its one place) and by the box (number -> dossier)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from BTrees.IOBTree import IOBTree
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.stores.interfaces import IStorageBox
from qlvb.content.stores.interfaces import Place
from qlvb.content.stores.rules import clean_code
from qlvb.content.stores.rules import full_violations
from qlvb.content.stores.rules import next_number
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


#: On a dossier: (UID of the box, number); on a box: IOBTree number -> UID of the dossier.
PLACE = "qlvb.content.stores.place"
CONTENTS = "qlvb.content.stores.contents"


def violations_of(dossier, box, number=None):
    """list of Violation: why the dossier cannot be laid into the box under this number."""
    held = dict(getUtility(IPlaces).contents(box))
    mine = IUUID(dossier)
    others = {taken: uid for taken, uid in held.items() if uid != mine}
    if state_of(box) == "closed":
        message = _("violation_box_closed", default="Hộp này đã ngừng sử dụng.")
        return [Violation("box", "box_closed", message)]
    if number in others:
        message = _(
            "violation_number_in_box", default="Số ${number} trong hộp đã có hồ sơ.", mapping={"number": str(number)}
        )
        return [Violation("number", "number_taken", message)]
    return full_violations(box.capacity, len(others))


@implementer(IPlaces)
class Places:
    """See IPlaces."""

    def of(self, dossier):
        kept = IAnnotations(dossier).get(PLACE)
        box = find_record(kept[0]) if kept else None
        if box is None or not IStorageBox.providedBy(box):
            return None
        shelf = aq_parent(aq_inner(box))
        agency = getUtility(IDirectory).agency_of(box)
        return Place(
            box=kept[0],
            store=aq_parent(shelf).code,
            shelf=shelf.code,
            box_code=box.code,
            number=kept[1],
            archive=agency.identifier if agency else "",
        )

    def put(self, dossier, box, number=None, by="system"):
        number = number or self._number(dossier, box)
        if violations := violations_of(dossier, box, number):
            raise Refused(violations, 409)
        before = self._remove(dossier)
        annotations = IAnnotations(box)
        if CONTENTS not in annotations:
            annotations[CONTENTS] = IOBTree()
        annotations[CONTENTS][number] = IUUID(dossier)
        IAnnotations(dossier)[PLACE] = (IUUID(box), number)
        place = self.of(dossier)
        self._tell(dossier, box, "placed", by, {"place": place.label, "before": before.label if before else ""})
        return place

    def take(self, dossier, by="system", reason=""):
        before = self._remove(dossier)
        if before is not None:
            box = find_record(before.box)
            self._tell(dossier, box, "unplaced", by, {"place": before.label, "reason": reason})
        return before

    def contents(self, box):
        return list(IAnnotations(box).get(CONTENTS, {}).items())

    def box_at(self, agency_id, code):
        found = getUtility(IDirectory).agency_object(agency_id)
        found = found.get("stores") if found is not None else None
        parts = [clean_code(part) for part in str(code or "").split("/")]
        for part in parts if len(parts) == 3 else [None]:
            below = found.objectValues() if found is not None else ()
            found = next((one for one in below if one.code == part), None)
        return found

    def _number(self, dossier, box):
        kept = IAnnotations(dossier).get(PLACE)
        if kept and kept[0] == IUUID(box):
            return kept[1]
        return next_number(number for number, _uid in self.contents(box))

    def _remove(self, dossier):
        before = self.of(dossier)
        if IAnnotations(dossier).get(PLACE) is not None:
            del IAnnotations(dossier)[PLACE]
        if before is not None:
            box = find_record(before.box)
            held = IAnnotations(box).get(CONTENTS)
            if held and held.get(before.number) == IUUID(dossier):
                del held[before.number]
            box.reindexObject()
        return before

    def _tell(self, dossier, box, event, by, detail):
        IJournal(dossier).append(event, by, detail)
        said = {**detail, "dossier": IUUID(dossier), "code": dossier.code}
        IJournal(box).append(event, by, said)
        # Both are written, so two who fill one box at once meet, and the second sees what the first did.
        box.reindexObject()
        dossier.reindexObject()
