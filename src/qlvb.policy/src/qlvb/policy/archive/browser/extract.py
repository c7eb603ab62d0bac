"""``<agency>/@@archive-extract``: what the archive has of a period, as a file."""

from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.stores.boxes import EXTRACT
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from qlvb.policy.archive.extract import LEVELS
from qlvb.policy.archive.extract import extract_of
from urllib.parse import urlencode
from zope.i18n import translate


TITLES = {
    "all": _("extract_level_all", default="Hồ sơ và văn bản"),
    "dossiers": _("extract_level_dossiers", default="Chỉ hồ sơ"),
}


class ArchiveExtract(BrowserView):
    """Asks for the years, says how much there is, and hands the list over to the export of lists."""

    shell_section = "archive"
    refused = None
    extract = None
    counts = None

    def __call__(self):
        form = self.request.form
        try:
            self.extract = extract_of(self.context.getId(), form, clock.today())
            self.counts = self.extract.counts()
        except Refused as refused:
            self.refused = refused
            self.request.response.setStatus(refused.status)
        return self.index()

    def value(self, name):
        """What stands in a field of the form."""
        known = {"from": self.extract.first, "to": self.extract.last} if self.extract else {}
        return known.get(name, self.request.form.get(name, ""))

    def levels(self):
        """list of dict id, title, chosen."""
        chosen = self.extract.level if self.extract else "all"
        return [{"id": level, "title": TITLES[level], "chosen": level == chosen} for level in LEVELS]

    def hidden(self):
        """(name, value) of what the export is asked with: list."""
        pairs = [(name, value) for name, values in self.extract.filters.items() for value in _several(values)]
        mapping = {"period": self.extract.period}
        title = _("extract_title", default="Mục lục hồ sơ, tài liệu lưu trữ ${period}", mapping=mapping)
        return [("list", EXTRACT.id), ("title", translate(title, context=self.request)), *pairs]

    def list_url(self, **narrower):
        """Address of the list, of which a filter may be narrowed."""
        filters = {**self.extract.filters, **narrower}
        return f"{self.context.portal_url()}/@@worklist?{urlencode({'box': EXTRACT.id, **filters}, doseq=True)}"

    def number(self, count):
        """``1.234``."""
        return show_number(count)


def _several(values):
    return values if isinstance(values, list) else [values]
