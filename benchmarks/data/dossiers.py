"""Dossiers of a generated province: rows of the index, written behind the documents that are there."""

from benchmarks.data.texts import subject
from datetime import date
from datetime import datetime
from datetime import time
import json
from qlvb.content import clock
from qlvb.content.index import fulltext
from qlvb.content.index.acl import acl_key
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.fields import dossier_order
from qlvb.content.index.fields import priority
from qlvb.content.index.statements import insert_new
from qlvb.content.index.tables import about
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import dossier_items
from qlvb.content.index.tables import records as records_table
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.text import compact
from qlvb.content.text import fold
from random import Random
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select


#: Documents for which there is one dossier, and how many of them lie in it.
PER_DOSSIER = 50
IN_DOSSIER = 20
HEADINGS = ("TH", "KHTC", "TCHC", "NV", "TTPC")
VERSION = 1
_NAME = "dossiers"
_AT_ONCE = 1000


def load_dossiers(engine, records):
    """Write the dossiers of ``records`` (:class:`~benchmarks.data.records.Records`, loaded) unless they are there."""
    wanted = json.dumps([VERSION, records.count, records.seed])
    with engine.begin() as connection:
        if connection.scalar(select(about.c.value).where(about.c.name == _NAME)) == wanted:
            return
        connection.execute(delete(records_table).where(records_table.c.id > records.count))
        made = list(_dossiers(records))
        for start in range(0, len(made), _AT_ONCE):
            _write(connection, made[start : start + _AT_ONCE])
        connection.execute(delete(about).where(about.c.name == _NAME))
        connection.execute(insert(about).values(name=_NAME, value=wanted))


def _write(connection, made):
    acls = {row["acl"]: (row["agency"], members) for row, members, _items in made}
    said = [
        {"principal": one, "agency": agency, "acl": key}
        for key, (agency, members) in sorted(acls.items())
        for one in sorted(members)
    ]
    connection.execute(insert_new(connection, acl_principals), said)
    connection.execute(insert(records_table), [row for row, _members, _items in made])
    items = [{"record_id": row["id"], **item} for row, _members, some in made for item in some]
    connection.execute(insert(dossier_items), items)
    texts = {
        row["id"]: {"subject": row["subject"], "reference": row["reference"], "scope": row["agency"]}
        for row, *_ in made
    }
    fulltext.store_many(connection, texts)


def _dossiers(records):
    """(row of ``records``, principals, rows of ``dossier_items``) of each."""
    random = Random(f"dossiers {records.seed} {records.count}")
    codes = {}
    for place in range(max(20, records.count // PER_DOSSIER)):
        agency = records.province[place % len(records.province)]
        year = records.until.year - place // len(records.province) % 5
        number = codes[agency.id, year] = codes.get((agency.id, year), 0) + 1
        holder = random.choice(agency.having("specialist"))
        heading = random.choice(HEADINGS)
        principals = frozenset(
            [
                "Manager",
                f"user:{holder.userid}",
                *(f"user:{group_id(agency.id, function)}" for function in ("leader", "archivist")),
            ]
        )
        row = _row(records.count + 1 + place, agency, year, f"{number:02d}.{heading}", heading, holder, random)
        row["acl"] = acl_key(agency.id, principals)
        first = random.randrange(records.count)
        items = [
            {"document": f"{(first + at) % records.count:032x}", "position": at, "filed": row["created"]}
            for at in range(IN_DOSSIER)
        ]
        yield row, principals, items


def _row(record_id, agency, year, code, heading, holder, random):
    started = date(year, 1 + random.randrange(10), 1 + random.randrange(28))
    title = f"Hồ sơ {subject(random, 'report', year, started.month)}"
    moment = datetime.combine(started, time(8), clock.VIETNAM).timestamp()
    return {
        "id": record_id,
        "uid": f"d{record_id:031x}",
        "path": f"/{agency.id}/dossiers/{year}/{record_id:010x}",
        "portal_type": "Dossier",
        "agency": agency.id,
        "state": "open" if random.random() < 0.4 else "closed",
        "year": year,
        "issue_day": started.toordinal(),
        "deadline_day": NO_DEADLINE,
        "number_sort": dossier_order(year, code),
        "reference": code,
        "reference_key": compact(code),
        "subject": title,
        "subject_sort": fold(title)[:200],
        "holder": holder.userid,
        "parent": f"c{agency.id}{year}",
        "heading": heading,
        "retention": "years",
        "retention_years": random.choice((5, 10, 20)),
        "created": moment,
        "modified": moment,
        "priority": priority("normal", NO_DEADLINE, moment),
        "facts": {"retention_kind": "years"},
    }
