"""Markers that the rooms share."""

from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IQlvbLayer(IDefaultBrowserLayer):
    """Browser layer of a site on which QLVB is installed."""


class IRecord(Interface):
    """Anything with a history of its own: documents, dossiers, dossier catalogues."""


class IDocument(IRecord):
    """An official document, incoming or outgoing."""


class IBadges(Interface):
    """Named adapter of a record (several may exist): marks that stand beside its state wherever it is shown."""

    def badges():
        """list of :class:`~qlvb.content.badges.Badge`."""


class IEditLock(Interface):
    """Named adapter of a record: why its fields and files must stay as they are for now."""

    def violations():
        """list of Violation with the code ``locked``; each says what holds the record and whose turn it is there."""
