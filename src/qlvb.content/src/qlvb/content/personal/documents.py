"""Keeping personal documents."""

from DateTime import DateTime
from plone import api
from plone.dexterity.utils import createContent
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.documents.periods import add_folder
from qlvb.content.documents.periods import put
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.personal.interfaces import IPersonalDocuments
from qlvb.content.personal.schema import LONGEST_SUBJECT
from qlvb.content.personal.schema import IPersonalSchema
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from secrets import token_hex
from zope.event import notify
from zope.interface import implementer
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFields


PLACE = "personal"
ROLE = "original"
#: Most documents of one person.
MOST = 1000


@implementer(IPersonalDocuments)
class PersonalDocuments:
    """See IPersonalDocuments. Ids are random, folders are one per person: two people never write the same object."""

    def add(self, userid, values, upload=None):
        values = nfc_tree(dict(values))
        if upload is not None and not values.get("subject"):
            values["subject"] = upload[0].rpartition(".")[0][:LONGEST_SUBJECT] or upload[0][:LONGEST_SUBJECT]
        violations = checked({"subject": "", **values})
        if self.count(userid) >= MOST:
            mapping = {"max": str(MOST)}
            text = _("violation_personal_many", default="Đã có ${max} tài liệu cá nhân; hãy bỏ bớt.", mapping=mapping)
            violations.append(Violation("", "too_many_documents", text))
        if violations:
            raise Refused(violations)
        document = createContent("PersonalDocument", **values)
        document.creators = (userid,)
        document.creation_date = DateTime(clock.now().isoformat())
        folder = self._folder(userid)
        document.id = token_hex(5)
        while folder.has_key(document.id):
            document.id = token_hex(5)
        document = put(folder, document)
        IJournal(document).append("created", userid, {"subject": document.subject})
        if upload is not None:
            IFileStore(document).add(ROLE, upload[0], upload[1], userid)
        return document

    def change(self, document, values):
        values = nfc_tree(dict(values))
        if violations := checked(values):
            raise Refused(violations)
        changed = [name for name, value in values.items() if getattr(document, name) != value]
        for name in changed:
            setattr(document, name, values[name])
        if changed:
            IJournal(document).append("changed", document.creators[0], {"fields": changed})
            notify(ObjectModifiedEvent(document))

    def remove(self, document):
        document.aq_parent._delObject(document.getId())

    def count(self, userid):
        portal = api.portal.get()
        place = portal._getOb(PLACE) if portal.has_key(PLACE) else None
        return place._getOb(userid).objectCount() if place is not None and place.has_key(userid) else 0

    def _folder(self, userid):
        """The person's folder, made when it is the first; who makes it at the same time is tried again."""
        title = _("personal_title", default="Tài liệu cá nhân")
        return _child(_child(api.portal.get(), PLACE, title), userid, title)


def _child(container, child_id, title):
    if container.has_key(child_id):
        return container._getOb(child_id)
    added = add_folder(container, child_id, api.portal.translate(title, lang="vi"))
    api.portal.get_tool("portal_workflow").notifyCreated(added)
    return added


def checked(values):
    """list of Violation: unknown fields, no subject, too long."""
    fields = getFields(IPersonalSchema)
    violations = unknown_fields(values, fields)
    for name in [name for name in values if name in fields]:
        value = values[name]
        if not isinstance(value, str) or len(value) > fields[name].max_length:
            mapping = {"max": str(fields[name].max_length)}
            text = _("violation_personal_text", default="Phải là chữ, tối đa ${max} ký tự.", mapping=mapping)
            violations.append(Violation(name, "field_wrong_value", text))
        elif name == "subject" and (not value.strip() or any(ord(char) < 32 for char in value)):
            text = _("violation_personal_subject", default="Cần có tên tài liệu, trên một dòng.")
            violations.append(Violation("subject", "required", text))
    return violations
