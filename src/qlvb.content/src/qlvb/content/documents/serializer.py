"""Documents as JSON."""

from datetime import date
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.expansion import expandable_elements
from qlvb.content.additional.record import json_of
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.documents.metadata import page_amount
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.summary import file_summary
from qlvb.content.integrity.damage import damaged_versions
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IQlvbLayer
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import title_of_state
from zope.component import adapter
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IVocabularyFactory


PEOPLE = "qlvb.people"
DEPARTMENTS = "qlvb.departments"


@implementer(ISerializeToJson)
@adapter(IDocument, IQlvbLayer)
class SerializeDocument:
    """Fields, state, number and files of a document. Light: no neighbours, no catalogue."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, version=None, include_items=True, include_expansion=True):
        document = self.context
        url = document.absolute_url()
        state = api.content.get_state(document, default="")
        result = {
            "@id": url,
            "@type": document.portal_type,
            "id": document.getId(),
            "UID": document.UID(),
            "title": document.Title(),
            "reference": document.reference,
            "review_state": state,
            "state": {"token": state, "title": self._state_title(state)},
            "created": json_compatible(document.created()),
            "modified": json_compatible(document.modified()),
            "creators": list(document.creators),
            "revision": IDocumentEditor(document).revision(),
            "is_folderish": False,
        }
        for name, field in getFieldsInOrder(SCHEMAS[document.portal_type]):
            if name == "additional":
                continue
            result[name] = self._value(name, field, getattr(document, name))
        result["page_count"] = page_amount(document)
        result["additional"] = json_of(document)
        damaged = damaged_versions(document)
        result["files"] = [file_summary(url, stored, damaged) for stored in IFileStore(document).files()]
        if include_expansion:
            result.update(expandable_elements(document, self.request))
        return result

    def _state_title(self, state):
        return translate(title_of_state(self.context.portal_type, state), context=self.request)

    def _value(self, name, field, value):
        if IChoice.providedBy(field):
            return self._choice(field.vocabularyName, value) if value else None
        if name == "recipients":
            return [dict(row) for row in value]
        return value.isoformat() if isinstance(value, date) else json_compatible(value)

    def _choice(self, vocabulary, value):
        directory = getUtility(IDirectory)
        if vocabulary == PEOPLE:
            return {"token": value, "title": directory.person(value).fullname}
        if vocabulary == DEPARTMENTS:
            agency = directory.agency_of(self.context)
            department = directory.department(agency.id, value) if agency else None
            return {"token": value, "title": department.title if department else value}
        terms = getUtility(IVocabularyFactory, name=vocabulary)(self.context)
        title = terms.getTerm(value).title if value in terms else value
        return {"token": value, "title": translate(title, context=self.request)}
