"""How a document comes into being."""

from plone.dexterity.utils import createContent
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.periods import put
from qlvb.content.documents.periods import put_by_month
from qlvb.content.documents.periods import put_quietly
from qlvb.content.documents.periods import section_of
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.documents.rules import check_document
from qlvb.content.documents.rules import settled_additional
from qlvb.content.documents.values import normalised
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from zope.component import getUtility
from zope.interface import implementer


DIRECTION = {"OutgoingDocument": "outgoing", "IncomingDocument": "incoming"}


def checked_values(portal_type, agency_id, data, by, when=None):
    """(values as they would be stored, violations) of ``data`` for a new document; writes nothing.

    :raises Refused: 400 unknown agency.
    """
    section = section_of(agency_id, DIRECTION[portal_type])
    proposed = _proposed(portal_type, agency_id, by, when or clock.now())
    values = normalised(SCHEMAS[portal_type], proposed | data)
    violations = check_document(portal_type, values, context=section)
    if values.get("additional") and not violations:
        values["additional"] = settled_additional(portal_type, values, {}, section)[0]
    return values, violations


def _proposed(portal_type, agency_id, by, moment):
    """What the system fills in by itself when the caller says nothing (Phụ lục VI, 1g)."""
    if portal_type == "IncomingDocument":
        return {"arrival_date": moment.date()}
    directory = getUtility(IDirectory)
    agency = directory.agency(agency_id)
    post = directory.main_post(by, agency_id)
    proposed = {"issuing_body": agency.title, "issuing_body_identifier": agency.identifier}
    if post is not None:
        proposed |= {"drafter": by, "drafting_unit": post.department}
    return proposed


@implementer(IDocumentFactory)
class DocumentFactory:
    """Creates documents in their period folders.

    Ids are random, not counted: a counter would be written by everybody who creates at the same time.
    """

    def create(self, portal_type, agency_id, data, by, when=None):
        moment = when or clock.now()
        values, violations = checked_values(portal_type, agency_id, data, by, moment)
        if violations:
            raise Refused(violations)
        document = self._stored(portal_type, agency_id, values, by, moment, put)
        IJournal(document).append("created", by, {"type": portal_type, "subject": document.subject}, when=moment)
        return document

    def stored(self, portal_type, agency_id, values, by, moment):
        return self._stored(portal_type, agency_id, values, by, moment, put_quietly)

    def _stored(self, portal_type, agency_id, values, by, moment, how):
        document = createContent(portal_type)
        for name, value in values.items():
            setattr(document, name, value)
        return put_by_month(section_of(agency_id, DIRECTION[portal_type]), document, by, moment, how)


document_factory = DocumentFactory()
