"""What this room offers to others."""

from zope.interface import Attribute
from zope.interface import Interface


class ITransferSettings(Interface):
    """Adapter of an agency; the values read as attributes, see :class:`.settings.ITransferValues`."""

    terms = Attribute(":class:`~qlvb.content.transfers.deadlines.Terms`")
    stamp = Attribute("aware datetime of the last change, or None")

    def values():
        """dict name -> value."""

    def change(values):
        """Keep some of the values, raw or converted. :raises Refused: 400 wrong or unknown ones."""


class ICustody(Interface):
    """Utility: the taking over of dossiers, one at a time."""

    def violations(transfer, dossier):
        """What stands against taking it over now: list of Violation. Never writes."""

    def take_over(transfer, dossier, by):
        """Move custody and rights of one dossier; the record stays where it is. The same again does nothing.

        :raises Refused: 409 with the violations.
        """
