"""``@@reorganisations``: Sáp nhập / chia tách, the plans of the site and the codes that wait after them."""

from plone import api
from qlvb.content import _
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.reorganisation.interfaces import KINDS
from qlvb.content.reorganisation.interfaces import STATES
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.policy.reorganisation.shown import code_words
from qlvb.policy.reorganisation.shown import names
from qlvb.workflows.reorganisation import acts
from qlvb.workflows.reorganisation.wording import KIND_TITLES
from qlvb.workflows.reorganisation.wording import STATE_TITLES
from zope.component import getUtility


class Plans(PostedForm):
    """All plans, the start of a new one, and the codes that wait, which are settled here."""

    @property
    def chosen_state(self):
        state = self.request.form.get("state", "")
        return state if state in STATES else ""

    def states(self):
        """list of dict value, title, chosen."""
        titles = {"": _("reorganisation_all_states", default="Tất cả")} | {
            state: STATE_TITLES[state][0] for state in STATES
        }
        return [
            {"value": state, "title": title, "chosen": state == self.chosen_state} for state, title in titles.items()
        ]

    def kinds(self):
        """list of dict value, title."""
        return [{"value": kind, "title": KIND_TITLES[kind]} for kind in KINDS]

    def agencies(self):
        """list of AgencyInfo."""
        return getUtility(IDirectory).agencies()

    def rows(self):
        """The plans of the chosen state, the newest first: list of dict."""
        wanted = [plan for plan in getUtility(IReorganisations).all() if self.chosen_state in ("", plan.state)]
        return [self._row(plan) for plan in wanted]

    def codes(self):
        """The codes that wait, the first due first: list of dict."""
        found = []
        for plan in getUtility(IReorganisations).waiting_codes():
            words, tone = code_words(plan)
            agency = getUtility(IDirectory).agency(plan.change.agency)
            found.append(
                {
                    **self._row(plan),
                    "identifier": agency.identifier if agency is not None else "",
                    "due": plan.code_due.strftime("%d/%m/%Y"),
                    "clock": words,
                    "clock_tone": tone,
                    "wrong": self.violations and self.value("plan") == str(plan.id),
                }
            )
        return found

    def _row(self, plan):
        directory, (words, tone) = getUtility(IDirectory), STATE_TITLES[plan.state]
        agency = directory.agency(plan.change.agency)
        before, after = names(plan.change)
        return {
            "id": plan.id,
            "url": f"{self.context.absolute_url()}/@@reorganisation?plan={plan.id}",
            "kind": KIND_TITLES[plan.change.kind],
            "agency": agency.title if agency is not None else plan.change.agency,
            "before": ", ".join(before),
            "after": ", ".join(after),
            "decision": plan.change.decision,
            "effective": plan.change.effective.strftime("%d/%m/%Y"),
            "state": words,
            "tone": tone,
        }

    def save(self):
        number = self.value("plan")
        number = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None
        values = {name: self.value(name) for name in ("identifier", "decision")}
        acts.settle_code(number, values, api.user.get_current().getId())
        message = _("reorganisation_code_done", default="Đã ghi kết quả cập nhật mã định danh.")
        api.portal.show_message(message, self.request)
        return f"{self.context.absolute_url()}/@@reorganisations#codes"
