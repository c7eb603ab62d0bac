"""The flag on the document, and the list of the site."""

from BTrees.OOBTree import OOBTree
from persistent.mapping import PersistentMapping
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.exposures.lid import closed_by
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.publication.interfaces import SCOPES
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.publication.interfaces import IPublished
from qlvb.workflows.rights.secrecy import is_secret
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.publication"
#: UID -> last day (ordinal), on the site: what is shown without a question to the index, which narrows by rights.
LIST = "qlvb.published"


@implementer(IPublication)
@adapter(IOutgoingDocument)
class Publication:
    """See IPublication."""

    def __init__(self, document):
        self.document = document

    @property
    def _stored(self):
        return IAnnotations(self.document).get(ANNOTATION, {})

    @property
    def scope(self):
        return self._stored.get("scope", "")

    @property
    def until(self):
        return self._stored.get("until")

    @property
    def since(self):
        return self._stored.get("since")

    @property
    def by(self):
        return self._stored.get("by", "")

    def shown(self, scopes=("public",)):
        """See IPublication. The day is asked each time: nothing has to run for it to be taken down."""
        if self.scope not in scopes or self.until is None or self.until < clock.today():
            return False
        return state_of(self.document) == "issued" and not is_secret(self.document) and not closed_by(self.document)

    def publish(self, scope, until, by):
        """See IPublication. :raises ValueError: not a scope. :raises RecordHeld: 403, a case holds the document."""
        if scope not in SCOPES:
            raise ValueError(scope)
        IHolds(self.document).check()
        IAnnotations(self.document)[ANNOTATION] = PersistentMapping(
            scope=scope, until=until, since=clock.now(), by=by
        )
        kept_under(api.portal.get(), LIST, OOBTree)[IUUID(self.document)] = until.toordinal()

    def withdraw(self):
        """See IPublication."""
        IAnnotations(self.document).pop(ANNOTATION, None)
        IAnnotations(api.portal.get()).get(LIST, {}).pop(IUUID(self.document), None)


@implementer(IPublished)
class Published:
    """See IPublished."""

    def documents(self, scopes=("public",)):
        """See IPublished."""
        found = [document for document in self._listed() if IPublication(document).shown(scopes)]
        return sorted(found, key=lambda document: IPublication(document).since, reverse=True)

    def over(self, day):
        """See IPublished."""
        return [document for document in self._listed() if (until := IPublication(document).until) and until < day]

    def _listed(self):
        uids = list(IAnnotations(api.portal.get()).get(LIST, {}))
        return [record for uid in uids if (record := find_record(uid)) is not None]
