"""Upgrade steps of delegation."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.subscribers import add_sections
from zope.component import getUtility


def to_1002(tool):
    """The type, its workflow and permission, and the section in agencies that were there before."""
    tool.runImportStepFromProfile("profile-qlvb.content:default", "typeinfo", run_dependencies=False)
    for step in ("rolemap", "workflow"):
        tool.runImportStepFromProfile("profile-qlvb.workflows:default", step, run_dependencies=False)
    directory = getUtility(IDirectory)
    for info in directory.agencies():
        add_sections(directory.agency_object(info.id))
