"""What a row must answer to: the rules of its document's fields, its number, its files, its readers."""

from datetime import date
from datetime import datetime
from datetime import time
from hashlib import blake2b
import json
from pathlib import Path
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.additional.record import fields_at
from qlvb.content.additional.values import PREFIX
from qlvb.content.documents.factory import DIRECTION
from qlvb.content.documents.field_rules import BoundFields
from qlvb.content.documents.field_rules import missing
from qlvb.content.documents.periods import section_of
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.documents.rules import check_document
from qlvb.content.documents.rules import settled_additional
from qlvb.content.documents.values import normalised
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.symbols import format_reference
from qlvb.content.registers.symbols import parse_reference
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Violation
from qlvb.workflows.importing.columns import OWN
from qlvb.workflows.importing.columns import PORTAL_TYPES
from qlvb.workflows.importing.columns import direction_of
from qlvb.workflows.importing.columns import title
from qlvb.workflows.importing.interfaces import Checked
from qlvb.workflows.importing.values import Reader
from qlvb.workflows.importing.values import listed
from qlvb.workflows.importing.values import text
from zope.component import getUtility


KEY_LENGTH = 200
#: Field of the number and of the day under which a document stands in its register.
NUMBER = {"OutgoingDocument": "document_number", "IncomingDocument": "arrival_number"}
DAY = {"OutgoingDocument": "issue_date", "IncomingDocument": "arrival_date"}
#: Who signed decades ago has no account here; the name is what the law asks for.
NOT_ASKED = ("signatory",)


def row_key(cells):
    """The key of a row: what the column says, else a hash of all it says.

    >>> row_key({"key": " HS-12 "})
    'HS-12'
    """
    said = " ".join(str(text(cells.get("key", ""))).split())
    if said:
        return said[:KEY_LENGTH]
    plain = json.dumps(nfc_tree(cells), sort_keys=True, default=str, ensure_ascii=False)
    return blake2b(plain.encode(), digest_size=16).hexdigest()


def own_labels(agency_id):
    """dict portal type -> labels of the fields that the agency adds to its documents; {} for no such agency."""
    if getUtility(IDirectory).agency(agency_id) is None:
        return {}
    return {
        portal_type: [
            one.label for one in fields_at(section_of(agency_id, direction), portal_type) if not one.retired
        ]
        for portal_type, direction in DIRECTION.items()
    }


class RowRules:
    """The rules for the rows of one run. ``agency`` counts for rows that name none; ``folder`` holds the files."""

    def __init__(self, agency="", folder=None):
        self.agency = agency
        self.folder = Path(folder).resolve() if folder else None
        self._readers = {name: Reader(name) for name in SCHEMAS}
        self._sections = {}

    def check(self, row, key):
        """(Checked or None, list of Violation): everything but what the registers say."""
        cells = dict(row.cells)
        if "" in cells:
            message = _("violation_import_row", default="Dòng không phải một bản ghi JSON.")
            return None, [Violation("", "row_unreadable", message)]
        portal_type, agency, violations = self._place(cells)
        if violations:
            return None, violations
        values, violations = self._values(portal_type, cells)
        section = self._section(agency, portal_type)
        violations += self._of_fields(portal_type, values, section, {v.field for v in violations})
        files, wrong = self._files(cells.get("files"))
        violations += wrong
        readers, wrong = self._people(cells.get("readers"), agency, values)
        violations += wrong
        number, day = values.get(NUMBER[portal_type]), values.get(DAY[portal_type])
        violations += self._of_number(portal_type, values, {v.field for v in violations})
        if violations:
            return None, violations
        values["additional"] = settled_additional(portal_type, values, {}, section)[0]
        shown = format_reference(number, values["document_symbol"]) if portal_type == "OutgoingDocument" else ""
        register = " ".join(str(cells.get("register", "")).split())
        return Checked(
            row, key, portal_type, agency, values, register, number, shown, day, tuple(files), tuple(readers)
        ), []

    def _place(self, cells):
        direction = direction_of(cells.get("direction", ""))
        agency = str(text(cells.get("agency", "")) or self.agency).strip()
        violations = []
        if not direction:
            message = _("violation_import_direction", default="Cần ghi là văn bản đi hay văn bản đến.")
            violations.append(Violation("direction", "direction_unknown", message))
        if getUtility(IDirectory).agency(agency) is None:
            message = _("violation_agency_unknown", default="Không có cơ quan này trong hệ thống.")
            violations.append(Violation("agency", "agency_unknown", message))
        return PORTAL_TYPES.get(direction), agency, violations

    def _section(self, agency, portal_type):
        key = agency, portal_type
        if key not in self._sections:
            self._sections[key] = BoundFields(section_of(agency, DIRECTION[portal_type]))
        return self._sections[key]

    def forget(self):
        """Let go of objects of the transaction that has ended."""
        self._sections.clear()

    def _values(self, portal_type, cells):
        reader = self._readers[portal_type]
        fields = reader.fields
        values, violations = {}, []
        own = self._own_fields(portal_type, cells)
        # Who enters records in bulk is asked for the agency's own fields, too.
        values["additional"] = {}
        for name, cell in cells.items():
            if name in OWN:
                continue
            if name not in fields and name in own:
                values["additional"][own[name]] = cell
                continue
            if name not in fields:
                values[name] = cell
                continue
            value, violation = reader.value(name, cell)
            if violation is not None:
                violations.append(violation)
            else:
                values[name] = value
        if said := cells.get("reference"):
            _take_apart(portal_type, str(text(said)), values)
        if portal_type == "OutgoingDocument":
            agency = getUtility(IDirectory).agency(str(text(cells.get("agency", "")) or self.agency).strip())
            values.setdefault("issuing_body", agency.title)
            values.setdefault("issuing_body_identifier", agency.identifier)
        return normalised(SCHEMAS[portal_type], values), violations

    def _own_fields(self, portal_type, cells):
        """dict heading -> id of the fields that the agency adds: by their ids and by what they are called."""
        agency = str(text(cells.get("agency", "")) or self.agency).strip()
        key = agency, portal_type, "additional"
        if key not in self._sections:
            asked = fields_at(section_of(agency, DIRECTION[portal_type]), portal_type)
            self._sections[key] = {
                **{one.label: one.id for one in asked if not one.retired},
                **{f"{PREFIX}{one.id}": one.id for one in asked},
                **{one.id: one.id for one in asked},
            }
        return self._sections[key]

    def _of_fields(self, portal_type, values, section, unread):
        """The rules of the document, as they would have been asked on its own day."""
        today = clock.today()
        days = [day for name in ("issue_date", "arrival_date") if isinstance(day := values.get(name), date)]
        with clock.held(datetime.combine(max([day for day in days if day <= today], default=today), time(12))):
            found = check_document(portal_type, values, context=section, complete=True)
        return [
            violation
            for violation in found
            if violation.field not in unread
            and not (violation.field in NOT_ASKED and violation.code == "field_missing")
        ]

    def _of_number(self, portal_type, values, broken):
        fields = self._readers[portal_type].fields
        for name in (NUMBER[portal_type], DAY[portal_type]):
            if values.get(name) is None and name not in broken:
                yield missing(name, fields[name].title)

    def _people(self, cell, agency, values):
        readers = list(dict.fromkeys(listed(cell)))
        directory = getUtility(IDirectory)
        violations = [
            Violation(
                "readers",
                "reader_unknown",
                _(
                    "violation_import_reader",
                    default="Cơ quan không có tài khoản “${userid}”.",
                    mapping={"userid": userid[:64]},
                ),
            )
            for userid in readers
            if not any(post.agency == agency for post in directory.person(userid).posts)
        ]
        if not readers and values.get("secrecy") not in (None, "", "none"):
            message = _("violation_import_no_reader", default="Văn bản mật phải ghi ít nhất một tài khoản được xem.")
            violations.append(Violation("readers", "readers_missing", message))
        return readers, violations

    def _files(self, cell):
        """((role, path) …, violations); the first file is the document, the others are its annexes."""
        found, violations = [], []
        for name in listed(cell):
            path = (self.folder / name).resolve() if self.folder is not None else None
            if path is None or not path.is_relative_to(self.folder) or not path.is_file():
                message = _(
                    "violation_import_file",
                    default="Không thấy tệp “${name}” trong thư mục tệp.",
                    mapping={"name": name},
                )
                violations.append(Violation("files", "file_missing", message))
            else:
                found.append(("annex" if found else "main", path))
        return found, violations


def _take_apart(portal_type, said, values):
    """Fill number and symbol from ``123/QĐ-SNV`` where they have no column of their own."""
    parsed = parse_reference(said)
    values.setdefault("document_symbol", parsed.symbol)
    if parsed.number is None:
        return
    if portal_type == "OutgoingDocument":
        values.setdefault("document_number", parsed.number)
    else:
        values.setdefault("original_number", said.split("/")[0].strip())


def column_title(portal_type, violation):
    """Message id of the column of a violation, or its field as it is."""
    name = violation.field.split("[")[0].split(".")[0]
    try:
        return title(portal_type, name)
    except KeyError:
        return name
