"""The site's plans of reorganisation, in one annotation of the site."""

from BTrees.IOBTree import IOBTree
from persistent import Persistent
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.reorganisation.interfaces import CODE_DAYS
from qlvb.content.reorganisation.interfaces import DONE
from qlvb.content.reorganisation.interfaces import DRAFT
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.reorganisations"


class Plan(Persistent):
    """``change``: Change; ``trial``: (moment, tuple of Finding, tuple of Violation that blocked) of the last dry run;
    ``uids``: records that the worker looks at, ``place`` how many of them are done with, ``moved`` how many were
    changed by kind; ``made``: ids of the departments that go on; ``events``: tuple of (moment, userid, word, text).
    """

    trial = None
    job = ""
    uids = ()
    place = 0
    moved = {}
    made = ()
    started = finished = None
    code_settled = None  # (moment, userid, new code or "" for none, number of the decision)

    def __init__(self, number, change, by, key):
        self.id = number
        self.key = key
        self.change = change
        self.by = by
        self.created = clock.now()
        self.state = DRAFT
        self.events = ()
        self.note(by, "made")

    def note(self, by, word, text=""):
        """Write down who did what to the plan."""
        self.events = (*self.events, (clock.now(), by, word, text))

    @property
    def code_due(self):
        """date: until when the agency has to report the change of its code (Điều 10.4)."""
        return self.change.effective + CODE_DAYS


@implementer(IReorganisations)
class Reorganisations:
    """See IReorganisations. Reading never writes."""

    @property
    def _stored(self):
        return IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION)

    def all(self):
        stored = self._stored
        return list(reversed(stored.values())) if stored is not None else []

    def get(self, number):
        stored = self._stored
        plan = stored.get(number) if stored is not None and isinstance(number, int) else None
        if plan is None:
            message = _("violation_reorganisation_unknown", default="Không có kế hoạch này.")
            raise Refused(Violation("", "plan_unknown", message), 404)
        return plan

    def add(self, change, by, key=""):
        if key and (known := next((plan for plan in self.all() if (plan.by, plan.key) == (by, key)), None)):
            return known
        annotations = IAnnotations(getUtility(IPloneSiteRoot))
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = IOBTree()
        stored = annotations[ANNOTATION]
        number = stored.maxKey() + 1 if len(stored) else 1
        stored[number] = Plan(number, change, by, key)
        return stored[number]

    def waiting_codes(self):
        found = [plan for plan in self.all() if plan.state == DONE and plan.code_settled is None]
        return sorted(found, key=lambda plan: (plan.code_due, plan.id))
