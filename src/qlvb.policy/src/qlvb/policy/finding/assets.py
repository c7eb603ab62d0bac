"""Address of the room's static files."""

from pathlib import Path
from plone import api
from qlvb.policy.shell.static_version import digest


VERSION = digest(Path(__file__).parent / "static")


def static_url(path):
    """Address of a file of ``static/`` that changes when the file's content may have changed."""
    return f"{api.portal.get().absolute_url()}/++plone++qlvb.finding/++unique++{VERSION}/{path}"
