"""``@@bulk?uids=…``: the selection of a list, the acts that apply to it, and what became of each."""

from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content.lookup import visible_record
from qlvb.content.violations import Refused
from qlvb.workflows.acts.bulk import check_uids
from qlvb.workflows.acts.bulk import offers
from qlvb.workflows.acts.bulk import perform_all
from uuid import uuid4
from zope.i18n import translate
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IText
from zope.schema.interfaces import ITextLine


class Bulk(BrowserView):
    """GET shows what can be done; POST does it, record by record. Words are asked for once, for all; everything else
    (whom it goes to, in what capacity one signs) is what each record's own form would propose.
    """

    violations = ()
    outcomes = ()

    def __call__(self):
        asked = self.request.form.get("uids", "")
        self.uids = [uid for uid in (asked.split(",") if isinstance(asked, str) else asked) if uid]
        self.wanted = str(self.request.form.get("act", ""))
        try:
            check_uids(self.uids)
            if self.request.method == "POST":
                CheckAuthenticator(self.request)
                self.outcomes = list(perform_all(self.wanted, self.uids, self.typed(), self.key))
            self.offers = offers(self.uids)
        except Refused as refused:
            self.request.response.setStatus(refused.status)
            self.violations, self.offers = refused.violations, []
        return self.index()

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
        """Inputs of words of the chosen act: list of dict."""
        schema = self.chosen.act.schema
        return [
            {
                "name": f"data.{name}",
                "title": translate(field.title, context=self.request),
                "required": field.required,
                "max_length": field.max_length,
            }
            for name, field in (getFieldsInOrder(schema) if schema is not None else ())
            if IText.providedBy(field) and not ITextLine.providedBy(field)
        ]

    def act_url(self, offer):
        return f"{self.context.absolute_url()}/@@bulk?act={offer.act.id}&uids={self.joined}"

    def records(self):
        """The selection: list of dict subject, url, why (the chosen act cannot be done to it)."""
        refused = self.chosen.refused if self.chosen is not None else {}
        return [self.row(uid, refused.get(uid, ())) for uid in self.uids]

    def results(self):
        """What became of each: list of dict subject, url, why, done."""
        return [{**self.row(one.uid, one.violations), "done": one.done} for one in self.outcomes]

    def row(self, uid, violations):
        record = visible_record(uid)
        return {
            "subject": record.Title() if record is not None else uid,
            "url": record.absolute_url() if record is not None else "",
            "why": " ".join(translate(violation.message, context=self.request) for violation in violations),
        }

    @property
    def counts(self):
        """(done, refused)."""
        done = sum(one.done for one in self.outcomes)
        return done, len(self.outcomes) - done
