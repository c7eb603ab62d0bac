"""Submission notes by the types of the drafts that they carry: a note may carry several, so no column holds them."""

from qlvb.content.index.field_filters import strings
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from sqlalchemy import select


#: No list of anybody's: its entries name, in place of a principal, a type of document among a live note's drafts.
DRAFT_TYPES = "notes.draft_types"


def with_draft_types(value):
    """Clause on ``records``: notes that carry drafts, each of one of these types (str or several); None for no types.

    What is decided about such a note is decided about all of its drafts, so one of another type rules it out.
    """
    values = strings(value)
    if not values:
        return None
    of_types = select(box_entries.c.record_id).where(box_entries.c.box == DRAFT_TYPES)
    others = of_types.where(box_entries.c.principal.not_in(values))
    return records.c.id.in_(of_types.where(box_entries.c.principal.in_(values))) & records.c.id.not_in(others)
