"""Screen: what an agency decides for its incoming documents."""

from functools import cached_property
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.incoming.settings import IIncomingSettings


class Settings(PostedForm):
    """On an agency, for its administrator."""

    saved = False

    @cached_property
    def settings(self):
        return IIncomingSettings(self.context)

    def minutes(self):
        """What was typed, else what is kept: str."""
        return self.value("unread_minutes", str(self.settings.unread_minutes))

    def direct(self):
        """bool."""
        if self.request.method == "POST":
            return bool(self.value("direct_distribution"))
        return self.settings.direct_distribution

    def save(self):
        self.settings.change(
            {"unread_minutes": self.value("unread_minutes"), "direct_distribution": self.value("direct_distribution")}
        )
        self.saved = True
