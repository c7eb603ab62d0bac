"""``@@reference-lists``: Danh mục, the values that documents of every agency choose from."""

from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.documents.document_types import document_types
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


#: Title of a list -> name of its vocabulary.
LISTS = (
    (_("reference_urgency", default="Độ khẩn"), "qlvb.urgency"),
    (_("reference_secrecy", default="Độ mật"), "qlvb.secrecy"),
)


class ReferenceLists(BrowserView):
    """Read only: the decree fixes them. The retention schedule is the agencies' own and linked."""

    shell_section = "administration"

    @property
    def types(self):
        """list of dict title, abbreviation, in the language of the request."""
        vocabulary = getUtility(IVocabularyFactory, name="qlvb.document_types")(self.context)
        known = document_types()
        return [{"title": term.title, "abbreviation": known[term.value].abbreviation} for term in vocabulary]

    @property
    def lists(self):
        """list of dict title, values (list of titles)."""
        return [
            {"title": title, "values": [term.title for term in getUtility(IVocabularyFactory, name=name)(self.context)]}
            for title, name in LISTS
        ]

    @property
    def schedules(self):
        """list of dict title, url: the retention schedule of each agency."""
        portal_url = self.context.absolute_url()
        return [
            {"title": agency.title, "url": f"{portal_url}/{agency.id}/@@retention-schedule"}
            for agency in getUtility(IDirectory).agencies()
        ]
