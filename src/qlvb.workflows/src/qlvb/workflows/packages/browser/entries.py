"""What the screens of every shelf of packages have alike: rows with states, and the file of one."""

from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.text import bytes_in_words
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from qlvb.workflows.packages.entries import LIVE
from qlvb.workflows.packages.wording import KIND_TITLES
from zope.i18n import translate
from zope.interface import alsoProvides


STATES = {
    "queued": (_("package_state_queued", default="Đang chờ"), "info"),
    "running": (_("package_state_running", default="Đang tạo"), "info"),
    "done": (_("package_state_done", default="Hợp lệ"), "good"),
    "failed": (_("package_state_failed", default="Không tạo được"), "bad"),
    "damaged": (_("package_state_damaged", default="Tệp bị hỏng"), "bad"),
}


class EntriesForm(PostedForm):
    """A subclass gives ``packages`` (a shelf), ``row(entry)`` (its JSON values, with ``removable``) and ``save``; the
    table is the macro of ``@@package-entries``.
    """

    def rows(self):
        """The packages, the newest first: list of dict."""
        return [self._row(entry) for entry in self.packages.all()]

    def _row(self, entry):
        state, tone = STATES[self.packages.state(entry)]
        return {
            "title": KIND_TITLES[entry.kind],
            "about": "",
            **self.row(entry),
            "state_title": state,
            "tone": tone,
            "size_words": bytes_in_words(entry.size),
            "when": show_moment(entry.asked),
        }

    @property
    def under_way(self):
        return any(self.packages.state(entry) in LIVE for entry in self.packages.all())


class EntryFile(BrowserView):
    """``?id=…``: the bytes of a package. A subclass gives ``send(entry_id)``."""

    def __call__(self):
        alsoProvides(self.request, IDisableCSRFProtection)  # the journal says who took it
        try:
            return self.send(self.request.form.get("id"))
        except Refused as refused:
            refused_response(self.request, refused)
            return " ".join(translate(one.message, context=self.request) for one in refused.violations)
