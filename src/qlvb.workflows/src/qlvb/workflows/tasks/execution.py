"""What happened to a task: reports, difficulties, extensions, chasing. Small persistent objects in an annotation."""

from persistent import Persistent
from persistent.list import PersistentList
from qlvb.content.clock import now
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.workflows.tasks.interfaces import IExecution
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ANNOTATION = "qlvb.tasks.execution"
REPORT_KINDS = ("progress", "report_back", "completion")
#: Levels of chasing, mild to severe.
CHASE_LEVELS = ("reminder", "criticism", "review")


class Report(Persistent):
    """One report: how far (percent or None), what was done, what hinders, what is proposed."""

    reply = ""  # UID of the document by which it was answered, or ""
    files = ()  # ids of files of the task that prove it
    kept = ""  # UID of the document as which the report is kept in dossiers, or ""

    def __init__(self, kind, by, text, progress=None, difficulty="", proposal="", reply="", files=()):
        self.id = uuid4().hex
        self.kind = kind
        self.by = by
        self.when = now()
        self.text = nfc(text)
        self.progress = progress
        self.difficulty = nfc(difficulty)
        self.proposal = nfc(proposal)
        self.reply = reply
        self.files = tuple(files)


class Difficulty(Persistent):
    """What hinders the work (khó khăn, vướng mắc); ``task``: UID of the task by which it was assigned, or ""."""

    task = ""
    answer = ""
    settled_at = None
    settled_by = ""

    def __init__(self, report, by, text):
        self.id = uuid4().hex
        self.report = report
        self.by = by
        self.when = now()
        self.text = nfc(text)

    def settle(self, by, answer):
        """It hinders no more."""
        self.answer = nfc(answer)
        self.settled_by = by
        self.settled_at = now()


class Extension(Persistent):
    """Asked for a later deadline; ``decision``: "", granted or refused."""

    decision = ""
    decided_by = ""
    decided_at = None
    granted = None  # date
    answer = ""

    def __init__(self, by, until, reason, previous):
        self.id = uuid4().hex
        self.by = by
        self.when = now()
        self.until = until
        self.reason = nfc(reason)
        self.previous = previous

    def decide(self, by, granted, answer):
        """``granted``: the new deadline, None for a refusal."""
        self.decision = "granted" if granted else "refused"
        self.granted = granted
        self.decided_by = by
        self.decided_at = now()
        self.answer = nfc(answer)


class Chase(Persistent):
    """One chasing (đôn đốc); ``by`` is "system" for one by rule. ``answer`` of whoever carries the task out."""

    answer = ""
    answered_by = ""
    answered_at = None

    def __init__(self, number, level, by, text, rule=""):
        self.id = uuid4().hex
        self.number = number
        self.level = level
        self.by = by
        self.when = now()
        self.text = nfc(text)
        self.rule = rule

    def reply(self, by, answer):
        self.answer = nfc(answer)
        self.answered_by = by
        self.answered_at = now()


@implementer(IExecution)
class Execution(Persistent):
    """See IExecution."""

    level = ""
    accepted_at = None
    accepted_by = ""
    reason = ""
    reason_by = ""
    seen_at = None
    drafts = ()  # UIDs of the documents that were drafted for it

    def __init__(self):
        self.reports = PersistentList()
        self.extensions = PersistentList()
        self.difficulties = PersistentList()
        self.chases = PersistentList()

    def stop(self, reason, by):
        """It goes no further for a reason."""
        self.reason = nfc(reason)
        self.reason_by = by

    def go_on(self):
        """The reason is over."""
        self.level = self.reason = self.reason_by = ""

    def report(self, kind, by, text, **more):
        """Keep a report, with its difficulty as one of its own; returns it."""
        made = Report(kind, by, text, **more)
        self.reports.append(made)
        if made.difficulty:
            self.difficulties.append(Difficulty(made.id, by, made.difficulty))
        return made

    def reported_progress(self):
        """int: how far it was before it was called complete, by the latest report that says so."""
        said = (one.progress for one in reversed(self.reports) if one.kind != "completion")
        return next((progress for progress in said if progress is not None), 0)

    def chase(self, level, by, text, rule=""):
        """Keep a chasing; returns it."""
        made = Chase(len(self.chases) + 1, level, by, text, rule)
        self.chases.append(made)
        return made

    def drafted(self, uid):
        """A document (UID) was drafted for it."""
        self.drafts = (*self.drafts, uid)

    def results(self):
        """UIDs of the documents in which what was asked for lies: drafted for it, named by its reports, the reports
        themselves where they are documents; each once.
        """
        named = [uid for report in self.reports for uid in (report.reply, report.kept) if uid]
        return list(dict.fromkeys([*self.drafts, *named]))

    def unanswered(self):
        """Chasings by people that nobody has answered: list."""
        return [chase for chase in self.chases if not chase.answered_at and chase.by != "system"]

    def answerable(self):
        """Chasings, also those by rule, that nobody has answered: list."""
        return [chase for chase in self.chases if not chase.answered_at]

    def unsettled(self):
        """Difficulties that still hinder: list."""
        return [difficulty for difficulty in self.difficulties if difficulty.settled_at is None]

    def asked_extension(self):
        """The Extension that waits for a decision, or None."""
        return next((item for item in self.extensions if not item.decision), None)

    def answer(self):
        """The report that stands in the table of reports back: the newest that is more than progress, or None."""
        return next((item for item in reversed(self.reports) if item.kind != "progress"), None)

    def has_news(self):
        """bool: there is a report that the assigner has not seen."""
        return bool(self.reports) and (self.seen_at is None or self.reports[-1].when > self.seen_at)


EMPTY = Execution()


def execution_of(task):
    """The Execution to read; an empty one when nothing has happened yet."""
    return IAnnotations(task).get(ANNOTATION, EMPTY)


def change_execution(task):
    """The Execution to write, made on first write."""
    return kept_under(task, ANNOTATION, Execution)
