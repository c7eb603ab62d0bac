"""Letters about tasks that are answered from the mail program or the telephone, by the acts of the screen."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.mailbox.interfaces import IMailbox
from qlvb.workflows.notices.interfaces import IAnswerable
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.inputs import IAnswerChaseInput
from zope.component import getUtility
from zope.interface import implementer


@implementer(IAnswerable)
class AnswersToChasing:
    """See IAnswerable. Replies go to the mailbox of the agency that carries the task out, where it has one; everywhere,
    and of a reminder before the deadline, the letter leads to the form.
    """

    acts = ("answer_chase", "report")

    def address(self, userid, record):
        if not ITask.providedBy(record) or userid not in executing_people(record):
            return ""
        agency = getUtility(IDirectory).agency_object(record.executing_agency)
        return IMailbox(agency).address if agency is not None and execution_of(record).answerable() else ""

    def take(self, userid, record, text):
        IActs(record).perform("answer_chase", {"answer": text[: IAnswerChaseInput["answer"].max_length]})


@implementer(IAnswerable)
class AnswersToGiving:
    """See IAnswerable. The letter about a new task leads to the form on which it is accepted, a reply is none."""

    acts = ("accept_task",)

    def address(self, userid, record):
        return ""

    def take(self, userid, record, text):
        raise LookupError("letters about new tasks invite no reply")
