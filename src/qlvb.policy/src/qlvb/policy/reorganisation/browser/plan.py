"""``@@reorganisation?plan=1``: a plan, its dry run with the lists behind the numbers, how far it is, its report."""

from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.reorganisation.interfaces import CONFIRMED
from qlvb.content.reorganisation.interfaces import DONE
from qlvb.content.reorganisation.interfaces import REVERSIBLE
from qlvb.content.reorganisation.interfaces import TRIAL
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.policy.reorganisation.shown import code_words
from qlvb.policy.reorganisation.shown import job_error
from qlvb.policy.reorganisation.shown import names
from qlvb.workflows.reorganisation import acts
from qlvb.workflows.reorganisation import scope
from qlvb.workflows.reorganisation.wording import EVENTS
from qlvb.workflows.reorganisation.wording import FINDINGS
from qlvb.workflows.reorganisation.wording import KIND_TITLES
from qlvb.workflows.reorganisation.wording import STATE_TITLES
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate


#: Step of the wizard -> states in which the plan has come to it.
STEPS = (
    (_("reorganisation_step_plan", default="1. Lập kế hoạch"), ("draft",)),
    (_("reorganisation_step_trial", default="2. Chạy thử"), ("trial",)),
    (_("reorganisation_step_confirm", default="3. Xác nhận, thực hiện"), ("confirmed", "running")),
    (_("reorganisation_step_report", default="4. Báo cáo"), ("done",)),
)
DONE_WITH = {
    "try": _("reorganisation_done_try", default="Đã chạy thử; chưa có gì thay đổi."),
    "confirm": _("reorganisation_done_confirm", default="Đã xác nhận. Hệ thống thực hiện vào ngày có hiệu lực."),
    "withdraw": _("reorganisation_done_withdraw", default="Đã rút kế hoạch; không có gì thay đổi."),
    "retry": _("reorganisation_done_retry", default="Hệ thống sẽ thực hiện tiếp."),
}


class PlanView(PostedForm):
    """One plan."""

    def update(self):
        number = self.value("plan")
        try:
            self.plan = getUtility(IReorganisations).get(
                int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None
            )
        except Refused as unknown:
            raise NotFound(number) from unknown

    def __call__(self):
        if not self.value("plan"):
            return self.request.response.redirect(f"{self.context.absolute_url()}/@@reorganisations")
        self.update()
        return super().__call__()

    def save(self):
        by = api.user.get_current().getId()
        steps = {"try": acts.try_out, "confirm": acts.confirm, "withdraw": acts.withdraw, "retry": acts.retry}
        step = self.value("step")
        if step not in steps:
            return None
        steps[step](self.plan.id, by)
        api.portal.show_message(DONE_WITH[step], self.request)
        return f"{self.context.absolute_url()}/@@reorganisation?plan={self.plan.id}"

    @property
    def change(self):
        return self.plan.change

    @property
    def title(self):
        return KIND_TITLES[self.change.kind]

    @property
    def state(self):
        return STATE_TITLES[self.plan.state]

    def steps(self):
        """list of dict title, state (done, now, todo)."""
        place = next((number for number, (_title, states) in enumerate(STEPS) if self.plan.state in states), -1)
        return [
            {"title": title, "state": "done" if number < place else "now" if number == place else "todo"}
            for number, (title, _states) in enumerate(STEPS)
        ]

    def facts(self):
        """dict of str."""
        directory, (before, after) = getUtility(IDirectory), names(self.change)
        agency = directory.agency(self.change.agency)
        return {
            "agency": agency.title if agency is not None else self.change.agency,
            "before": before,
            "after": after,
            "decision": self.change.decision,
            "decision_date": _shown(self.change.decision_date),
            "effective": _shown(self.change.effective),
            "by": directory.person(self.plan.by).fullname,
        }

    def posts(self):
        """Of a split that has not been carried out: list of dict title, holder, goes."""
        if not self.change.posts or self.plan.state not in (*REVERSIBLE, CONFIRMED):
            return []
        directory, after = getUtility(IDirectory), names(self.change)[1]
        chosen = dict(self.change.posts)
        return [
            {
                "title": post.title,
                "holder": directory.person(post.holder).fullname if post.holder else "",
                "goes": after[chosen.get(post.getId(), 0)],
            }
            for post in scope.posts_of(self.change)
        ]

    def trial(self):
        """dict when, rows, problems of the last dry run; None before there was one."""
        if self.plan.trial is None:
            return None
        when, findings, violations = self.plan.trial
        base = f"{self.context.absolute_url()}/@@reorganisation?plan={self.plan.id}"
        rows = [
            {
                "title": FINDINGS[finding.what][0],
                "help": FINDINGS[finding.what][1],
                "count": finding.count,
                "url": f"{base}&show={finding.what}#records" if finding.listed and finding.count else "",
            }
            for finding in findings
        ]
        problems = [translate(one.message, context=self.request) for one in violations]
        return {"when": show_moment(when), "rows": rows, "problems": problems}

    def records(self):
        """dict title, total, rows behind a number, as they are now; None when none is asked for."""
        what = self.request.form.get("show", "")
        if what not in scope.LISTED:
            return None
        site = self.context.absolute_url()
        rows = [
            {
                "url": f"{site}{row.path}",
                "reference": row.reference,
                "subject": row.subject,
                "state": title_of_state(row.portal_type, row.state),
            }
            for row in scope.listed(what, self.change)
        ]
        return {"title": FINDINGS[what][0], "total": scope.count(what, self.change), "rows": rows, "most": scope.PAGE}

    def possible(self):
        """dict of bool: the buttons."""
        state = self.plan.state
        return {
            "edit": state in REVERSIBLE,
            "try": state in REVERSIBLE,
            "confirm": state == TRIAL and not self.plan.trial[2],
            "withdraw": state in (*REVERSIBLE, CONFIRMED),
            "retry": bool(self.error),
        }

    @property
    def error(self):
        return job_error(self.plan)

    @property
    def waits(self):
        """bool: its day has not come."""
        return self.plan.state == CONFIRMED and self.change.effective > clock.today()

    @property
    def progress(self):
        """int: percent."""
        return round(100 * self.plan.place / len(self.plan.uids)) if self.plan.uids else 100

    def report(self):
        """dict: what was done, None until it is done."""
        if self.plan.state != DONE:
            return None
        types = api.portal.get_tool("portal_types")
        moved = [
            (types[name].title if name in types else name, count) for name, count in sorted(self.plan.moved.items())
        ]
        words, tone = code_words(self.plan)
        settled = self.plan.code_settled
        return {
            "started": show_moment(self.plan.started),
            "finished": show_moment(self.plan.finished),
            "looked": len(self.plan.uids),
            "moved": [{"title": title, "count": count} for title, count in moved],
            "code": None if settled else {"words": words, "tone": tone, "due": _shown(self.plan.code_due)},
            "settled": {"decision": settled[3], "identifier": settled[2]} if settled else None,
        }

    def history(self):
        """list of dict when, by, words, text; the newest first."""
        directory = getUtility(IDirectory)
        return [
            {"when": show_moment(when), "by": directory.person(by).fullname, "words": EVENTS[word], "text": text}
            for when, by, word, text in reversed(self.plan.events)
        ]


def _shown(day):
    return day.strftime("%d/%m/%Y") if day else ""
