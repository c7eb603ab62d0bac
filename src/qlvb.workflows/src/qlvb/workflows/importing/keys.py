"""Which rows an agency has imported already."""

from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations


KEY = "qlvb.workflows.importing"


class ImportedKeys:
    """The keys of imported rows of an agency: key -> UID of the document."""

    def __init__(self, agency):
        self.annotations = IAnnotations(agency)

    def __contains__(self, key):
        return key in self.annotations.get(KEY, ())

    def uid(self, key):
        """UID of the document that this row has become, or None."""
        return self.annotations.get(KEY, {}).get(key)

    def add(self, key, uid):
        """Note what a row has become."""
        if KEY not in self.annotations:
            self.annotations[KEY] = OOBTree()
        self.annotations[KEY][key] = uid
