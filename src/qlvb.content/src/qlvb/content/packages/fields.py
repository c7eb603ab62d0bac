"""The fields of EAD.xml and EAD_doc of each package (TT 05/2025/TT-BNV, Phụ lục I to V), and their rules (pure).

The lists are data: ``data/archival_fields.csv``. What it does not call optional is required.
"""

from csv import DictReader
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.resources import files
from qlvb.content.packages.codes import LISTS
from qlvb.content.packages.interfaces import Finding


#: What is packed (TT 05/2025 Điều 17): a dossier, or documents that are in none.
DOSSIER, DOCUMENTS = "hoso", "tailieu"
#: Profile of a package, see :func:`profile_of` -> (entity of its EAD.xml, entity of its EAD_doc files).
ENTITIES = {
    "SIP_hoso": ("SIP_hoso.EAD", "SIP.EAD_doc"),
    "AIP_hoso": ("AIP_hoso.EAD", "AIP.EAD_doc"),
    "SIP_tailieu": ("SIP_tailieu.EAD", "SIP.EAD_doc"),
    "AIP_tailieu": ("AIP_tailieu.EAD", "AIP.EAD_doc"),
    "DIP": ("DIP.EAD", "DIP.EAD_doc"),
}
#: How a document is described: of a picture, and of film and sound, there is one list for all packages.
DOC, PIC, MEDIA = "EAD_doc", "EAD_pic", "EAD_media"
_OF_ONE_LIST = {PIC: "EAD_pic", MEDIA: "EAD_media"}
#: Of the request in a DIP only these are always there.
_OF_A_REQUEST = ("requestID", "requestDate", "purpose")
#: Fields that the list does not call optional, and that may have nothing to say all the same.
_MAY_BE_EMPTY = ("description", "paperFileCode", "riskRecoveryStatus")
#: Types and lengths that the list leaves out for the AIP are those of the same field elsewhere.
_LOOK_IN = ("SIP.EAD_doc", "AIP_hoso.EAD")
_REPEATABLE = ("language",)
_DAYS = ("%d/%m/%Y",)
_DAYS_OF_AIP = ("%d/%m/%Y", "%m/%Y", "%Y")


def profile_of(kind, grouping):
    """Name of the profile of a package of ``kind`` (SIP, AIP, DIP) that packs ``grouping``.

    >>> profile_of("SIP", DOCUMENTS), profile_of("DIP", DOSSIER)
    ('SIP_tailieu', 'DIP')
    """
    return kind if kind == "DIP" else f"{kind}_{grouping}"


def entity_of(profile, part):
    """Name of the list of fields for a ``part`` (EAD, EAD_doc, EAD_pic, EAD_media) of a package.

    >>> entity_of("AIP_hoso", "EAD"), entity_of("AIP_hoso", PIC)
    ('AIP_hoso.EAD', 'EAD_pic')
    """
    return _OF_ONE_LIST[part] if part in _OF_ONE_LIST else ENTITIES[profile][0 if part == "EAD" else 1]


def description_of(fields):
    """What describes a document with these fields: DOC, PIC or MEDIA.

    >>> description_of({"typePic": "02"}), description_of({"typeMedia": "01"}), description_of({"subject": "x"})
    ('EAD_pic', 'EAD_media', 'EAD_doc')
    """
    return PIC if "typePic" in fields else MEDIA if "typeMedia" in fields else DOC


@dataclass(frozen=True)
class Field:
    """One field. ``type``: String, Number, Date, Boolean; ``length``: most characters, None for no limit."""

    name: str
    label: str
    type: str
    length: int | None
    required: bool
    repeatable: bool
    codes: tuple

    def faults(self, value, formats):
        """What is wrong with one value (str): list of (code, detail)."""
        if self.length is not None and len(value) > self.length:
            return [("value_too_long", f"{len(value)} > {self.length}")]
        if self.codes and value not in self.codes:
            return [("value_not_in_list", value)]
        if self.type == "Number" and not (value.isascii() and value.isdigit()):
            return [("value_no_number", value)]
        if self.type == "Boolean" and value not in ("0", "1"):
            return [("value_no_boolean", value)]
        if self.type == "Date" and not any(_is_day(value, pattern) for pattern in formats):
            return [("value_no_date", value)]
        return []


@cache
def _rows():
    text = files(__package__).joinpath("data", "archival_fields.csv").read_text(encoding="utf-8")
    return tuple(DictReader(text.splitlines()))


@cache
def fields_of(entity):
    """The fields of an entity of the list, in its order: tuple of Field. :raises KeyError: there is none."""
    found = tuple(_field(entity, row) for row in _rows() if row["entity"] == entity)
    if not found:
        raise KeyError(entity)
    return found


def _field(entity, row):
    name, note = row["field"], row["note"]
    asked = "optional" not in note and name not in _MAY_BE_EMPTY
    required = name in _OF_A_REQUEST if entity == "DIP.EAD" else asked
    if not row["type"] and name not in ("docOrdinal", "arcFileCode"):
        like = next(field for other in _LOOK_IN for field in fields_of(other) if field.name == name)
        return replace(like, label=row["label_vi"])
    length = {"docOrdinal": 7, "arcFileCode": 100}.get(name) if not row["type"] else None
    kind = row["type"] or ("Number" if name == "docOrdinal" else "String")
    return Field(
        name=name,
        label=row["label_vi"],
        type=kind,
        length=int(row["max_length"]) if row["max_length"] else length,
        required=required,
        repeatable=name in _REPEATABLE,
        codes=tuple(LISTS.get(name, ())),
    )


def check(entity, values, where):
    """What is wrong with ``values`` (dict name -> str, or tuple of str of a repeatable field): list of Finding.

    ``where``: path of the file that says them. The detail begins with the field's name.
    """
    known = {field.name: field for field in fields_of(entity)}
    formats = _DAYS_OF_AIP if entity.startswith("AIP") else _DAYS
    found = [Finding("field_unknown", where, name) for name in values if name not in known]
    for name, field in known.items():
        given = values.get(name) or ()
        given = (given,) if isinstance(given, str) else tuple(given)
        if not any(given) and field.required:
            found.append(Finding("field_missing", where, name))
        if len(given) > 1 and not field.repeatable:
            found.append(Finding("field_repeated", where, name))
        found.extend(
            Finding(code, where, f"{name}: {detail}")
            for value in given
            for code, detail in field.faults(value, formats)
        )
    return found + list(_together(known, values, where))


def _together(known, values, where):
    """Rules over several fields."""
    if "paperFileCode" in known and values.get("confidenceLevel") in ("02", "03") and not values.get("paperFileCode"):
        yield Finding("field_missing", where, "paperFileCode")
    if "riskRecoveryStatus" in known and values.get("riskRecovery") == "1" and not values.get("riskRecoveryStatus"):
        yield Finding("field_missing", where, "riskRecoveryStatus")
    if "process" in known and values.get("confidenceLevel") in ("01", "03") and values.get("process") != "1":
        yield Finding("process_missing", where, "process")
    start, end = (_day(values.get(name)) for name in ("startDate", "endDate"))
    if start and end and end < start:
        yield Finding("end_before_start", where, "endDate")


def _is_day(value, pattern):
    try:
        return datetime.strptime(value, pattern).strftime(pattern) == value
    except ValueError:
        return False


def _day(value):
    return datetime.strptime(value, "%d/%m/%Y") if isinstance(value, str) and _is_day(value, "%d/%m/%Y") else None
