"""What REST requests carry: JSON, or a file in JSON or multipart form."""

from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from qlvb.content import _
from qlvb.content.documents.idempotency import MAX_LENGTH
from qlvb.content.files.intake import upload_from_json
from qlvb.content.files.intake import upload_from_part
from qlvb.content.text import is_storable
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


def is_multipart(request):
    """bool: the request is a form with files, not JSON."""
    return request.getHeader("Content-Type", "").lower().startswith("multipart/form-data")


def sent_upload(request, role=None):
    """The Upload of a JSON or multipart request.

    :raises Refused: 400 no file, or not readable.
    """
    if is_multipart(request):
        form = request.form
        upload, violations = upload_from_part(
            form.get("file"), role or str(form.get("role", "")), form.get("title", ""), form.get("note", "")
        )
    else:
        upload, violations = upload_from_json(sent_json(request), role)
    if violations:
        raise Refused(violations)
    return upload


def sent_json(request):
    """The JSON object of the request: dict.

    :raises Refused: 400 not JSON, or not an object, or with strings that are no text.
    """
    try:
        sent = json_body(request)
    except DeserializationError as error:
        message = _("violation_json_malformed", default="Nội dung gửi lên không phải là một đối tượng JSON.")
        raise Refused(Violation("", "json_malformed", message)) from error
    for name, value in sent.items():
        if not (is_storable(name) and is_storable(value)):
            message = _("violation_json_no_text", default="Có ký tự không phải là chữ (Unicode không hợp lệ).")
            raise Refused(Violation(nfc(name)[:80], "no_text", message))
    return sent


def sent_key(request):
    """The idempotency key with which a client asks twice for one thing: str, "" for none.

    :raises Refused: 400 it is too long.
    """
    key = request.getHeader("Idempotency-Key", "").strip()
    if len(key) > MAX_LENGTH:
        message = _(
            "violation_request_key_too_long",
            default="Idempotency-Key dài quá ${max} ký tự.",
            mapping={"max": str(MAX_LENGTH)},
        )
        raise Refused(Violation("Idempotency-Key", "key_too_long", message))
    return key
