"""``GET``, ``POST`` and ``PATCH @reorganisations``."""

from plone import api
from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.reorganisation.shown import plan_json
from qlvb.workflows.reorganisation import acts
from qlvb.workflows.reorganisation import scope
from zope.component import getUtility
from zope.i18n import translate


class Plans:
    """What the services share."""

    @property
    def number(self):
        """The plan's number in the address; None for what is none."""
        name = self.path[0] if self.path else ""
        return int(name) if name.isascii() and name.isdigit() and len(name) < 10 else None

    def shown(self, plan):
        """dict of JSON values of a Plan."""
        url = f"{self.context.absolute_url()}/@reorganisations/{plan.id}"
        return {"@id": url, **plan_json(plan, lambda text: translate(text, context=self.request))}


def _unknown():
    message = _("violation_reorganisation_step", default="Không có danh sách hoặc bước này của kế hoạch.")
    return Refused(Violation("", "step_unknown", message), 404)


class PlansGet(Plans, PathService):
    """The plans of the site, one of them (``@reorganisations/1``), or the records behind a number of its dry run
    (``@reorganisations/1/outgoing_open``, a hundred from ``b_start`` on).
    """

    def answer(self):
        plans = getUtility(IReorganisations)
        if not self.path:
            return {
                "@id": f"{self.context.absolute_url()}/@reorganisations",
                "items": [self.shown(plan) for plan in plans.all()],
                "waiting_codes": [plan.id for plan in plans.waiting_codes()],
            }
        plan = plans.get(self.number)
        if len(self.path) == 1:
            return self.shown(plan)
        if len(self.path) > 2 or self.path[1] not in scope.LISTED:
            raise _unknown()
        start = self.request.form.get("b_start", "0")
        start = int(start) if isinstance(start, str) and start.isdigit() and len(start) < 10 else 0
        site = self.context.absolute_url()
        return {
            "@id": f"{site}/@reorganisations/{plan.id}/{self.path[1]}",
            "items_total": scope.count(self.path[1], plan.change),
            "items": [
                {
                    "@id": f"{site}{row.path}",
                    "@type": row.portal_type,
                    "UID": row.uid,
                    "title": row.subject,
                    "reference": row.reference,
                    "review_state": row.state,
                }
                for row in scope.listed(self.path[1], plan.change, start)
            ],
        }


class PlansPost(Plans, PathService):
    """Draft a plan (201), or take a step of one: ``@reorganisations/1/try``, ``confirm``, ``withdraw``, ``retry``, and
    ``code`` with ``{"identifier": "H99.77", "decision": "…"}``.
    """

    def answer(self):
        by = api.user.get_current().getId()
        if not self.path:
            plan = acts.draft(self.body(), by, self.key or "")
            self.request.response.setStatus(201)
            return self.shown(plan)
        steps = {
            "try": lambda: acts.try_out(self.number, by),
            "confirm": lambda: acts.confirm(self.number, by),
            "withdraw": lambda: acts.withdraw(self.number, by),
            "retry": lambda: acts.retry(self.number, by),
            "code": lambda: acts.settle_code(self.number, self.body(), by),
        }
        step = steps.get(self.path[1]) if len(self.path) == 2 else None
        if step is None:
            raise _unknown()
        return self.shown(step())


class PlansPatch(Plans, PathService):
    """Say a plan anew, with all its fields, as long as it is not confirmed: ``PATCH @reorganisations/1``."""

    def answer(self):
        return self.shown(acts.change(self.number, self.body(), api.user.get_current().getId()))
