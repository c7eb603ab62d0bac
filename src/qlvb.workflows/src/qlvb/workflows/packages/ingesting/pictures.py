"""Photographs, films and sounds of a SIP (NĐ 30/2020 Điều 29.3; TT 05/2025 Phụ lục I to V, EAD_pic and EAD_media) in
the words of a document (pure). What has no field of a document stays with it as it came, and leaves with it again.
"""

from datetime import datetime
from qlvb.content.packages.codes import OTHER_TYPE
from qlvb.content.packages.fields import DOC
from qlvb.content.packages.fields import PIC
from qlvb.content.packages.fields import description_of


#: What describes it -> its fields that say title, who made it and when.
_SAID = {
    "EAD_pic": ("imageTitle", "photographer", "photoTime"),
    "EAD_media": ("movieTitle", "recorder", "recordDate"),
}
_SHARED = ("docCode", "maintenance", "eventName", "mode", "description", "language", "typePic", "typeMedia")
VIETNAMESE, CONDITIONS = "01", "02"
SUBJECT_LENGTH, NOTE_LENGTH = 500, 500


def is_picture(fields):
    """bool: these fields describe a photograph, film or sound."""
    return description_of(fields) != DOC


def taken_fields(fields):
    """Names of the fields of a photograph, film or sound that a document says: tuple."""
    return (*_SAID[description_of(fields)], *_SHARED)


def as_document(fields, maker):
    """Fields of EAD_doc for those of EAD_pic or EAD_media. ``maker``: the body that made the package, which stands
    for an author that nobody names. Use that nobody has decided on is under conditions; a time that is no day is not
    one of the document.

    >>> as_document({"typePic": "02", "docCode": "A.1", "maintenance": "01", "eventName": "Lễ"}, "Sở")["subject"]
    'Lễ'
    """
    title, author, when = _SAID[description_of(fields)]
    kind = "Ảnh" if description_of(fields) == PIC else "Ghi âm, ghi hình"
    subject = fields.get(title) or fields.get("eventName") or f"{kind} {fields['docCode']}"
    return {
        "subject": subject[:SUBJECT_LENGTH],
        "typeName": OTHER_TYPE,
        "issuedDate": fields.get(when, "") if _is_day(fields.get(when, "")) else "",
        "organName": (fields.get(author) or maker)[:200],
        "language": fields.get("language") or VIETNAMESE,
        "numberOfPage": "0",
        "mode": fields.get("mode") or CONDITIONS,
        "maintenance": fields["maintenance"],
        "description": fields.get("description", "")[:NOTE_LENGTH],
    }


def _is_day(text):
    try:
        return datetime.strptime(text, "%d/%m/%Y").strftime("%d/%m/%Y") == text
    except ValueError:
        return False
