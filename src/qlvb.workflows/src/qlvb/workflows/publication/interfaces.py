"""Publication of issued documents."""

from zope.interface import Attribute
from zope.interface import Interface


#: Who sees it: everybody on the internet, or everybody with an account of the site.
SCOPES = ("public", "members")


class IPublication(Interface):
    """Adapter of IOutgoingDocument. Created by the first publishing, never by reading. Reindexing is the caller's."""

    scope = Attribute("one of SCOPES, '' when it was never published")
    until = Attribute("date: the last day on which it is shown, or None")
    since = Attribute("datetime of the publishing, or None")
    by = Attribute("userid or ''")

    def shown(scopes=("public",)):
        """bool: it is shown now to who sees these scopes: published, day not over, still issued, not secret."""

    def publish(scope, until, by):
        """Show it from now on."""

    def withdraw():
        """Show it no longer."""


class IPublished(Interface):
    """Utility: what is published on the site."""

    def documents(scopes=("public",)):
        """The documents shown now, newest first, whatever the rights of who looks: list."""

    def over(day):
        """Documents whose last day was before ``day`` and that are still on the list: list."""
