"""Which records of a list are destroyed together: what one of them shares with another that is kept after all stays."""

from plone.uuid.interfaces import IUUID
from qlvb.content.disposals.standing import violations
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.lookup import find_record


def destroyed_with(record, sheet, disposal_uid):
    """UIDs of the items that are destroyed beside ``record`` as things stand now: set.

    Left out is what was passed over already, and what would be when its turn came (its period was extended, a case
    holds it): it keeps the documents that it shares. Asked are only those that share something, by one or several
    steps, with the record.
    """
    waiting = {item.uid: item for item in sheet.items("destroy") if not item.skipped}
    linked = [uid for uid in _linked(record, waiting) if waiting[uid].done is None]
    going = set(waiting)
    while staying := {uid for uid in linked if uid in going and _stays(waiting[uid], disposal_uid, going)}:
        going -= staying
    return going


def _stays(item, disposal_uid, going):
    record = find_record(item.uid)
    return record is None or bool(violations(record, item.reason, disposal_uid, going))


def _linked(record, among):
    """UIDs in ``among`` of what shares documents or a whole with the record, itself included: set."""
    found, asked = set(), [record]
    while asked:
        one = asked.pop()
        uids = {uid for uid in _beside(one) if uid in among} - found
        found |= uids
        asked += [other for uid in uids if (other := find_record(uid)) is not None]
    return found


def _beside(record):
    """UIDs of the record, and of the dossiers next to it: generator."""
    yield IUUID(record)
    if not IDossier.providedBy(record):
        yield from dossier_uids(record)
        return
    whole = whole_of(record)
    yield from (IUUID(one) for one in (*parts_of(record), *([whole] if whole is not None else [])))
    for _item, document in IDossierContents(record).documents():
        if document is not None:
            yield from dossier_uids(document)
