"""What the records index keeps of personal documents."""

from Acquisition import aq_base
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.personal.documents import PLACE
from qlvb.content.personal.interfaces import IPersonalDocument
from qlvb.content.text import fold
from zope.component import adapter
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(IPersonalDocument)
class PersonalFields:
    """``issue_day`` is the day on which it was kept. They stand beside the agencies, as one of their own: the searches
    in texts are divided by agency.
    """

    def __init__(self, document):
        self.document = aq_base(document)

    def read(self, facts):
        """See IIndexedFields."""
        document = self.document
        made = document.created().asdatetime().date()
        columns = {
            "agency": PLACE,
            "year": made.year,
            "issue_day": made.toordinal(),
            "subject": document.subject,
            "subject_sort": fold(document.subject)[:200],
            "holder": document.creators[0],
        }
        return columns, {}, {"subject": document.subject, "fields": document.note or ""}
