"""Soạn dự thảo: what a task asks for starts as an outgoing draft that the task knows."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.acts.replying import DEAD_STATES
from qlvb.workflows.incoming.acts.replying import proposed_subject
from qlvb.workflows.incoming.acts.replying import sender_row
from qlvb.workflows.tasks.acts.base import Executing
from zope.component import getUtility


class DraftForTask(Executing):
    """Make the draft in which the task is to result; where an incoming document gave the task, the draft answers it."""

    id = "draft_for_task"
    title = _("act_draft_for_task", default="Soạn dự thảo")
    description = _(
        "act_draft_for_task_help",
        default="Tạo dự thảo văn bản đi cho nhiệm vụ này; dự thảo tự vào hồ sơ của văn bản giao nhiệm vụ.",
    )
    states = ("in_progress",)
    order = 16
    conflict_codes = Executing.conflict_codes | {"draft_exists"}

    def rules(self, data):
        found = [find_record(uid) for uid in self.execution.drafts]
        alive = [draft for draft in found if draft is not None and state_of(draft) not in (*DEAD_STATES, "issued")]
        if alive:
            message = _(
                "violation_task_draft_exists",
                default="Nhiệm vụ đã có dự thảo đang soạn: “${subject}”.",
                mapping={"subject": alive[0].Title()[:100]},
            )
            yield self.violation("draft_exists", message)

    def execute(self, data):
        task, userid = self.record, self.actor.userid
        fields = {
            "subject": task.subject,
            "document_type": "official_letter",
            "urgency": task.urgency,
            "secrecy": task.secrecy,
            "drafter": userid,
            **self._from_source(),
        }
        draft = getUtility(IDocumentFactory).create("OutgoingDocument", task.executing_agency, fields, by=userid)
        self.change().drafted(IUUID(draft))
        return {"uid": IUUID(draft), "url": draft.absolute_url()}

    def _from_source(self):
        """dict of fields: a document of another agency lies outside, the draft cannot point at it."""
        source = find_record(self.record.source)
        agency = getUtility(IDirectory).agency_of(source) if source is not None else None
        if agency is None or agency.id != self.record.executing_agency:
            return {}
        found = {"related_documents": [IUUID(source)]}
        if IIncomingDocument.providedBy(source):
            found |= {
                "in_reply_to": IUUID(source),
                "subject": proposed_subject(source),
                "recipients": [sender_row(source)],
            }
        return found

    def detail(self, data, result):
        return {"document": result["uid"]}
