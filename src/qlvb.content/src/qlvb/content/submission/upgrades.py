"""Submission notes for sites that are older than they are."""

from plone import api
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.subscribers import add_sections
from zope.component import getUtility


def to_1003(tool):
    """The type, and a section for the notes of each agency."""
    tool.runImportStepFromProfile("profile-qlvb.content:default", "typeinfo", run_dependencies=False)
    portal = api.portal.get()
    for info in getUtility(IDirectory).agencies():
        add_sections(portal[info.id])
