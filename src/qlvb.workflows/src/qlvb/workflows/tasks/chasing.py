"""Chasing: what a person does by hand is told, and what the rules ask for is done once a day."""

from datetime import date
from datetime import timedelta
from qlvb.content import _
from qlvb.content.index.reading import reading
from qlvb.content.index.tables import records
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.following.interfaces import IFollowing
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.tasks.days import between_for
from qlvb.workflows.tasks.execution import change_execution
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.interfaces import ITaskSettings
from qlvb.workflows.tasks.ladder import level_after
from qlvb.workflows.tasks.ladder import rung
from qlvb.workflows.tasks.notices import CHASED
from qlvb.workflows.tasks.notices import CHASED_BY
from qlvb.workflows.tasks.notices import CHASED_WORDS
from qlvb.workflows.tasks.notices import tell
from qlvb.workflows.tasks.vocabularies import chase_levels
from sqlalchemy import select
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


#: States in which rules chase; whoever waits for another's decision is left in peace.
CHASED_STATES = ("assigned", "in_progress")
CHASED_BY_RULE = _("told_followed_chased", default="Hệ thống đôn đốc lần ${number} (${level}) vì quá hạn.")
COMING = _("told_task_coming", default="Sắp đến hạn ${date}: ${subject}")
#: How far ahead of its deadline a task is looked at: the longest of the settings, in calendar days.
HORIZON = timedelta(days=100)


def title_of_level(level):
    return next(term.title for term in chase_levels() if term.value == level)


def tell_chase(task, chase, people):
    """Tell ``people`` of one chasing: who chases, and in which words where he used any."""
    mapping = {"number": str(chase.number), "level": title_of_level(chase.level), "reason": chase.text}
    if chase.by == "system":
        tell(task, people, "task_chased", CHASED, chase.id, **mapping)
    else:
        tell(task, people, "task_chased", CHASED_WORDS if chase.text else CHASED_BY, chase.id, chase.by, **mapping)


@adapter(ITask, IActPerformed)
def tell_after_chase(task, event):
    """Somebody has chased by hand."""
    if event.act.id == "chase_task":
        tell_chase(task, execution_of(task).chases[-1], executing_people(task))


@implementer(IPeriodicWork)
class ChaseTasks:
    """See IPeriodicWork: reminds before the deadline, chases after it, each rung once for each deadline."""

    title = _("periodic_chase_tasks", default="Nhắc, đôn đốc nhiệm vụ theo hạn")
    interval = timedelta(hours=6)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """Returns how many were reminded and how many chased."""
        today = now.date()
        with reading() as connection:
            uids = list(connection.scalars(with_deadline_until(today + HORIZON)))
        self.transactions.refresh()
        done = {"reminded": 0, "chased": 0}
        for uid in uids:
            word = self.transactions.attempt(lambda uid=uid: chase_by_rule(uid, today))
            if word:
                done[word] += 1
        return done


def with_deadline_until(last):
    """SELECT of the UIDs of tasks that rules may chase."""
    return (
        select(records.c.uid)
        .where(
            records.c.portal_type == "Task",
            records.c.state.in_(CHASED_STATES),
            records.c.deadline_day.between(date(1945, 1, 1).toordinal(), last.toordinal()),
        )
        .order_by(records.c.deadline_day)
    )


def chase_by_rule(uid, today):
    """Do what the ladder of the task's agency asks for today: ``reminded``, ``chased`` or "". Repeatable."""
    task = find_record(uid)
    if task is None or state_of(task) not in CHASED_STATES or task.deadline is None or task.executor is None:
        return ""
    directory = getUtility(IDirectory)
    settings = ITaskSettings(directory.agency_object(directory.agency_of(task).id))
    reached = rung(task.deadline, today, settings.remind_before, settings.chase_after, between_for(task))
    if not reached:
        return ""
    rule = f"{task.deadline.isoformat()} {reached}"
    if reached.startswith("before"):
        day = task.deadline.strftime("%d/%m/%Y")
        told = tell(task, executing_people(task), "task_chased", COMING, rule, date=day)
        return "reminded" if told else ""
    if any(chase.rule == rule for chase in execution_of(task).chases):
        return ""
    _chase(task, rule, settings.tell_assigner)
    return "chased"


def _chase(task, rule, tell_assigner):
    execution = change_execution(task)
    before = sum(1 for chase in execution.chases if chase.by == "system")
    chase = execution.chase(level_after(before), "system", "", rule)
    IJournal(task).append("task.chased", "system", {"number": chase.number, "level": chase.level})
    tell_chase(task, chase, [*executing_people(task), *([task.assigner] if tell_assigner else [])])
    following = getUtility(IFollowing)
    mapping = {"number": str(chase.number), "level": title_of_level(chase.level)}
    following.tell(following.followers(task), task, Message(CHASED_BY_RULE, mapping=mapping), chase.id)
    task.reindexObject()
