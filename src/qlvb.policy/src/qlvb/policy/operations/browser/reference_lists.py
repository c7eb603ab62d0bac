"""``@@reference-lists``: Danh mục, the values that documents of every agency choose from."""

from qlvb.content import _
from qlvb.content.documents.document_types import document_types
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.operations.browser.parts import PartsPage
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


#: Lists of bare values: id -> (title, name of its vocabulary).
VALUES = {
    "urgency": (_("reference_urgency", default="Độ khẩn"), "qlvb.urgency"),
    "secrecy": (_("reference_secrecy", default="Độ mật"), "qlvb.secrecy"),
}
#: The list that is managed here, on a page of its own.
FIELDS = _("fields_title", default="Lĩnh vực")
TITLES = {
    "types": _("reference_types_title", default="Loại văn bản"),
    **{name: title for name, (title, _vocabulary) in VALUES.items()},
    "retention": _("reference_retention_title", default="Thời hạn bảo quản"),
}


class ReferenceLists(PartsPage):
    """Read only: the decree fixes them. The retention schedules, the shared one and those of agencies, are linked."""

    titles = TITLES
    parameter = "list"

    @property
    def tabs(self):
        """See PartsPage; the managed list stands second."""
        first, *others = super().tabs
        managed = {"title": FIELDS, "url": f"{self.context.absolute_url()}/@@fields-of-work", "current": False}
        return [first, managed, *others]

    @property
    def types(self):
        """list of dict title, abbreviation, in the language of the request."""
        vocabulary = getUtility(IVocabularyFactory, name="qlvb.document_types")(self.context)
        known = document_types()
        return [{"title": term.title, "abbreviation": known[term.value].abbreviation} for term in vocabulary]

    @property
    def values(self):
        """list of titles, of a list of bare values; empty for another."""
        if self.shown not in VALUES:
            return []
        return [term.title for term in getUtility(IVocabularyFactory, name=VALUES[self.shown][1])(self.context)]

    @property
    def shared_schedule(self):
        """Address of the retention schedule that all agencies share."""
        return f"{self.context.absolute_url()}/@@retention-schedule"

    @property
    def schedules(self):
        """list of dict title, url: the retention schedule of each agency, the shared one with its own rows."""
        portal_url = self.context.absolute_url()
        return [
            {"title": agency.title, "url": f"{portal_url}/{agency.id}/@@retention-schedule"}
            for agency in getUtility(IDirectory).agencies()
        ]
