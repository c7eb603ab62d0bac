"""What installing and removing the package does beside its profiles."""

from plone import api
from qlvb.content.accounts import plugin
from qlvb.content.index import setup


def installed(tool):
    """The tables of the index, and the rules of passwords."""
    setup.install(tool)
    plugin.install(api.portal.get_tool("acl_users"))


def uninstalled(tool):
    """Nothing stays in the user folder whose class goes."""
    plugin.remove(api.portal.get_tool("acl_users"))
