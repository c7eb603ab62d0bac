"""Findings in words, and the checklist as it is shown and sent."""

from dataclasses import dataclass
from qlvb.workflows.appraisal.checks.model import ERROR
from qlvb.workflows.appraisal.checks.rules import BY_ID
from qlvb.workflows.appraisal.checks.rules import RULES
from zope.globalrequest import getRequest
from zope.i18n import translate


@dataclass(frozen=True)
class Ticked:
    """A line of the checklist: a Rule with its findings; ``state``: good, warn, bad or accepted."""

    rule: object
    findings: tuple
    state: str


def said(finding, request=None):
    """str: the finding in one sentence, the rule before it."""
    request = request or getRequest()
    message = translate(finding.message, context=request)
    return f"{translate(BY_ID[finding.rule].title, context=request)}: {message}"


def checklist(check, accepted):
    """The lines of the checklist for a LayoutCheck, in the order of the decree: list of Ticked.

    A file that cannot be read has one line only.
    """
    rules = RULES
    if any(one.rule == "readable" for one in check.findings):
        rules = (BY_ID["readable"],)
    found = []
    for rule in rules:
        of_rule = tuple(one for one in check.findings if one.rule == rule.id)
        left = [one for one in of_rule if one.key not in accepted]
        if not of_rule:
            state = "good"
        elif any(one.severity == ERROR for one in left):
            state = "bad"
        else:
            state = "warn" if left else "accepted"
        found.append(Ticked(rule, of_rule, state))
    return found
