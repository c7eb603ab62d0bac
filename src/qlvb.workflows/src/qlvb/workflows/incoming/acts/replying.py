"""Soạn văn bản trả lời: the answer starts as an outgoing draft that knows what it answers."""

from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.acts.lines import LineAct
from qlvb.workflows.incoming.handling import handling_of
from zope.component import getUtility


#: A draft in one of these states answers nothing any more.
DEAD_STATES = ("cancelled",)


class Reply(LineAct):
    """Make the draft of the answer; the sender is its recipient, the actor its drafter."""

    id = "reply"
    title = _("act_reply", default="Soạn văn bản trả lời")
    description = _(
        "act_reply_help", default="Tạo dự thảo văn bản đi trả lời nơi gửi; khi ban hành, phần việc tự hoàn thành."
    )
    order = 12

    def line_rules(self, line, data):
        draft = uuidToObject(line.reply, unrestricted=True) if line.reply else None
        if draft is not None and state_of(draft) not in DEAD_STATES:
            message = _(
                "violation_reply_exists",
                default="Đã có dự thảo trả lời: ${url}",
                mapping={"url": draft.absolute_url()},
            )
            yield self.violation("reply_exists", message)

    conflict_codes = LineAct.conflict_codes | {"reply_exists"}

    def execute(self, data):
        record, userid = self.record, self.actor.userid
        agency = getUtility(IDirectory).agency_of(record)
        draft = getUtility(IDocumentFactory).create(
            "OutgoingDocument",
            agency.id,
            {
                "subject": proposed_subject(record),
                "document_type": "official_letter",
                "signatory": proposed_signatory(record, agency.id),
                "urgency": record.urgency,
                "secrecy": record.secrecy,
                "recipients": [sender_row(record)],
                "in_reply_to": IUUID(record),
                "related_documents": [IUUID(record)],
                "drafter": userid,
            },
            by=userid,
        )
        line = self.line()
        line.reply = IUUID(draft)
        line.does("replied")
        return {"uid": IUUID(draft), "url": draft.absolute_url()}


def proposed_signatory(record, agency_id):
    """userid of the leader who had it handled: who has asked for the answer signs it, as a rule; "" where he leads no
    more.
    """
    leader = handling_of(record).leader
    return leader if leader and leader in getUtility(IDirectory).holders(agency_id, "leader") else ""


def proposed_subject(record):
    """The subject of an answer, as offices write it: "V/v trả lời <reference> ngày <date> của <issuing body>"."""
    words = ["V/v trả lời"]
    words.append(f"Văn bản số {record.reference}" if record.reference else "Văn bản")
    if record.issue_date:
        words.append(f"ngày {record.issue_date:%d/%m/%Y}")
    if record.issuing_body:
        words.append(f"của {record.issuing_body}")
    return " ".join(words)[:500]


def sender_row(record):
    """The recipients row for whoever sent the document."""
    agency = getUtility(IDirectory).agency_by_identifier(record.issuing_body_identifier)
    if agency is not None:
        return {
            "name": agency.title,
            "identifier": agency.identifier,
            "agency": agency.id,
            "channel": "internal",
            "purpose": "for_execution",
            "address": agency.address,
        }
    return {
        "name": record.issuing_body or "…",
        "identifier": record.issuing_body_identifier,
        "agency": "",
        "channel": "interchange" if record.issuing_body_identifier else "outside",
        "purpose": "for_execution",
        "address": "",
    }
