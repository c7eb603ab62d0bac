"""What REST requests carry: JSON, or a file in JSON or multipart form."""

from plone.restapi.deserializer import json_body
from plone.restapi.exceptions import DeserializationError
from qlvb.content import _
from qlvb.content.files.intake import upload_from_json
from qlvb.content.files.intake import upload_from_part
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


def is_multipart(request):
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

    :raises Refused: 400 not JSON, or not an object.
    """
    try:
        return json_body(request)
    except DeserializationError as error:
        message = _("violation_json_malformed", default="Dữ liệu gửi lên không phải là JSON hợp lệ.")
        raise Refused(Violation("", "json_malformed", message)) from error
