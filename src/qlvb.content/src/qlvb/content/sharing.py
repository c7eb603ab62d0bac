"""Plone's page of local roles, through which its service ``@sharing`` writes, too: shut for our content."""

from plone.app.workflow.browser.sharing import SharingView
from qlvb.content.rightsdoors import RIGHTS_BY_RULES
from qlvb.content.rightsdoors import ShutRights
from qlvb.content.rightsdoors import shut


class Sharing(SharingView):
    """Other content than ours is shared as Plone does it."""

    def __call__(self):
        self.refuse_ours()
        return super().__call__()

    def updateSharingInfo(self, search_term=""):
        """See SharingView. :raises Refused: 403, it is content of ours."""
        self.refuse_ours()
        return super().updateSharingInfo(search_term)

    def update_inherit(self, status=True, reindex=True):
        """See SharingView. :raises Refused: 403, it is content of ours."""
        self.refuse_ours()
        return super().update_inherit(status, reindex)

    def update_role_settings(self, new_settings, reindex=True):
        """See SharingView. :raises Refused: 403, it is content of ours."""
        self.refuse_ours()
        return super().update_role_settings(new_settings, reindex)

    def refuse_ours(self):
        """:raises Refused: 403, whatever role is asked for."""
        if isinstance(self.context, ShutRights):
            shut(self.context, "rights_by_rules", RIGHTS_BY_RULES)
