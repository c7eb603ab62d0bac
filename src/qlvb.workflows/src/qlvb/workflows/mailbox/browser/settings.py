"""``<agency>/@@mailbox``: where the worker finds the agency's letters, how the last look went, when digests go out."""

from functools import cached_property
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.mailbox.allowed import AllowedServers
from qlvb.workflows.mailbox.allowed import server_of
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.mailbox.mailbox import SECURITY
from qlvb.workflows.notices.digest_times import digest_times
from qlvb.workflows.notices.digest_times import set_digest_times


SECURITY_TITLES = {
    "tls": _("mailbox_tls", default="TLS"),
    "starttls": _("mailbox_starttls", default="STARTTLS"),
    "none": _("mailbox_none", default="Không mã hóa"),
}


class MailboxSettings(PostedForm):
    """On an agency, for its administrator."""

    saved = False

    @cached_property
    def mailbox(self):
        return IMailbox(self.context)

    def shown(self, name):
        """str: what was typed, else what is kept."""
        return self.value(name, str(self.mailbox.settings[name]))

    @property
    def enabled(self):
        if self.request.method == "POST" and not self.saved:
            return bool(self.value("enabled"))
        return self.mailbox.settings["enabled"]

    @property
    def to_be_allowed(self):
        """The server that is kept and that nobody has allowed (any more), or None: its letters are not read."""
        settings = self.mailbox.settings
        waits = settings["enabled"] and not AllowedServers().allows(settings)
        return server_of(settings["host"], settings["port"]) if waits else None

    @property
    def hosts(self):
        """The servers that may be chosen: list of str."""
        return AllowedServers().all

    @property
    def times(self):
        return self.value("times", ", ".join(digest_times(self.context)))

    @property
    def securities(self):
        chosen = self.shown("security")
        return [{"value": one, "title": SECURITY_TITLES[one], "chosen": one == chosen} for one in SECURITY]

    @property
    def state(self):
        found = self.mailbox.state
        found["checked"] = show_moment(found["checked"], seconds=True)
        return found

    def save(self):
        if self.value("retry"):
            self.mailbox.retry()
            return f"{self.context.absolute_url()}/@@mailbox"
        port = self.value("port")
        values = {name: self.value(name) for name in ("host", "security", "account", "folder")}
        values["port"] = int(port) if port.isascii() and port.isdigit() and len(port) < 6 else 0
        values["enabled"] = bool(self.value("enabled"))
        typed = self.request.form.get("password")
        if isinstance(typed, str) and typed:
            values["password"] = typed
        set_digest_times(self.context, [part.strip() for part in self.value("times").split(",") if part.strip()])
        self.mailbox.change(values)
        self.saved = True
        return None
