"""Bringing raw field values into the one form that is stored (pure functions)."""

from qlvb.content.documents.fields import fields_of
from qlvb.content.documents.interfaces import RECIPIENT_KEYS
from qlvb.content.text import nfc_tree
from zope.schema.interfaces import IText
from zope.schema.interfaces import ITextLine


#: Texts of several lines in forms that are one line in the record (registers and forms print them as one).
ONE_LINE = ("subject",)
RECIPIENT_DEFAULTS = {
    "name": "",
    "identifier": "",
    "agency": "",
    "channel": "outside",
    "purpose": "for_execution",
    "address": "",
}


def one_line(text):
    """``text`` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def recipient_row(row):
    """A recipients row with every key, empty ones at their default; unknown keys are kept for the rules to refuse.

    A row that names an agency of the site and no channel goes by the internal channel.
    """
    given = {key: value for key, value in row.items() if value is not None and value != ""}
    given = {key: one_line(value) if isinstance(value, str) else value for key, value in given.items()}
    defaults = dict(RECIPIENT_DEFAULTS)
    if given.get("agency"):
        defaults["channel"] = "internal"
    return {**defaults, **given}


def normalised(schema, data):
    """A copy of ``data`` as it would be stored: strings composed (NFC), lines without breaks, no text as "".

    Only changes form; whether the values are allowed is for the rules.
    """
    fields = fields_of(schema)
    result = {}
    for name, value in nfc_tree(dict(data)).items():
        field = fields.get(name)
        if value is None and name == "additional":
            value = {}
        elif value is None and field is not None:
            value = [] if name in ("recipients", "related_documents") else field.missing_value
        if isinstance(value, str):
            if name in ONE_LINE or ITextLine.providedBy(field):
                value = one_line(value)
            elif IText.providedBy(field):
                value = value.replace("\r\n", "\n").strip()
        if name == "recipients" and isinstance(value, (list, tuple)):
            value = [recipient_row(row) if isinstance(row, dict) else row for row in value]
        result[name] = value
    return result


def recipient_keys_unknown(row):
    """Keys of a row that recipients do not have: list of str."""
    return sorted(set(row) - set(RECIPIENT_KEYS))
