"""``POST <agency>/@incoming``: fields of the document, ``files`` (role, filename, base64 data), ``accept`` (default
true).
"""

import base64
import binascii
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.paper import ACCEPT_FIELDS
from qlvb.workflows.incoming.paper import register_paper
from zope.component import getUtility
from zope.schema import getFields


class IncomingPost(AnsweringService):
    """Enter a received document and, unless ``accept`` is false, register it in one transaction."""

    def answer(self):
        body = self.body()
        accept = body.pop("accept", True) is not False
        files = files_of(body.pop("files", []))
        values = fields_of(body, self.context)
        agency = getUtility(IDirectory).agency_of(self.context)
        document = register_paper(agency.id, values, files, self.userid, accept)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", document.absolute_url())
        return {
            "@id": document.absolute_url(),
            "UID": IUUID(document),
            "state": state_of(document),
            "arrival_number": document.arrival_number,
        }


def fields_of(body, context):
    """The field values of a JSON body. :raises Refused: 400 unknown or wrong ones."""
    extra = {name: body.pop(name) for name in ACCEPT_FIELDS if name in body}
    writable = {name: field for name, field in getFields(IIncomingSchema).items() if not field.readonly}
    unknown = [name for name in body if name not in writable]
    if unknown:
        message = _(
            "violation_incoming_field", default="Không nhập được trường ${field}.", mapping={"field": unknown[0]}
        )
        raise Refused([Violation(name, "unknown_field", message) for name in unknown])
    values, violations = convert(IIncomingSchema, body, context)
    if violations:
        raise Refused(violations)
    return {**{name: values[name] for name in body}, **extra}


def files_of(entries):
    """[(role, filename, bytes)] of a JSON list. :raises Refused: 400 not so."""
    if not isinstance(entries, list):
        entries = [None]
    found = []
    for entry in entries:
        try:
            data = base64.b64decode(entry["data"], validate=True)
            found.append((str(entry.get("role") or "main"), str(entry["filename"]), data))
        except (TypeError, KeyError, AttributeError, binascii.Error, ValueError):
            message = _("violation_file_entry", default="Mỗi tệp cần có tên (filename) và nội dung mã base64 (data).")
            raise Refused(Violation("files", "file_entry", message)) from None
    return found
