"""What a precedent is: a dossier or document by which later matters of the same kind are settled.

Whoever looks for "how was this decided before" finds it in the list of precedents. It is not marked for destruction,
whatever its period says (Noark 5, requirements 2.8.19 and 6.1.20), until an archivist ends it.
"""

from zope.interface import Interface


#: Code of the violations of precedents.
PRECEDENT = "precedent"
RULE = "Noark 5, 2.8.19, 6.1.20"


class IPrecedent(Interface):
    """Adapter of any IRecord. Reading writes nothing."""

    def read():
        """dict ``topic`` (what it settles), ``basis``, ``since`` (ISO date), ``by`` (userid); {} for no precedent."""

    def mark(topic, basis, by):
        """Make it one, or say its topic and basis anew."""

    def end():
        """It is none any more."""

    def violations():
        """list of Violation with the code ``precedent`` against its destruction, [] for no precedent."""
