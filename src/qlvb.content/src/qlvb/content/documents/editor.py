"""Changing the fields of a document."""

from datetime import date
from qlvb.content import _
from qlvb.content.additional.values import changes_of
from qlvb.content.clock import show_moment
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.documents.rules import check_document
from qlvb.content.documents.rules import settled_additional
from qlvb.content.documents.rules import stored_values
from qlvb.content.documents.values import normalised
from qlvb.content.fieldsofwork.closed import closed_violations
from qlvb.content.interfaces import IDocument
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.journal.wording import person_name
from qlvb.content.locks import check_unlocked
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import adapter
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFields


def readonly_violations(portal_type, data):
    """One violation for every field in ``data`` that only acts set: list."""
    fields = getFields(SCHEMAS[portal_type])
    return [
        Violation(
            name,
            "field_readonly",
            _(
                "violation_field_readonly",
                default="“${field}” do hệ thống ghi, không nhập được.",
                mapping={"field": fields[name].title},
            ),
        )
        for name in data
        if name in fields and fields[name].readonly
    ]


@implementer(IDocumentEditor)
@adapter(IDocument)
class DocumentEditor:
    """Checks, stores, tells the journal."""

    def __init__(self, document):
        self.document = document

    def revision(self):
        return str(int(self.document.modified().micros()))

    def change(self, data, by, revision=None):
        check_unlocked(self.document)
        if revision is not None and revision != self.revision():
            raise Refused(Violation("", "document_changed", self._who_changed()), status=409)
        portal_type = self.document.portal_type
        stored = stored_values(self.document)
        violations = readonly_violations(portal_type, data)
        violations += check_document(portal_type, data, stored, self.document)
        agency = getUtility(IDirectory).agency_of(self.document)
        violations += closed_violations(agency.id, data, stored["field_of_work"]) if agency is not None else []
        if violations:
            raise Refused(violations)
        values = normalised(SCHEMAS[portal_type], data)
        if "additional" in values:
            values["additional"] = settled_additional(portal_type, values, stored, self.document)[0]
        changed = [name for name, value in values.items() if value != stored[name]]
        if not changed:
            return []
        for name in changed:
            setattr(self.document, name, values[name])
        detail = {name: [_json(stored[name]), _json(values[name])] for name in changed if name != "additional"}
        if "additional" in changed:
            detail |= changes_of(stored["additional"], values["additional"])
        IJournal(self.document).append("changed", by, {"fields": detail})
        notify(ObjectModifiedEvent(self.document, Attributes(SCHEMAS[portal_type], *changed)))
        return changed

    def _who_changed(self):
        """Message: who did something to the document last, and when."""
        entries = IJournal(self.document).entries(newest_first=True)
        entry = next((one for one in entries if one.event == "changed" or one.event.startswith("act.")), None)
        if entry is None:
            return _("violation_document_changed", default="Người khác vừa sửa văn bản này. Hãy tải lại rồi sửa tiếp.")
        return _(
            "violation_document_changed_by",
            default="${person} vừa sửa hoặc xử lý văn bản này lúc ${when}. Hãy tải lại rồi sửa tiếp.",
            mapping={"person": person_name(entry.actor), "when": show_moment(entry.when)},
        )


def _json(value):
    return value.isoformat() if isinstance(value, date) else value
