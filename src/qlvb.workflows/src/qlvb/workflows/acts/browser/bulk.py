"""``@@bulk?uids=…``: the selection of a list, the acts that apply to it, and what became of each; ``@@bulk?box=…``: all
that a list shows, by the worker; ``@@bulk?run=…``: how far it is.
"""

from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.index.filters import FILTERS
from qlvb.content.lookup import visible_record
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from qlvb.workflows.acts.bulk import LIMIT
from qlvb.workflows.acts.bulk import check_uids
from qlvb.workflows.acts.bulk import of_other_kind
from qlvb.workflows.acts.bulk import offers
from qlvb.workflows.acts.bulk import perform_all
from qlvb.workflows.acts.interfaces import ONE_BY_ONE
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.many.lists import ask_for_all
from qlvb.workflows.acts.many.lists import question_of
from qlvb.workflows.acts.many.lists import sampled_offers
from qlvb.workflows.acts.many.lists import uids_of
from qlvb.workflows.acts.many.runs import ActRuns
from qlvb.workflows.acts.many.showing import shown
from urllib.parse import urlencode
from uuid import uuid4
from zope.i18n import translate
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IText
from zope.schema.interfaces import ITextLine


class Bulk(BrowserView):
    """GET shows what can be done; POST does it, record by record. Words are asked for once, for all; everything else
    (whom it goes to, in what capacity one signs) is what each record's own form would propose.
    """

    violations = ()
    outcomes = ()
    offers = ()
    run = None

    def __call__(self):
        form = self.request.form
        asked = form.get("uids", "")
        self.uids = [uid for uid in (asked.split(",") if isinstance(asked, str) else asked) if uid]
        self.wanted = str(form.get("act", ""))
        self.total = len(self.uids)
        try:
            if form.get("run"):
                self.run = run_shown(form["run"])
                return self.index()
            if form.get("box"):
                return self.whole()
            check_uids(self.uids)
            if self.request.method == "POST":
                CheckAuthenticator(self.request)
                self.outcomes = list(perform_all(self.wanted, self.uids, self.typed(), self.key, mixed=True))
            self.offers = offers(self.uids)
        except Refused as refused:
            self.request.response.setStatus(refused.status)
            self.violations, self.offers = refused.violations, []
        return self.index()

    def whole(self):
        """All that a list shows; POST asks the worker."""
        question = question_of(self.request.form["box"], dict(self.filters), self.request.form.get("sort_on"))
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            trial = bool(self.request.form.get("try"))
            run, _new = ask_for_all(question, self.wanted, self.typed(), f"{self.key}{'-try' * trial}", trial)
            return self.request.response.redirect(self.run_url(run.id))
        uids = uids_of(question)
        self.total, self.uids = len(uids), uids[:LIMIT]
        self.offers = sampled_offers(uids)
        return self.index()

    def run_url(self, run_id):
        """Where one sees how far a run is, and gets back to the list from."""
        pairs = [("run", run_id), *([("back", self.list_url)] if self.list_url else [])]
        return f"{self.context.absolute_url()}/@@bulk?{urlencode(pairs)}"

    @property
    def filters(self):
        """(name, value) of what the list is narrowed to: list of tuples."""
        return [(name, self.request.form[name]) for name in FILTERS if self.request.form.get(name)]

    def hidden(self):
        """(name, value) that the form sends again: the selection, or the list: list of tuples."""
        form, back = self.request.form, [("back", self.list_url)] if self.list_url else []
        if not form.get("box"):
            return [("uids", self.joined), *back]
        pairs = [("box", form["box"]), ("sort_on", form.get("sort_on") or ""), *self.filters, *back]
        return [(name, one) for name, value in pairs for one in (value if isinstance(value, list) else [value])]

    @cached_property
    def list_url(self):
        """str: the list in which the selection was made, "" when it is not known. Only within the site."""
        within = api.portal.get_tool("portal_url").isURLInPortal
        known = (self.request.form.get("back"), self.request.get("HTTP_REFERER"))
        return next((url for url in known if isinstance(url, str) and url and within(url) and "/@@bulk" not in url), "")

    @property
    def back_url(self):
        return self.list_url or f"{self.context.absolute_url()}/@@todo"

    @property
    def key(self):
        """The idempotency key of this rendering, so that a double click does nothing twice."""
        return str(self.request.form.get("key") or uuid4().hex)[:64]

    @property
    def joined(self):
        return ",".join(self.uids)

    def typed(self):
        """dict: the words of the form that stand for all."""
        form = self.request.form
        return {name[5:]: value for name, value in form.items() if name.startswith("data.") and isinstance(value, str)}

    @property
    def chosen(self):
        """The Offer of the act that was chosen, or None."""
        return next((offer for offer in self.offers if offer.act.id == self.wanted), None)

    def fields(self):
        """Inputs of the chosen act that stand for all, its words above all: list of dict."""
        return [
            {
                "name": f"data.{name}",
                "title": translate(field.title, context=self.request),
                "required": required,
                "max_length": getattr(field, "max_length", None),
                "options": self.options(field),
            }
            for name, (field, required) in self.chosen.fields().items()
            if (IText.providedBy(field) and not ITextLine.providedBy(field)) or name in self.asked_for_all
        ]

    @property
    def asked_for_all(self):
        """Choices that the chosen act asks for once: set of str."""
        return {name for act in self.chosen.acts for name in act.asked_for_all}

    def options(self, field):
        """What a choice offers: list of dict value, title, selected; empty for words."""
        if not IChoice.providedBy(field):
            return []
        bound = field.bind(self.chosen.act.record)
        return [
            {
                "value": term.token,
                "title": translate(term.title, context=self.request),
                "selected": term.value == bound.default,
            }
            for term in bound.vocabulary
        ]

    @property
    def session_url(self):
        """Where the records are signed one after the other: the desk, with these alone."""
        uids = self.chosen.one_by_one if self.chosen is not None else ()
        late = [one.uid for one in self.outcomes if any(found.code == ONE_BY_ONE for found in one.violations)]
        uids = [*uids, *(uid for uid in late if uid not in uids)]
        return f"{self.context.absolute_url()}/@@desk?{urlencode({'only': ','.join(uids)})}" if uids else ""

    def act_url(self, offer):
        return f"{self.context.absolute_url()}/@@bulk?{urlencode([('act', offer.act.id), *self.hidden()])}"

    def records(self):
        """The selection: list of dict subject, url, why (the chosen act cannot be done to it)."""
        if self.chosen is None:
            return [self.row(uid, ()) for uid in self.uids]
        silent = (*self.chosen.possible, *self.chosen.one_by_one)  # the page says once what is to be done one by one
        found = self.chosen.refused | dict.fromkeys(silent, ())
        return [self.row(uid, found[uid] if uid in found else why_not(uid, self.wanted)) for uid in self.uids]

    def title_of(self, offer):
        """str: the act in words; of two kinds that call their acts alike, which kind it is."""
        title = offer.title(self.request)
        if sum(one.title(self.request) == title for one in self.offers) == 1:
            return title
        types = api.portal.get_tool("portal_types")
        kinds = " / ".join(translate(types[kind].Title(), context=self.request) for kind in offer.kinds)
        return f"{title} ({kinds})"

    def kinds(self):
        """str: what has been chosen, "Nhiệm vụ: 2, Văn bản đến: 1"."""
        types = api.portal.get_tool("portal_types")
        found = [record.portal_type for uid in self.uids if (record := visible_record(uid)) is not None]
        titles = {kind: translate(types[kind].Title(), context=self.request) for kind in dict.fromkeys(found)}
        return ", ".join(f"{title}: {show_number(found.count(kind))}" for kind, title in titles.items())

    def results(self):
        """What became of each: list of dict subject, url, why, done."""
        return [{**self.row(one.uid, one.violations), "done": one.done} for one in self.outcomes]

    def row(self, uid, violations):
        record = visible_record(uid)
        return {
            "subject": record.Title() if record is not None else self.unseen(uid),
            "url": record.absolute_url() if record is not None else "",
            "why": " ".join(translate(violation.message, context=self.request) for violation in violations),
        }

    def unseen(self, uid):
        """str: what is out of reach by now, as whoever chose it can count it; its id says nothing to anybody."""
        number = self.uids.index(uid) + 1 if uid in self.uids else 0
        message = _("bulk_unseen", default="Mục thứ ${number} trong các mục đã chọn", mapping={"number": str(number)})
        return translate(message, context=self.request)

    @property
    def counts(self):
        """(done, refused)."""
        done = sum(one.done for one in self.outcomes)
        return done, len(self.outcomes) - done


def why_not(uid, act_id):
    """Violations of an act that is not offered for the record: its state, the right of the person, or its kind."""
    record = visible_record(uid)
    act = IActs(record).get(act_id) if record is not None else None
    return tuple(act.check() if act is not None else ()) or (of_other_kind(),)


def run_shown(run_id):
    """dict of a run of the current person, see ``shown``. :raises Refused: 404 there is none."""
    runs = ActRuns(api.user.get_current().getId())
    return shown(runs, runs.get(run_id))
