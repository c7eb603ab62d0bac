"""``@mail-servers`` of the site."""

from qlvb.content.answering import AnsweringService
from qlvb.content.violations import Refused
from qlvb.content.violations import unknown_fields
from qlvb.workflows.mailbox.allowed import AllowedServers


class ServersGet(AnsweringService):
    """``servers``: those that are allowed (``host:port``); ``items``: the mailboxes of agencies, whether theirs is."""

    list_of_servers = AllowedServers

    def answer(self):
        servers = self.list_of_servers()
        items = [{**one, "agency": one["agency"].id} for one in servers.in_use()]
        name = self.__name__.rpartition("@")[2]
        return {"@id": f"{self.context.absolute_url()}/@{name}", "servers": servers.all, "items": items}


class ServersPatch(ServersGet):
    """``{"servers": ["imap.sonhai.example:993"]}`` is the whole list from now on; 400 names all wrong lines."""

    def answer(self):
        sent = self.body()
        if unknown := unknown_fields(sent, ("servers",)):
            raise Refused(unknown)
        self.list_of_servers().change(sent.get("servers"))
        return super().answer()
