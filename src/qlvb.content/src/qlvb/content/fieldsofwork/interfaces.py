"""The lists of fields of work, as other rooms see them (product/screens 2.7, Danh mục).

A document keeps its field as text (NĐ 30/2020 Phụ lục VI names no code list for it): what the lists give are proposals
(an agency may bind its people to them), and a name that is changed or retired stays with the documents that were given
it.
"""

from zope.interface import Attribute
from zope.interface import Interface


class IFieldOfWork(Interface):
    id = Attribute("str")
    title = Attribute("str, unique in its list but for case and accents")
    retired = Attribute("aware datetime since when it is no longer proposed, or None")


class IFieldChange(Interface):
    """What was done to a list; never taken back."""

    when = Attribute("datetime, aware")
    by = Attribute("userid")
    event = Attribute("added, renamed, retired or restored; of the list itself closed or opened, with an empty title")
    title = Attribute("str, after the change")
    before = Attribute("str, before a renaming, else ''")


class IFieldsOfWork(Interface):
    """Adapter of the site (for every agency) and of IAgency (its own beside those). Checks no rights."""

    closed = Attribute("bool: people of the agency enter only what is offered; always False of the site")

    def close(closed, by):
        """Take only what is offered (True), or anything again. :raises Refused: 400 there is nothing to be chosen; 404
        of the site, whose list binds nobody.
        """

    def all():
        """By title, the retired ones too: list of IFieldOfWork."""

    def get(field_id):
        """IFieldOfWork, or None."""

    def add(title, by):
        """Returns the new IFieldOfWork. :raises Refused: 400 the title is empty, too long or in the list already."""

    def rename(field_id, title, by):
        """:raises Refused: 400 as ``add``, 404 there is none."""

    def retire(field_id, by):
        """Propose it no longer; once more changes nothing. :raises Refused: 404 there is none."""

    def restore(field_id, by):
        """Propose it again. :raises Refused: 404 there is none."""

    def changes():
        """The newest first: list of IFieldChange."""

    def offered(text=""):
        """Titles in force that have all words of ``text``, by name: list of (IFieldOfWork, place); an agency's with
        those of the site, each title once.
        """
