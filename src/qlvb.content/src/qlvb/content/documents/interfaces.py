"""Documents and where they live.

Portal types ``OutgoingDocument`` and ``IncomingDocument`` (Dexterity, plone.dexterity.content.Item: files, lines and
journal are annotations, not children). Field names are those of the glossary; the standard's own names (FileCode,
OrganId …) are given by ``decree30_metadata``. Path: ``<agency>/outgoing/<year>/<month>/<id>``,
``<agency>/incoming/<year>/<month>/<id>``.
"""

from qlvb.content.interfaces import IDocument
from zope.interface import Interface


class IOutgoingDocument(IDocument):
    """Văn bản đi."""


class IIncomingDocument(IDocument):
    """Văn bản đến."""


class IPeriodFolder(Interface):
    """A year or a month of a section."""


#: Values (tokens) of the shared vocabularies; vocabulary names are "qlvb.urgency", "qlvb.secrecy" and so on.
URGENCY = ("normal", "urgent", "very_urgent", "express", "express_timed")
SECRECY = ("none", "confidential", "secret", "top_secret")
RECIPIENT_CHANNELS = ("internal", "interchange", "outside")  # in this site, by the interchange, by post or e-mail
RECIPIENT_PURPOSES = ("for_execution", "for_report", "for_information")
ARRIVAL_CHANNELS = ("internal", "interchange", "post", "email", "one_stop")

#: A row of ``recipients``: dict with these keys, all str. ``agency`` is the path id of an agency of this site (channel
#: internal) or ""; ``identifier`` the electronic identifier.
RECIPIENT_KEYS = ("name", "identifier", "agency", "channel", "purpose", "address")

# Fields of both: subject, document_type (token of "qlvb.document_types", the ``identifier`` column of
# document_types.csv),
#   document_number (int or None), document_symbol (str, "SKHCN-CNTT&CĐS" or "QĐ-SKHCN"), issue_date (date),
#   issuing_body (str), issuing_body_identifier (str), language, page_count (int), note, signatory_position,
#   signatory_name, urgency, secrecy, field_of_work, related_documents (list of UIDs), in_reply_to (UID or ""), paper
#   (bool).
# Outgoing adds: recipients (list of rows), issued_copies (int), reply_due_date (date), drafter (userid), drafting_unit
#   (department id), signatory (userid), signing_capacity (token), retained_by, circulation, register (UID), full
#   reference property ``reference`` -> "12/SKHCN-CNTT&CĐS" or "" before numbering.
# Incoming adds: arrival_date (date), arrival_number (int or None), arrival_channel, arrival_extra_number, sheet_count,
#   copies_count, paper_received (bool), to_places (str, derived), due_date (date), proposed_direction (str), register
#   (UID), source_uid (UID of the sender's record in this site or ""), document_number is str-able int or None,
#   ``reference`` property, original_number (str: number as written by the issuing body).


class IDocumentFactory(Interface):
    """Utility: the one way in which a document comes into being; form, REST, delivery, import all use it."""

    def create(portal_type, agency_id, data, by, when=None):
        """Create a document in its period folder and return it.

        ``data`` is a dict of field values (Python values); strings are composed (NFC). Journal entry ``created`` is
        made.
        :raises Refused: 400 with one violation per bad or missing field.
        """

    def stored(portal_type, agency_id, values, by, moment):
        """Store values that are normalised and checked already and return the document.

        For those who bring records of the past in thousands: no event tells of them. State, rights, journal and
        ``indexObject`` are the caller's. ``moment`` (aware datetime) says in which period folder the document lies.
        """


class IDocumentEditor(Interface):
    """Adapter of IDocument: the one way in which people change the fields of a document; form and REST use it.

    Acts set what the system decides (numbers, registers, states) on the document itself.
    """

    def revision():
        """str: what a form or client gives back as ``revision`` to say which stored state it had read."""

    def change(data, by, revision=None):
        """Store the fields in ``data`` (Python values) and return the names of those that changed: list of str.

        Journal entry ``changed`` with old and new values, ObjectModifiedEvent.

        :raises Refused: 400 with one violation per bad field (fields that only acts set included); 409 when
            ``revision`` is given and the document has been changed since.
        """


class IDocumentRules(Interface):
    """Adapter of (document): the rules of its fields."""

    def check(data=None, complete=False):
        """list of Violation for ``data`` (or for the stored values); ``complete`` also demands what issue demands."""
