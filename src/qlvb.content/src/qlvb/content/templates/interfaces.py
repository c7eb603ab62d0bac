"""Templates of an agency."""

from zope.interface import Attribute
from zope.interface import Interface


class ITemplate(Interface):
    """A docx of an agency from which drafts are made."""

    id = Attribute("str")
    title = Attribute("str")
    document_type = Attribute("token of qlvb.document_types that it is for, '' for any")
    filename = Attribute("str")
    by = Attribute("userid")
    when = Attribute("datetime, aware")

    def data():
        """bytes of the docx as uploaded."""


class IAgencyTemplates(Interface):
    """Adapter of IAgency. Created by the first template, never by reading; checks no rights."""

    def all(document_type=None):
        """By title: list of ITemplate, those for any type among them."""

    def get(template_id):
        """ITemplate, or None."""

    def add(title, document_type, filename, data, by):
        """Keep a template; returns it.

        :raises Refused: 400 no docx, broken field, unknown field, empty title: nothing is stored.
        """

    def remove(template_id):
        """Drop it; drafts made from it stay. :raises Refused: 404 there is none."""
