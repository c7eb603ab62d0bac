"""What the tables of the records index hold of generated documents, as rows ready to be written."""

from benchmarks.data import rights
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import time
from functools import lru_cache
from qlvb.content import clock
from qlvb.content.documents.document_types import document_type
from qlvb.content.index import incoming_boxes
from qlvb.content.index import outgoing_boxes
from qlvb.content.index.acl import acl_key
from qlvb.content.index.boxes import USUAL
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import place_of
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.fields import priority
from qlvb.content.text import compact
from qlvb.content.text import fold
from qlvb.workflows.incoming import agency_boxes


#: By which column the entries of a box are sorted; there is no site that could be asked.
ORDERS = {
    box.id: box.sort[0]
    for module in (incoming_boxes, outgoing_boxes, agency_boxes)
    for box in vars(module).values()
    if isinstance(box, Box)
}


@dataclass(slots=True)
class Rows:
    """Rows by table. ``acls``: key -> (agency id, principals)."""

    records: list = field(default_factory=list)
    box_entries: list = field(default_factory=list)
    assignment_lines: list = field(default_factory=list)
    numbers: list = field(default_factory=list)
    texts: list = field(default_factory=list)
    acls: dict = field(default_factory=dict)


@lru_cache(100000)
def _key(agency, principals):
    return acl_key(agency, principals)


class RowMaker:
    """Makes the rows of the documents of ``records``; ids run from ``first``."""

    def __init__(self, records, bodies=True, first=1):
        self.records = records
        self.bodies = bodies
        self.first = first
        self._compact = lru_cache(200000)(compact)

    def add(self, rows, made):
        """Add the rows of one document."""
        agency = self.records.province[made.agency]
        record_id = self.first + made.index
        principals = rights.acl(made, agency)
        key = _key(agency.id, principals)
        rows.acls[key] = agency.id, principals
        deadline = made.deadline if made.state not in ("finished", "returned") else None
        deadline_day = deadline.toordinal() if deadline else NO_DEADLINE
        moment = datetime.combine(made.day, time(8 + made.index % 9, made.index % 60), clock.VIETNAM).timestamp()
        lines = rights.lines(made)
        row = self._record(made, agency, record_id, key, deadline, deadline_day, moment, lines)
        rows.records.append(row)
        boxes = rights.boxes(made, agency)
        rows.box_entries += [
            {
                "principal": who,
                "box": box,
                "record_id": record_id,
                "agency": agency.id,
                "deadline_day": deadline_day,
                "acl": key,
                "open": f"user:{who}" in principals,
                "place": place_of(ORDERS.get(box, USUAL[0]), row),
            }
            for box, who in sorted(boxes)
        ]
        rows.assignment_lines += [
            {
                "record_id": record_id,
                "line": f"{made.uid}-{place}",
                "recipient": who.userid,
                "assigned_by": made.leader.userid,
                "role": role,
                "state": state,
                "deadline_day": made.deadline.toordinal() if made.deadline else 0,
                "assigned_day": made.day.toordinal(),
                "finished_day": made.day.toordinal() + 3 if state == "finished" else 0,
            }
            for place, (who, role, state) in enumerate(lines)
        ]
        if made.number:
            rows.numbers.append(
                {
                    "register": register_uid(made.register, agency, made.day.year),
                    "number": made.number,
                    "status": "taken",
                    "document": made.uid,
                    "reference": made.reference,
                    "reference_key": self._compact(made.reference),
                    "day": made.day.toordinal(),
                }
            )
        rows.texts.append((record_id, self._texts(made, agency, lines)))

    def _record(self, made, agency, record_id, key, deadline, deadline_day, moment, lines):
        issued = made.incoming or bool(made.number)
        return {
            "id": record_id,
            "uid": made.uid,
            "path": f"/{agency.id}/{made.direction}/{made.day:%Y/%m}/{made.index:010x}",
            "portal_type": "IncomingDocument" if made.incoming else "OutgoingDocument",
            "direction": made.direction,
            "agency": agency.id,
            "state": made.state,
            "document_type": made.document_type,
            "urgency": made.urgency,
            "secrecy": made.secrecy,
            "register": register_uid(made.register, agency, made.day.year) if made.number else "",
            "year": made.day.year,
            "issue_day": made.day.toordinal() if issued else 0,
            "arrival_day": made.day.toordinal() if made.incoming else 0,
            "deadline_day": deadline_day,
            "number_sort": made.number,
            "reference": made.reference,
            "reference_key": self._compact(made.reference),
            "subject": made.subject,
            "subject_sort": fold(made.subject)[:200],
            "issuing_body": made.issuing_body,
            "in_reply_to": "",
            "holder": made.drafter.userid if made.drafter else "",
            "parent": "",
            "signatory": made.leader.userid if made.drafter else made.signatory,
            "field_of_work": "",
            "symbol": self._compact(made.symbol),
            "heading": "",
            "retention": "",
            "retention_years": 0,
            "created": moment,
            "modified": moment,
            "priority": priority(made.urgency, deadline_day, moment),
            "acl": key,
            "facts": {
                "signatory_name": made.signatory,
                "signatory": made.leader.userid if made.drafter else made.signatory,
                **({"drafter": made.drafter.userid} if made.drafter else {}),
                "arrival_number": made.number or None if made.incoming else None,
                "due_date": deadline.isoformat() if deadline else None,
                "holders": rights.holders(made),
                "lines": {
                    who.userid: {
                        "role": role,
                        "state": state,
                        "deadline": made.deadline.isoformat() if made.deadline else None,
                    }
                    for who, role, state in lines
                },
            },
            "digest": "",
        }

    def _texts(self, made, agency, lines):
        people = [made.signatory, *(who.fullname for who, _role, _state in lines)]
        if made.drafter:
            people.append(made.drafter.fullname)
        return {
            "subject": made.subject,
            "reference": f"{made.reference} · {made.number}" if made.incoming and made.number else made.reference,
            "people": " · ".join(dict.fromkeys([made.issuing_body, *made.recipients, *people])),
            "fields": document_type(made.document_type).title,
            "content": self.records.body_of(made) if self.bodies else "",
            "scope": agency.id,
        }


def register_uid(kind, agency, year):
    """The UID of a register, on a site and in the index."""
    return f"{agency.id}.{kind}.{year}"
