"""Submission notes and where they live: ``<agency>/notes/<year>/<month>/<id>``. Fields: :class:`schema.INoteSchema`."""

from qlvb.content.interfaces import IRecord
from zope.interface import Interface


class ISubmissionNote(IRecord):
    """Phiếu trình."""


class INoteFactory(Interface):
    """Utility."""

    def create(agency_id, values, by):
        """Make a note of ``by`` in an agency from field values (strings are composed) and return it.

        :raises Refused: 400 with every mistake of the values.
        """
