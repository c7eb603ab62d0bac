"""Screen: who may see a record, and why."""

from datetime import datetime
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_moment
from qlvb.workflows.rights.rows import rows
from qlvb.workflows.rights.secrecy import is_secret


class WhoCanSee(BrowserView):
    """Panel of a record."""

    def rows(self):
        return rows(self.context, self.request)

    def secret(self):
        return is_secret(self.context)

    def shown(self, moment):
        """``moment`` (ISO text) as ``dd/mm/yyyy hh:mm``."""
        return show_moment(datetime.fromisoformat(moment))
