"""The servers that gateways may lie on: like those of mailboxes (:mod:`qlvb.workflows.mailbox.allowed`), a list of the
system's administrator, so that nobody has the worker knock on other doors.
"""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.allowed import server_of
from qlvb.workflows.sms.interfaces import ISmsGateway
from urllib.parse import urlsplit
from zope.component import getUtility


_PORTS = {"https": 443, "http": 80}


def gateway_server(address):
    """str: the server that the address (lawful, see ``links.addresses``) leads to, as the list names it.

    >>> gateway_server("https://SMS.sonhai.example/gui"), gateway_server("http://127.0.0.1:8099/gui")
    ('sms.sonhai.example:443', '127.0.0.1:8099')
    >>> gateway_server("")
    ''
    """
    parts = urlsplit(address)
    return server_of(parts.hostname, parts.port or _PORTS[parts.scheme]) if parts.hostname else ""


class AllowedGateways(AllowedServers):
    """The site's list."""

    annotation = "qlvb.sms_servers"
    example = "sms.sonhai.example:443"

    def allows(self, settings):
        return gateway_server(settings["address"]) in self.all

    def _used(self):
        directory = getUtility(IDirectory)
        for info in directory.agencies():
            settings = ISmsGateway(directory.agency_object(info.id)).settings
            if settings["address"]:
                yield info, gateway_server(settings["address"]), settings["enabled"]
