"""``@@compare?file=…&from=1&to=2``: the text of two versions side by side."""

from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.document import comparison
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.document.browser.crumbs import Crumbs
from zExceptions import NotFound
from zope.component import getUtility


class ComparePage(Assets, Crumbs, BrowserView):
    """What has changed between two versions of a file, for those who review it again."""

    template = ViewPageTemplateFile("templates/compare.pt")
    shell_wide = True
    title = _("doc_compare", default="So sánh hai bản")

    @property
    def shell_section(self):
        return "incoming" if self.context.portal_type == "IncomingDocument" else "outgoing"

    def __call__(self):
        if self.old is None or self.new is None:
            raise NotFound(self.context, "@@compare", self.request)
        return self.template()

    @cached_property
    def file(self):
        found = IFileStore(self.context).get(self.request.form.get("file", ""))
        if found is None:
            raise NotFound(self.context, "@@compare", self.request)
        return found

    def version(self, name):
        number = str(self.request.form.get(name, ""))
        return self.file.version(int(number)) if number.isascii() and number.isdigit() else None

    @cached_property
    def old(self):
        return self.version("from")

    @cached_property
    def new(self):
        return self.version("to")

    def describe(self, version):
        """dict: head of a column."""
        return {
            "number": version.number,
            "filename": version.filename,
            "who": getUtility(IDirectory).person(version.creator).fullname,
            "when": show_moment(version.created),
            "note": version.note,
        }

    @cached_property
    def rows(self):
        """list of comparison.Row; empty with ``trouble`` set when a version holds no text."""
        self.trouble = None
        try:
            return comparison.of_versions(self.old, self.new)
        except comparison.Unreadable:
            self.trouble = comparison.NO_TEXT
            return []

    @property
    def shown(self):
        """Rows with unchanged stretches folded: list of Row or int; everything with ``?all=1``."""
        return self.rows if self.request.form.get("all") else comparison.folded(self.rows)

    @cached_property
    def counts(self):
        changed, added, removed = comparison.counts(self.rows)
        return {"changed": changed, "added": added, "removed": removed}

    @property
    def in_one(self):
        """bool: both sides are shown as one text."""
        return self.request.form.get("view") == "merged"

    def merged(self, row):
        """list of dict (``kind``, ``text``)."""
        return [{"kind": kind, "text": text} for kind, text in comparison.merged(row)]

    def _url(self, everything, in_one):
        address = f"{self.context.absolute_url()}/@@compare?file={self.file.id}"
        address += f"&from={self.old.number}&to={self.new.number}"
        return address + ("&all=1" if everything else "") + ("&view=merged" if in_one else "")

    @property
    def all_url(self):
        return self._url(not self.request.form.get("all"), self.in_one)

    @property
    def view_url(self):
        return self._url(bool(self.request.form.get("all")), not self.in_one)

    def is_gap(self, row):
        return isinstance(row, int)

    def versions(self):
        """Numbers to choose from, newest first."""
        return [version.number for version in reversed(self.file.versions())]
