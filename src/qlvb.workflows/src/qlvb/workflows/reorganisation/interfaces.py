"""How open work is handed on when departments are reorganised."""

from zope.interface import Attribute
from zope.interface import Interface


class IOpenWork(Interface):
    """Adapter of a record that a department may have in hand."""

    def hand_on(way):
        """Write the departments that carry on into the record, ``way`` (IWay) knows which; list of (old id, new id),
        [] when it names none of those that were changed. Repeatable; reindexing is the caller's.
        """


class IWay(Interface):
    """Where the work of departments goes."""

    agency = Attribute("id of the agency")

    def unit_for(unit_id, userid):
        """Id of the department that has the work of ``unit_id`` now which ``userid`` ("" for nobody) carries out."""
