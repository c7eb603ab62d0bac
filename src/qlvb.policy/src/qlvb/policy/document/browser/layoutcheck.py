"""KIỂM TRA THỂ THỨC: the checklist that the machine has ticked, for drafter, reviewers and appraiser."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.appraisal.interfaces import ILayoutChecks
from qlvb.workflows.appraisal.layout_checks import OPEN
from qlvb.workflows.appraisal.showing import checklist


ICONS = {"good": "check2-circle", "warn": "exclamation-triangle", "bad": "x-circle", "accepted": "check2"}


class LayoutCheckPane(Pane):
    """Shown while the draft can still be put right."""

    template = ViewPageTemplateFile("templates/layoutcheck.pt")

    def available(self):
        return state_of(self.record) in OPEN and IFileStore(self.record).main() is not None

    @cached_property
    def checks(self):
        return ILayoutChecks(self.record)

    @cached_property
    def check(self):
        """The LayoutCheck, or None."""
        return self.checks.current()

    @property
    def pending(self):
        return self.check is None and self.checks.pending()

    @property
    def when(self):
        return show_moment(self.check.when)

    def lines(self):
        """list of dict: one per rule; empty while nothing was checked."""
        if self.check is None or not self.check.checked:
            return []
        accepted = self.checks.accepted()
        return [
            {
                "title": ticked.rule.title,
                "source": ticked.rule.source,
                "state": ticked.state,
                "icon": ICONS[ticked.state],
                "findings": [self.finding(one, accepted) for one in ticked.findings],
            }
            for ticked in checklist(self.check, accepted)
        ]

    def finding(self, one, accepted):
        by, reason, _when = accepted.get(one.key, ("", "", None))
        return {
            "message": one.message,
            "excerpt": one.excerpt,
            "page": one.page,
            "paragraph": one.paragraph if not one.page else 0,
            "accepted_by": self.name_of(by),
            "reason": reason,
        }

    @cached_property
    def counts(self):
        """(rules with open errors, rules with warnings, all rules)."""
        lines = self.lines()
        return sum(line["state"] == "bad" for line in lines), sum(line["state"] == "warn" for line in lines), len(lines)

    @property
    def fix_url(self):
        """Address of the act that mends, "" when it cannot be done now."""
        act = IActs(self.record).get("fix_layout")
        return f"{self.url}/@@act/fix_layout" if act.relevant() and not act.check() else ""
