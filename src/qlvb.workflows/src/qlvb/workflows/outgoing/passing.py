"""What the ticks of the forwarding form do: sign, tell by message and letter, make a submission note (screens 2.2)."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.submission.interfaces import INoteFactory
from qlvb.content.violations import Violation
from qlvb.workflows.notices.asking import why_not
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.outgoing.inputs import CHANNELS
from zope.component import getUtility
from zope.i18n import translate


PROPOSAL = _("outgoing_note_proposal", default="Kính trình lãnh đạo xem xét, cho ý kiến về dự thảo văn bản này.")


def may_sign(document, agency, receiver):
    """bool: ``receiver`` (userid) is who is to sign the document, or a leader of its agency."""
    return receiver == document.signatory or receiver in getUtility(IDirectory).holders(agency.id, "leader")


def wish_violations(document, agency, data):
    """Violations of ticks that cannot be done for the receiver who was chosen."""
    receiver = data["receiver"]
    if data["sign_requested"] and not may_sign(document, agency, receiver):
        message = _(
            "violation_receiver_no_signing",
            default="“Yêu cầu ký số” chỉ chuyển đến người ký văn bản hoặc lãnh đạo cơ quan.",
        )
        yield Violation("sign_requested", "receiver_no_signing", message, "NĐ 30/2020 Điều 13")
    for name, channel in CHANNELS.items():
        reason = why_not(receiver, "turn", channel) if data[name] else None
        if reason is not None:
            yield Violation(name, "channel_unavailable", reason)


def closed_channels(agency):
    """dict tick -> message: channels that are not set up for anybody of the agency (AgencyInfo)."""
    lacks = {name: getUtility(INoticeChannel, name=channel).lacks(agency.id) for name, channel in CHANNELS.items()}
    return {name: lack for name, lack in lacks.items() if lack is not None}


def note_beside(document, agency, request, by):
    """Make the submission note that goes with a document: a draft of ``by``, with the document and what it rests on as
    its basis. Returns the note.
    """
    basis = [document.UID(), document.in_reply_to, *document.related_documents]
    values = {
        "subject": document.subject,
        "content": request,
        "proposal": translate(PROPOSAL, target_language="vi"),
        "basis": list(dict.fromkeys(uid for uid in basis if uid)),
        "drafts": [],
        "secrecy": document.secrecy,
        "urgency": document.urgency,
    }
    return getUtility(INoteFactory).create(agency.id, values, by)


def accompany(document, agency, data, by):
    """dict for the caller: the note that was asked for, where its maker goes on; {} without one."""
    if not data["make_note"]:
        return {}
    note = note_beside(document, agency, data["request"], by)
    return {"redirect": note.absolute_url(), "note": note.UID()}
