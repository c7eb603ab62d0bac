"""Upgrade steps of the organisation."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.subscribers import add_sections
from zope.component import getUtility


def opinion_requests(tool):
    """The type of requests for an opinion, and the section for those that come from other agencies."""
    tool.runImportStepFromProfile("profile-qlvb.content:default", "typeinfo", run_dependencies=False)
    _add_sections()


def account_requests(tool):
    """The type of requests for accounts, and the section for them."""
    tool.runImportStepFromProfile("profile-qlvb.content:default", "typeinfo", run_dependencies=False)
    _add_sections()


def personal_documents(tool):
    """The type of personal documents."""
    tool.runImportStepFromProfile("profile-qlvb.content:default", "typeinfo", run_dependencies=False)


def records_management(tool):
    """New types, and the sections of transfer, hold, disposal, stores and reading for the agencies that are there."""
    tool.runImportStepFromProfile("profile-qlvb.content:default", "typeinfo", run_dependencies=False)
    tool.runImportStepFromProfile("profile-qlvb.content:default", "plone.app.registry", run_dependencies=False)
    _add_sections()


def _add_sections():
    directory = getUtility(IDirectory)
    for agency in directory.agencies():
        add_sections(directory.agency_object(agency.id))
