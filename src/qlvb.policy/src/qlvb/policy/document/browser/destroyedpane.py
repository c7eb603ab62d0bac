"""Đã tiêu hủy: what is left of a destroyed document."""

from qlvb.policy.document.browser.pane import Pane


class DestroyedPane(Pane):
    """The stub of the document, as the page of a dossier shows it; nothing while the document lives."""

    def render(self):
        """See Pane."""
        return self.record.restrictedTraverse("@@destroyed-facts")()
