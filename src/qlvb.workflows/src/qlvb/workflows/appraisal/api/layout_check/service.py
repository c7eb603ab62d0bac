"""``GET @layout-check``: what the machine found on the newest version of the main file."""

from plone.restapi.services import Service
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.appraisal.acts import token
from qlvb.workflows.appraisal.interfaces import ILayoutChecks
from qlvb.workflows.appraisal.showing import checklist
from zope.component import getUtility
from zope.i18n import translate


class LayoutCheckGet(Service):
    """``state``: none (no file), pending, ready, unsupported; ``items``: the rules with their findings."""

    def reply(self):
        checks, main = ILayoutChecks(self.context), IFileStore(self.context).main()
        check = checks.current()
        found = {"@id": f"{self.context.absolute_url()}/@layout-check", "state": "none", "items": []}
        if main is None:
            return found
        found["version"] = main.current.number
        if check is None:
            return {**found, "state": "pending" if checks.pending() else "none"}
        if not check.checked:
            return {**found, "state": "unsupported"}
        accepted = checks.accepted()
        items = [
            {
                "rule": ticked.rule.id,
                "title": self.word(ticked.rule.title),
                "source": ticked.rule.source,
                "state": ticked.state,
                "findings": [self.finding(one, accepted) for one in ticked.findings],
            }
            for ticked in checklist(check, accepted)
        ]
        return {**found, "state": "ready", "checked": check.when.isoformat(), "items": items}

    def finding(self, one, accepted):
        by, reason, when = accepted.get(one.key, ("", "", None))
        name = getUtility(IDirectory).person(by).fullname if by else ""
        return {
            "id": token(one),
            "severity": one.severity,
            "message": self.word(one.message),
            "page": one.page or None,
            "paragraph": one.paragraph or None,
            "excerpt": one.excerpt,
            "fixable": bool(one.fix),
            "accepted": {"by": {"id": by, "name": name}, "reason": reason, "when": when.isoformat()} if by else None,
        }

    def word(self, message):
        return translate(message, context=self.request)
