"""Style sheet and module of the screens of steering, beside those of documents."""

from pathlib import Path
from plone import api
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.shell.static_version import digest


VERSION = digest(Path(__file__).parent.parent / "static")


class SteeringAssets(Assets):
    """Mix-in of views."""

    def own(self, path):
        """Address of a file of this room, changing with the content."""
        return f"{api.portal.get().absolute_url()}/++plone++qlvb.steering/++unique++{VERSION}/{path}"

    @property
    def stylesheet(self):
        return f'{super().stylesheet}\n<link rel="stylesheet" href="{self.own("steering.css")}" />'

    def script(self, name):
        """Script elements: the words, the modules of documents under their addresses, then the module ``name``."""
        return (
            f'<script type="application/json" id="qlvb-strings">{self.words}</script>\n'
            f'<script type="module" src="{self.own(name)}" data-documents="{self.static("")}"></script>'
        )
