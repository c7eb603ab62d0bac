"""Making requests."""

from plone.dexterity.utils import createContent
from qlvb.content.documents.periods import put_by_month
from qlvb.content.documents.periods import section_of_kind
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.opinions.interfaces import IOpinionRequestFactory
from qlvb.content.text import nfc_tree
from zope.interface import implementer


SECTION = "opinions"


@implementer(IOpinionRequestFactory)
class RequestFactory:
    """See IOpinionRequestFactory."""

    def create(self, agency_id, values, by):
        """See IOpinionRequestFactory."""
        section = section_of_kind(agency_id, SECTION)
        request = createContent("OpinionRequest")
        for name, value in nfc_tree(values).items():
            setattr(request, name, value)
        request.asked_by = by
        request = put_by_month(section, request, by)
        IJournal(request).append("created", by, {"agency": values.get("asking_agency", "")})
        return request
