"""Documents of sites that are older than what lists know of them."""

from qlvb.content.index.reading import reading
from qlvb.content.index.renewing import renew
from qlvb.content.index.tables import records
from qlvb.content.lookup import find_record
from sqlalchemy import select


def symbols_alone_to_1008(tool):
    """Lists show the symbol of received documents of which no number is known."""
    asked = select(records.c.uid).where(
        records.c.portal_type == "IncomingDocument", records.c.reference == "", records.c.symbol != ""
    )
    with reading() as connection:
        uids = list(connection.execute(asked).scalars())
    for uid in uids:
        if (record := find_record(uid)) is not None:
            renew(record)
