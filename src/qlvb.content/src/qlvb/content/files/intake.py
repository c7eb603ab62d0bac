"""Uploads as they come in, before anything is stored: what was sent, and whether it may be taken."""

import base64
from binascii import Error as Base64Error
from dataclasses import dataclass
from dataclasses import replace
from hashlib import file_digest
from io import BytesIO
from plone.registry.interfaces import IRegistry
from qlvb.content import _
from qlvb.content.files.interfaces import IBytesGuard
from qlvb.content.files.names import clean_filename
from qlvb.content.files.rules import FIELD
from qlvb.content.files.rules import MEGABYTE
from qlvb.content.files.rules import check_file
from qlvb.content.files.settings import IFileSettings
from qlvb.content.safety.blocked import note_blocked
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
from typing import BinaryIO
from zope.component import getUtility


TITLE_LENGTH = 500
NOTE_LENGTH = 1000


@dataclass(frozen=True)
class Upload:
    """A file as sent. ``stream`` is binary and seekable."""

    role: str
    filename: str
    stream: BinaryIO
    title: str = ""
    note: str = ""


def max_bytes():
    """The size limit of the site, in bytes."""
    settings = getUtility(IRegistry).forInterface(IFileSettings, prefix="qlvb.files")
    return settings.max_megabytes * MEGABYTE


def check_upload(upload):
    """(violations, Inspection or None) of an :class:`Upload`."""
    violations, found = check_file(upload.stream, clean_filename(upload.filename), upload.role, max_bytes())
    if not violations and (closed := getUtility(IBytesGuard).obstacle(_sha256(upload.stream))):
        violations.append(replace(closed, field=FIELD))
    note_blocked(upload.filename, violations)
    for field, value, length in (("title", upload.title, TITLE_LENGTH), ("note", upload.note, NOTE_LENGTH)):
        if len(nfc(value)) > length:
            violations.append(_too_long(field, length))
    return violations, found


def _sha256(stream):
    stream.seek(0)
    digest = file_digest(stream, "sha256").hexdigest()
    stream.seek(0)
    return digest


def check_uploads(uploads):
    """Violations of several uploads; the field is ``files[<place from 1>].file``: list."""
    return [
        replace(violation, field=f"files[{place}].{violation.field}")
        for place, upload in enumerate(uploads, start=1)
        for violation in check_upload(upload)[0]
    ]


def upload_from_json(data, role=None):
    """(Upload, []) or (None, violations) from ``{"role", "filename", "data" (base64), "title", "note"}``."""
    texts = {name: data.get(name, "") for name in ("filename", "title", "note")} if isinstance(data, dict) else {}
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in texts.values()):
        return None, [_malformed()]
    content = data.get("data")
    if not isinstance(content, str):
        return None, [_missing()]
    try:
        raw = base64.b64decode("".join(content.split()), validate=True)
    except (Base64Error, ValueError):
        return None, [_malformed()]
    return Upload(role=str(role or data.get("role") or ""), stream=BytesIO(raw), **texts), []


def upload_from_part(part, role, title="", note=""):
    """(Upload, []) or (None, violations) from a part of a multipart request (ZPublisher's FileUpload)."""
    if not hasattr(part, "read") or not getattr(part, "filename", ""):
        return None, [_missing()]
    texts = {"title": title, "note": note}
    if not all(isinstance(text, str) for text in texts.values()):
        return None, [_malformed()]
    return Upload(role=role, filename=part.filename, stream=part, **texts), []


def _missing():
    return Violation(FIELD, "file_missing", _("violation_file_missing", default="Chưa có tệp."))


def _malformed():
    message = _(
        "violation_file_malformed", default="Dữ liệu tệp gửi lên không đúng dạng (cần tên tệp và nội dung base64)."
    )
    return Violation(FIELD, "file_malformed", message)


def _too_long(field, length):
    message = _("violation_file_text_too_long", default="Nội dung dài quá ${max} ký tự.", mapping={"max": str(length)})
    return Violation(field, "field_too_long", message)
