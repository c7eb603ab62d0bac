"""``@@search-suggestions?q=…``: the first hits while somebody types in the corner box: a fragment, or nothing."""

from plone.memoize.view import memoize
from Products.Five import BrowserView
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.snippets import highlight
from qlvb.content.violations import Refused
from qlvb.policy.finding.browser.hits import ICONS
from qlvb.policy.finding.marks import marked
from qlvb.policy.shell.icons import icon
from urllib.parse import urlencode
from zope.component import getUtility


SHOWN = 6
LONGEST = 200


class Suggestions(BrowserView):
    """At most six records; their fields only, never the text of files, so that it is quick."""

    def __call__(self):
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Theme-Disabled", "1")
        return self.index()

    def icon(self, name):
        return icon(name)

    @property
    def text(self):
        value = self.request.form.get("q", "")
        return value.strip()[:LONGEST] if isinstance(value, str) else ""

    @property
    def all_url(self):
        return f"{self.context.absolute_url()}/@@qlvb-search?{urlencode({'q': self.text})}"

    @property
    @memoize
    def hits(self):
        """list of dict url, icon, subject (markup), small."""
        if len(self.text) < 2:
            return []
        question = Question(types=SEARCHED, filters={"text": self.text})
        try:
            page = getUtility(IListing).page(question, 0, SHOWN)
        except Refused:
            return []
        return [
            {
                "url": row.url,
                "icon": ICONS.get(row.portal_type, "file-earmark"),
                "subject": marked(highlight(row.subject, question.asked)),
                "small": " · ".join(
                    part
                    for part in (row.reference, row.issuing_body, show_date(row.arrival_date or row.issue_date))
                    if part
                ),
            }
            for row in page.rows
        ]

    @property
    def said(self):
        """What screen readers hear: message."""
        if not self.hits:
            return _("suggest_none", default="Không có gợi ý")
        return _("suggest_found", default="${count} gợi ý", mapping={"count": str(len(self.hits))})
