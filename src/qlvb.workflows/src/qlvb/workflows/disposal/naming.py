"""What records on lists are called, so that copies of one document can be told apart."""

from qlvb.content import _
from qlvb.content.text import show_number


def named(record):
    """Code and year of a dossier, reference or title of a document with its arrival number: str or Message."""
    if code := getattr(record, "code", ""):
        return f"{code}/{record.year}"
    name, number = record.reference or record.Title(), getattr(record, "arrival_number", None)
    if not number:
        return name
    mapping = {"name": name, "number": show_number(number)}
    return _("disposal_named_arrival", default="${name} (số đến ${number})", mapping=mapping)
