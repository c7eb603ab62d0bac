"""A delegation: what it says, what can be done with it, what was done under it."""

from Products.Five.browser import BrowserView
from qlvb.content.clock import show_moment
from qlvb.content.files.kinds import XLSX
from qlvb.content.files.serving import send
from qlvb.content.lookup import visible_record
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.delegation.browser.rows import row_of
from qlvb.workflows.delegation.report import TITLES
from qlvb.workflows.delegation.report import as_spreadsheet
from qlvb.workflows.delegation.report import done_under


class DelegationView(ActionBar, BrowserView):
    """The page of a delegation."""

    shell_section = "administration"

    def __call__(self):
        self.row = row_of(self.context)
        self.done = done_under(self.context, self.request)
        return self.index()

    columns = TITLES

    @property
    def basis_document(self):
        """The authorising document as far as the reader may see it: dict url, title, or None."""
        document = visible_record(self.context.basis_document)
        return {"url": document.absolute_url(), "title": document.Title()} if document is not None else None

    moment = staticmethod(show_moment)


class Report(BrowserView):
    """``@@report.xlsx``: what was done under the delegation."""

    def __call__(self):
        written = as_spreadsheet(done_under(self.context, self.request), self.context.title, self.request)
        return send(self.request, written, "uy-quyen.xlsx", XLSX)
