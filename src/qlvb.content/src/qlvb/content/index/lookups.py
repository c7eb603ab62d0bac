"""Records found by what they say of each other, whatever the rights of the person who looks."""

from qlvb.content.index.reading import reading
from qlvb.content.index.tables import dossier_items
from qlvb.content.index.tables import identities
from qlvb.content.index.tables import records
from sqlalchemy import func
from sqlalchemy import or_
from sqlalchemy import select


def answers_to(uid):
    """UIDs of documents that say they answer the one with this UID, oldest first: list."""
    question = select(records.c.uid).where(records.c.in_reply_to == uid).order_by(records.c.id)
    with reading() as connection:
        return list(connection.scalars(question)) if uid else []


def answers_to_any(uids):
    """UIDs of documents that say they answer one of these, oldest first: list."""
    return _naming(records.c.in_reply_to, uids)


def records_below(uids, portal_type):
    """UIDs of records of this type that hang on one of these (``records.parent``), oldest first: list."""
    return _naming(records.c.parent, uids, records.c.portal_type == portal_type)


def _naming(column, uids, *clauses):
    """UIDs of records whose ``column`` names one of these, oldest first within each batch: list."""
    found = []
    with reading() as connection:
        for start in range(0, len(uids), 500):
            some = uids[start : start + 500]
            question = select(records.c.uid).where(column.in_(some), *clauses).order_by(records.c.id)
            found.extend(connection.scalars(question))
    return found


def with_identity(keys):
    """Rows of ``records`` that have one of these identities: list (``uid``, ``path``, ``subject``, ``state`` …)."""
    ids = select(identities.c.record_id).where(identities.c.identity.in_(list(keys)))
    with reading() as connection:
        return connection.execute(select(records).where(records.c.id.in_(ids)).order_by(records.c.id)).all()


def dossiers_with(uid):
    """UIDs of the dossiers whose contents name the document with this UID: list."""
    ids = select(dossier_items.c.record_id).where(dossier_items.c.document == uid)
    with reading() as connection:
        return list(connection.scalars(select(records.c.uid).where(records.c.id.in_(ids)).order_by(records.c.id)))


def records_with(values, order):
    """Rows of ``records`` whose columns have these values (None for any), by the column ``order``: list."""
    clauses = [records.c[name] == value for name, value in values.items() if value is not None]
    with reading() as connection:
        return connection.execute(select(records).where(*clauses).order_by(records.c[order], records.c.id)).all()


def sharing_identities(uid, agency_id, kinds):
    """Rows of other ``records`` with which the record shares an identity of the agency of one of ``kinds``, oldest
    first: list.
    """
    own = (
        select(identities.c.identity)
        .join(records, records.c.id == identities.c.record_id)
        .where(records.c.uid == uid, _of_kinds(agency_id, kinds))
    )
    ids = select(identities.c.record_id).where(identities.c.identity.in_(own))
    question = select(records).where(records.c.id.in_(ids), records.c.uid != uid).order_by(records.c.id)
    with reading() as connection:
        return connection.execute(question).all()


def shared_identities(agency_id, kinds):
    """Records that share an identity of the agency of one of ``kinds``: list of list of UIDs, whatever the rights."""
    shared = (
        select(identities.c.identity)
        .where(_of_kinds(agency_id, kinds))
        .group_by(identities.c.identity)
        .having(func.count() > 1)
    )
    question = (
        select(identities.c.identity, records.c.uid)
        .join(records, records.c.id == identities.c.record_id)
        .where(identities.c.identity.in_(shared))
        .order_by(identities.c.identity, records.c.uid)
    )
    found = {}
    with reading() as connection:
        for identity, uid in connection.execute(question):
            found.setdefault(identity, []).append(uid)
    return list(found.values())


def _of_kinds(agency_id, kinds):
    begins = (identities.c.identity.startswith(f"{agency_id}|{kind}|", autoescape=True) for kind in kinds)
    return or_(*begins)
