"""What a request for a new document says."""

from dataclasses import replace
import json
from qlvb.content import _
from qlvb.content.documents.json_values import from_json
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.files.intake import upload_from_json
from qlvb.content.files.intake import upload_from_part
from qlvb.content.files.kinds import ALLOWED
from qlvb.content.files.requests import is_multipart
from qlvb.content.files.requests import sent_json
from qlvb.content.files.requests import sent_key
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


class DocumentRequest:
    """``portal_type``, ``values`` (Python values of the fields), ``uploads``, ``key`` and ``violations`` of reading.

    :raises Refused: 400 when not even that much can be read.
    """

    def __init__(self, request):
        self.key = sent_key(request)
        data = _multipart_json(request) if is_multipart(request) else sent_json(request)
        self.portal_type = data.get("@type")
        if not isinstance(self.portal_type, str) or self.portal_type not in SCHEMAS:
            message = _(
                "violation_type_unknown", default="Loại bản ghi phải là OutgoingDocument hoặc IncomingDocument."
            )
            raise Refused(Violation("@type", "type_unknown", message))
        files = data.pop("files", [])
        # Who enters a document is asked for the agency's own fields, too, as the form asks for them.
        self.values, self.violations = from_json(SCHEMAS[self.portal_type], {"additional": {}, **data})
        self.uploads = []
        if not isinstance(files, list):
            self.violations.append(_not_a_list())
            files = []
        read = [upload_from_json(item) for item in files] + _parts(request)
        for place, (upload, violations) in enumerate(read, start=1):
            self.violations += [
                replace(violation, field=f"files[{place}].{violation.field}") for violation in violations
            ]
            if upload is not None:
                self.uploads.append(upload)


def _multipart_json(request):
    try:
        data = json.loads(request.form.get("document", ""))
    except (TypeError, ValueError):
        data = None
    if not isinstance(data, dict):
        message = _("violation_json_malformed", default="Nội dung gửi lên không phải là một đối tượng JSON.")
        raise Refused(Violation("document", "json_malformed", message))
    return data


def _parts(request):
    if not is_multipart(request):
        return []
    found = []
    for role in ALLOWED:
        parts = request.form.get(role, [])
        found += [upload_from_part(part, role) for part in (parts if isinstance(parts, list) else [parts])]
    return found


def _not_a_list():
    message = _("violation_files_not_a_list", default="“files” phải là một danh sách tệp.")
    return Violation("files", "field_wrong_value", message)
