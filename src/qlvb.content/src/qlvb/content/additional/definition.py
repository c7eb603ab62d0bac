"""What an additional field is, and what makes a definition of them right (pure).

A field once defined is never taken away, for records say something in it; it is retired. What it is (id, kind) never
changes; what it is called, of which records it is asked and what may be chosen does.
"""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from qlvb.content import _
from qlvb.content.text import fold
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Violation
import re


KINDS = ("text", "number", "date", "choice")
#: Portal types that may have additional fields.
TYPES = ("OutgoingDocument", "IncomingDocument", "Dossier")
MOST_FIELDS = 50
MOST_CHOICES = 100
LONGEST_LABEL = 100
LONGEST_CHOICE = 200
RULE = "NĐ 30/2020 Phụ lục VI, VI-7c"
_ID = re.compile(r"[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True)
class AdditionalField:
    """``id`` never changes, nor does ``kind`` (one of KINDS); ``types``: portal types that have it; ``choices``: titles
    that may be chosen, of the kind choice. A ``retired`` field is shown where it says something and asked no more.
    """

    id: str
    label: str
    kind: str = "text"
    types: tuple = TYPES
    required: bool = False
    choices: tuple = ()
    retired: bool = False

    @property
    def demanded(self):
        """bool: a record has to say something in it."""
        return self.required and not self.retired

    def as_json(self):
        """dict of JSON values, as :func:`fields_from` takes it."""
        return {**asdict(self), "types": list(self.types), "choices": list(self.choices)}


@dataclass(frozen=True)
class FieldsVersion:
    """One state of an agency's definition; ``number`` from 1, 0 before there is any."""

    number: int
    fields: tuple
    by: str = ""
    when: datetime | None = None

    def field(self, field_id):
        """AdditionalField, or None."""
        return next((one for one in self.fields if one.id == field_id), None)


NONE_YET = FieldsVersion(0, ())


def id_of(label, taken=()):
    """An id from a label that none of ``taken`` is.

    >>> id_of("Số lô kho"), id_of("Số lô kho", ["so_lo_kho"]), id_of("2026")
    ('so_lo_kho', 'so_lo_kho_2', 'f_2026')
    """
    stem = re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_")[:36]
    stem = stem if stem[:1].isalpha() else f"f_{stem}".rstrip("_")
    return next(one for one in (stem, *(f"{stem}_{n}" for n in range(2, MOST_FIELDS * 2))) if one not in taken)


def fields_from(items):
    """(list of AdditionalField, list of Violation) of JSON values: id (made from the label where none is given), label,
    kind, types, required, choices, retired.
    """
    if not isinstance(items, list) or len(items) > MOST_FIELDS:
        return [], [_fault("items", "wrong_shape", _shape())]
    found, faults = [], []
    taken = [one["id"] for one in items if isinstance(one, dict) and isinstance(one.get("id"), str)]
    for place, item in enumerate(nfc_tree(items)):
        at = f"items.{place}"
        if not isinstance(item, dict) or not all(
            isinstance(item.get(name, []), (list, tuple)) for name in ("types", "choices")
        ):
            faults.append(_fault(at, "wrong_shape", _shape()))
            continue
        label = " ".join(item["label"].split()) if isinstance(item.get("label"), str) else ""
        given = item.get("id") or id_of(label, taken)
        taken.append(given)
        choices = [" ".join(one.split()) if isinstance(one, str) else one for one in item.get("choices", ())]
        field = AdditionalField(
            given,
            label,
            item.get("kind", "text"),
            tuple(item.get("types", TYPES)),
            bool(item.get("required", False)),
            tuple(one for one in choices if one != ""),
            bool(item.get("retired", False)),
        )
        found.append(field)
        faults += [_fault(f"{at}.{name}", code, message) for name, code, message in _faults(field)]
    return found, faults


def _faults(field):
    """(name, code, message) of what is wrong with one field by itself."""
    called = {"field": field.label or str(field.id)}
    if not isinstance(field.id, str) or not _ID.fullmatch(field.id):
        text = _("violation_additional_id", default="Mã trường gồm chữ thường không dấu, số, gạch dưới (tối đa 40).")
        yield "id", "id_wrong", text
    if not 0 < len(field.label) <= LONGEST_LABEL:
        text = _("violation_additional_label", default="Trường phải có tên (tối đa 100 ký tự).")
        yield "label", "label_missing", text
    if field.kind not in KINDS:
        yield "kind", "kind_unknown", _(
            "violation_additional_kind",
            default="Kiểu của “${field}” phải là chữ, số, ngày hoặc danh sách chọn.",
            mapping=called,
        )
    if not field.types or not set(map(str, field.types)) <= set(TYPES):
        yield "types", "types_unknown", _(
            "violation_additional_types",
            default="“${field}” phải dùng cho văn bản đi, văn bản đến hoặc hồ sơ.",
            mapping=called,
        )
    fitting = all(isinstance(one, str) and len(one) <= LONGEST_CHOICE for one in field.choices)
    repeated = len(set(map(str, field.choices))) != len(field.choices)
    if not fitting or repeated or len(field.choices) > MOST_CHOICES or bool(field.choices) != (field.kind == "choice"):
        yield "choices", "choices_wrong", _(
            "violation_additional_choices",
            default="“${field}”: danh sách chọn cần từ 1 đến 100 giá trị khác nhau; kiểu khác không có danh sách.",
            mapping=called,
        )


def definition_violations(before, fields):
    """What keeps ``fields`` (list of AdditionalField) from following the FieldsVersion ``before``: list of Violation.

    >>> old = FieldsVersion(1, (AdditionalField("lo", "Lô"),))
    >>> [one.code for one in definition_violations(old, [AdditionalField("lo", "Lô", "number")])]
    ['kind_changed']
    >>> [one.code for one in definition_violations(old, [])]
    ['field_gone']
    """
    found, seen, labels = [], set(), set()
    for place, field in enumerate(fields):
        known, called = before.field(field.id), {"field": field.label}
        if known is not None and known.kind != field.kind:
            text = _(
                "violation_additional_kind_changed",
                default="“${field}” đã có kiểu, không đổi được: hãy ngừng dùng trường này và thêm trường mới.",
                mapping=called,
            )
            found.append(_fault(f"items.{place}.kind", "kind_changed", text))
        label = fold(field.label)
        if field.id in seen or (label in labels and not field.retired):
            text = _("violation_additional_twice", default="“${field}” bị lặp.", mapping=called)
            found.append(_fault(f"items.{place}.label", "repeated", text))
        seen.add(field.id)
        if not field.retired:
            labels.add(label)
    for known in before.fields:
        if known.id not in seen:
            text = _(
                "violation_additional_gone",
                default="Không xóa được “${field}”: bản ghi đã có thể mang giá trị; hãy ngừng dùng.",
                mapping={"field": known.label},
            )
            found.append(_fault("items", "field_gone", text))
    return found


def demanded_since(versions, field_id):
    """datetime from which on the field has been demanded without a break, or None: it is not demanded.

    ``versions``: FieldsVersions, oldest first. What came into being before need not answer for it.
    """
    since = None
    for version in versions:
        field = version.field(field_id)
        if field is None or not field.demanded:
            since = None
        elif since is None:
            since = version.when
    return since


def _fault(field, code, message):
    return Violation(field, code, message, RULE)


def _shape():
    return _("violation_additional_shape", default="Định nghĩa trường bổ sung không đúng dạng (tối đa 50 trường).")
