"""The head of a record's screen."""

from dataclasses import replace
from plone import api
from Products.Five.browser import BrowserView
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.exposures.browser.button import report_links


class RecordScreen(ActionBar, BrowserView):
    """Where the record stands and what can be done with it; forms of acts open on pages of their own."""

    shell_section = ""

    @property
    def state(self):
        return title_of_state(self.context)

    def further(self):
        """See ActionBar."""
        return report_links(self.context, self.request)

    @property
    def back(self):
        """See ActionBar: to the list of the section, for the folders above have no screen."""
        url = f"{api.portal.get().absolute_url()}/@@worklist?box={self.shell_section}.all"
        return replace(super().back, url=url)
