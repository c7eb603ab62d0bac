"""``GET <agency>/@duplicates?document_symbol=…&issue_date=…&issuing_body=…&sha256=…``"""

from plone.restapi.services import Service
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.incoming.known import known_documents
from zope.component import getUtility


class DuplicatesGet(Service):
    """Documents of the agency that seem to be the one described, side by side with it; several ``sha256`` for several
    files.
    """

    def reply(self):
        agency = getUtility(IDirectory).agency_of(self.context)
        items = [known.as_json() for known in known_documents(agency.id, self.request.form)]
        return {"@id": f"{self.context.absolute_url()}/@duplicates", "items": items, "items_total": len(items)}
