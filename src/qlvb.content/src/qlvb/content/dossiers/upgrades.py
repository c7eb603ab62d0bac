"""Dossiers of sites that are older than what lists know of them."""

from qlvb.content.additional.record import stored_values
from qlvb.content.index.reading import reading
from qlvb.content.index.renewing import renew
from qlvb.content.index.tables import records
from qlvb.content.lookup import find_record
from sqlalchemy import select


def own_fields_to_1008(tool):
    """Lists of dossiers have columns and filters for the fields that agencies add."""
    with reading() as connection:
        uids = list(connection.execute(select(records.c.uid).where(records.c.portal_type == "Dossier")).scalars())
    for uid in uids:
        dossier = find_record(uid)
        if dossier is not None and stored_values(dossier):
            renew(dossier)
