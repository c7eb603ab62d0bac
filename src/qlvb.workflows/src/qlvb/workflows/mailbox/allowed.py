"""The mail servers that mailboxes may lie on, as the system's administrator allows them.

An agency's administrator names server and port of the mailbox; without this list he could have the worker knock on any
door that the machine can reach (server-side request forgery).
"""

from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.mailbox.interfaces import IMailbox
import re
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


MOST = 100
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*")
_ADDRESS = re.compile(r"[0-9a-f:]*:[0-9a-f:.]+")
MAX_PORT = 65535


def server_of(host, port):
    """str: how the list names a server: ``imap.sonhai.example:993``. Pure."""
    return f"{str(host).strip().rstrip('.').lower()}:{port}"


def read_server(line):
    """The server that a line names, as :func:`server_of` writes it; None when it names none. Pure.

    >>> read_server(" IMAP.sonhai.example:993 "), read_server("imap.sonhai.example"), read_server("a:70000")
    ('imap.sonhai.example:993', None, None)
    """
    host, _colon, port = nfc(line).strip().lower().rpartition(":")
    host = host.rstrip(".").strip("[]")
    if not (port.isascii() and port.isdigit() and len(port) < 6 and 1 <= int(port) <= MAX_PORT):
        return None
    if len(host) > 253 or not (_HOST.fullmatch(host) or _ADDRESS.fullmatch(host)):
        return None
    return f"{host}:{int(port)}"


class AllowedServers:
    """The site's list. Reading never writes. Lists of other servers are subclasses."""

    annotation = "qlvb.mail_servers"
    example = "imap.sonhai.example:993"

    @property
    def all(self):
        """list of str ``host:port``, by name."""
        return sorted((IAnnotations(getUtility(IPloneSiteRoot)).get(self.annotation) or {}).get("servers", ()))

    def allows(self, settings):
        """bool: the server of a mailbox (its ``settings``: dict with host, port) is in the list."""
        return server_of(settings["host"], settings["port"]) in self.all

    def change(self, lines):
        """Keep the servers that ``lines`` (list of str) name. :raises Refused: 400, every line that names none."""
        if not isinstance(lines, (list, tuple)) or len(lines) > MOST or not all(isinstance(one, str) for one in lines):
            mapping = {"max": str(MOST)}
            message = _("violation_mail_servers", default="Cần một danh sách, tối đa ${max} máy chủ.", mapping=mapping)
            raise Refused(Violation("servers", "servers_wrong", message))
        read = {line: read_server(line) for line in lines}
        wrong = [line for line, server in read.items() if server is None]
        if wrong:
            raise Refused([_wrong(line, self.example) for line in wrong])
        kept = kept_under(getUtility(IPloneSiteRoot), self.annotation, PersistentMapping)
        kept["servers"] = tuple(sorted(set(read.values())))

    def in_use(self):
        """What agencies have set, the ones that wait for permission first: list of dict agency (AgencyInfo), server,
        enabled, allowed.
        """
        allowed = self.all
        found = [
            {"agency": info, "server": server, "enabled": enabled, "allowed": server in allowed}
            for info, server, enabled in self._used()
        ]
        return sorted(found, key=lambda one: one["allowed"])

    def _used(self):
        """(AgencyInfo, server, enabled) of each agency that has set one."""
        directory = getUtility(IDirectory)
        for info in directory.agencies():
            settings = IMailbox(directory.agency_object(info.id)).settings
            if settings["host"]:
                yield info, server_of(settings["host"], settings["port"]), settings["enabled"]


def not_allowed(settings):
    """list of Violation for a mailbox that is to be read on a server nobody allowed."""
    servers = AllowedServers()
    if not settings["enabled"] or servers.allows(settings):
        return []
    return [server_violation("host", server_of(settings["host"], settings["port"]), servers)]


def server_violation(field, server, servers):
    """The Violation of a ``server`` (str) that is not in the list ``servers`` (AllowedServers)."""
    mapping = {"server": server, "allowed": ", ".join(servers.all) or "–"}
    message = _(
        "violation_mail_server",
        default="Quản trị hệ thống chưa cho phép máy chủ ${server}. Hãy đề nghị cho phép, hoặc chọn trong các máy chủ "
        "đã cho phép: ${allowed}.",
        mapping=mapping,
    )
    return Violation(field, "server_not_allowed", message)


def _wrong(line, example):
    message = _(
        "violation_mail_server_line",
        default="“${line}” không phải là máy chủ:cổng, ví dụ ${example}.",
        mapping={"line": line.strip()[:80], "example": example},
    )
    return Violation("servers", "server_wrong", message)
