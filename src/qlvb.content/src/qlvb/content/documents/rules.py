"""The rules of a document's fields: the same for form, REST, delivery and import."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.additional.record import settle
from qlvb.content.documents.date_rules import check_dates
from qlvb.content.documents.field_rules import BoundFields
from qlvb.content.documents.field_rules import check_fields
from qlvb.content.documents.field_rules import missing
from qlvb.content.documents.fields import fields_of
from qlvb.content.documents.interfaces import IDocumentRules
from qlvb.content.documents.recipient_rules import check_recipients
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.documents.values import normalised
from qlvb.content.documents.vocabularies import TYPES_OF_LEGAL_KIND
from qlvb.content.interfaces import IDocument
from qlvb.content.violations import Violation
from zope.component import adapter
from zope.interface import implementer


SCHEMAS = {"OutgoingDocument": IOutgoingSchema, "IncomingDocument": IIncomingSchema}
DATES = ("issue_date", "arrival_date", "reply_due_date", "due_date")
#: What the law demands of a document that is issued, respectively registered (Phụ lục VI, Phần II; Điều 8).
COMPLETE = {
    "OutgoingDocument": ("subject", "document_type", "issuing_body", "signatory", "signatory_name", "recipients"),
    "IncomingDocument": ("subject", "document_type", "issuing_body", "issue_date", "arrival_date"),
}


def check_document(portal_type, data, stored=None, context=None, complete=False):
    """Violations of ``data`` for a document of ``portal_type``.

    ``data`` holds raw or normalised values, ``stored`` the values that the record has already ({} or None for a new
    record), ``context`` the place whose value lists count, or the BoundFields of it. A new record needs every required
    field.
    """
    schema = SCHEMAS[portal_type]
    fields = fields_of(schema)
    data = normalised(schema, data)
    stored = stored or {}
    values = {name: field.default for name, field in fields.items()} | stored | data
    violations = check_fields(schema, {**_needed(fields, stored), **_without_rows(data, fields)}, context)
    broken = {violation.field for violation in violations}
    if "recipients" in data and "recipients" not in broken:
        violations.extend(check_recipients(data["recipients"], context))
    if not broken & {"legal_kind", "document_type"} and data.keys() & {"legal_kind", "document_type"}:
        violations.extend(legal_kind_violations(values.get("legal_kind"), values.get("document_type")))
    changed = {name for name in DATES if name in data and data[name] != stored.get(name)}
    if complete:
        changed.add("reply_due_date")
        violations.extend(
            missing(name, fields[name].title)
            for name in COMPLETE[portal_type]
            if not values.get(name) and name not in broken
        )
    if "additional" not in broken:
        violations.extend(settled_additional(portal_type, data, stored, context, complete)[1])
    if not broken & set(DATES):
        violations.extend(check_dates({name: values.get(name) for name in DATES}, clock.today(), changed))
    return violations


def settled_additional(portal_type, data, stored, context, complete=False):
    """(values of the agency's own fields as they would be stored, violations); see check_document."""
    place = context.context if isinstance(context, BoundFields) else context
    return settle(portal_type, data.get("additional"), (stored or {}).get("additional") or {}, place, complete)


def legal_kind_violations(legal_kind, document_type):
    """Violations of a kind of legal document that the document's type cannot be (pure).

    >>> [one.code for one in legal_kind_violations("commune_decision", "official_letter")]
    ['legal_kind_type']
    """
    if not legal_kind or document_type in TYPES_OF_LEGAL_KIND.get(legal_kind, ()):
        return []
    message = _(
        "violation_legal_kind_type",
        default="“Loại văn bản QPPL” không hợp với loại văn bản: nghị quyết của HĐND, quyết định của UBND.",
    )
    return [Violation("legal_kind", "legal_kind_type", message, "Luật Ban hành VBQPPL Điều 4")]


def _needed(fields, stored):
    return {name: None for name, field in fields.items() if field.required and name not in stored}


def _without_rows(data, fields):
    """``data`` with no rows of recipients: they have rules of their own, which name row and column."""
    rows = data.get("recipients")
    if isinstance(rows, (list, tuple)) and len(rows) <= fields["recipients"].max_length:
        return {**data, "recipients": []}
    return data


def stored_values(document):
    """The field values of a document: dict."""
    values = {name: getattr(document, name) for name in fields_of(SCHEMAS[document.portal_type])}
    return {**values, "additional": dict(values["additional"])}


@implementer(IDocumentRules)
@adapter(IDocument)
class DocumentRules:
    """The rules for a document that exists."""

    def __init__(self, document):
        self.document = document

    def check(self, data=None, complete=False):
        stored = stored_values(self.document)
        portal_type = self.document.portal_type
        # Nobody gives what stands there already: only what is demanded is asked of it.
        given = {name: stored[name] for name in stored if name != "additional"} if data is None else data
        return check_document(portal_type, given, stored, self.document, complete)
