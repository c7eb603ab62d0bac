"""Hồ sơ con: a dossier of many subjects or stages is divided, each part with a keeper of its own.

One level: a part has no parts. The parts stand in the catalogue of the whole and carry its code with a number of their
own, ``02-1.CNTT``. Both sides name each other, changed in one transaction.
"""

from BTrees.OOBTree import OOTreeSet
from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.codes import compose_part_code
from qlvb.content.dossiers.codes import parse_part_code
from qlvb.content.holds.guarded import record_content
from qlvb.content.index.renewing import renew
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from zope.annotation.interfaces import IAnnotations


WHOLE_KEY = record_content("qlvb.content.dossiers.part_of")
PARTS_KEY = record_content("qlvb.content.dossiers.parts")
#: Of a part that came in a package, whose code is another body's: its number.
ORDER_KEY = record_content("qlvb.content.dossiers.part_order")


def whole_of(dossier):
    """The dossier of which this one is a part, or None."""
    uid = whole_uid(dossier)
    return find_record(uid) if uid else None


def whole_uid(record):
    """UID of the dossier of which the record is a part, "" for none."""
    return IAnnotations(record).get(WHOLE_KEY, "")


def parts_of(dossier):
    """The parts of a dossier by their numbers, whatever the rights: list."""
    found = (find_record(uid) for uid in IAnnotations(dossier).get(PARTS_KEY, ()))
    return sorted((one for one in found if one is not None), key=order_of)


def order_of(part):
    """int: number of a part among those of its whole, 0 of what is no part."""
    parsed = parse_part_code(part.code)
    return IAnnotations(part).get(ORDER_KEY) or (parsed[1] if parsed else 0)


def next_part_code(dossier):
    """Code of the part that is opened next; a number is not given again."""
    numbers = map(order_of, parts_of(dossier))
    return compose_part_code(dossier.code, max(numbers, default=0) + 1)


def join_parts(dossier, part, order=0):
    """Say on both sides that ``part`` is one of ``dossier``. ``order``: its number, where its code does not say it."""
    IAnnotations(part)[WHOLE_KEY] = IUUID(dossier)
    if order:
        IAnnotations(part)[ORDER_KEY] = order
    kept_under(dossier, PARTS_KEY, OOTreeSet).insert(IUUID(part))
    for one in (dossier, part):
        renew(one)
