"""``@sms-servers`` of the site."""

from qlvb.workflows.mailbox.api.mail_servers import service
from qlvb.workflows.sms.allowed import AllowedGateways


class ServersGet(service.ServersGet):
    """``servers``: those that are allowed (``host:port``); ``items``: the gateways of agencies, whether theirs is."""

    list_of_servers = AllowedGateways


class ServersPatch(service.ServersPatch):
    """``{"servers": ["sms.sonhai.example:443"]}`` is the whole list from now on; 400 names all wrong lines."""

    list_of_servers = AllowedGateways
