"""``@@retention-changes``: dossiers that the schedule says otherwise; the archivist decides which follow it."""

from Products.Five.browser import BrowserView
from qlvb.workflows.acts.bulk import LIMIT
from qlvb.workflows.filing.browser.rows import person_name
from qlvb.workflows.filing.retention_changes import differing


class RetentionChanges(BrowserView):
    """Chosen dossiers go to ``@@bulk`` with the act ``follow_schedule``, which asks for the reason."""

    shell_section = "dossiers"
    limit = LIMIT

    def rows(self):
        """list of dict."""
        return [
            {
                "uid": one.row.uid,
                "url": one.row.url,
                "code": one.row.reference,
                "title": one.row.subject,
                "year": one.row.year,
                "holder": person_name(one.row.holder),
                "old": one.period.label if one.period else None,
                "new": one.governing.period.label,
                "basis": one.governing.basis,
                "longer": one.longer,
            }
            for one in differing(self.context.getId())
        ]
