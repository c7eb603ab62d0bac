"""``POST @feedback``, ``GET @own-feedback``, ``GET @feedback``, ``PATCH @feedback/<id>``."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.policy.feedback.gathering import counts_at
from qlvb.policy.feedback.gathering import remarks_at
from qlvb.policy.feedback.interfaces import STATES
from qlvb.policy.feedback.interfaces import IRemarks
from qlvb.policy.feedback.rules import FIELDS


class FeedbackPost(AnsweringService):
    """Say something about the software: ``text``, and if wanted ``kind`` (fault, suggestion), ``proposal``, ``group``
    (id of a section of the menu), ``screen``. 201.
    """

    def answer(self):
        sent = self.body()
        _only(sent, FIELDS)
        remark = IRemarks(self.context).add(self.userid, sent)
        self.request.response.setStatus(201)
        return as_json(remark)


class OwnFeedbackGet(AnsweringService):
    """What the person has said in this agency, the newest first, with the answers."""

    def answer(self):
        items = IRemarks(self.context).all(author=self.userid)
        address = f"{self.context.absolute_url()}/@own-feedback"
        return {"@id": address, "items": [as_json(one) for one in items], "items_total": len(items)}


class FeedbackGet(AnsweringService):
    """The remarks of an agency, or on the site those of all agencies; ``state`` (new, gathered, answered) narrows."""

    def answer(self):
        state = self.request.form.get("state", "")
        if state not in ("", *STATES):
            message = _("violation_feedback_state", default="Không có trạng thái này.")
            raise Refused(Violation("state", "state_unknown", message))
        rows = remarks_at(self.context, state)
        return {
            "@id": f"{self.context.absolute_url()}/@feedback",
            "counts": counts_at(self.context),
            "items": [{"agency": agency.id, **as_json(remark)} for agency, remark in rows],
            "items_total": len(rows),
        }


class FeedbackPatch(PathService):
    """``{"answer": "…"}`` answers the remark that the address names and tells its author; ``{"state": "gathered"}``
    takes it into the summary.
    """

    def answer(self):
        sent = self.body()
        _only(sent, ("answer", "state"))
        remarks = IRemarks(self.context)
        if "answer" in sent:
            return as_json(remarks.answer(self.only_name, sent["answer"], self.userid))
        if sent.get("state") != "gathered":
            message = _("violation_feedback_patch", default="Gửi “answer”, hoặc “state” là “gathered”.")
            raise Refused(Violation("state", "state_unknown", message))
        return as_json(remarks.gather(self.only_name))


def as_json(remark):
    """dict of JSON values."""
    return {
        "id": remark.id,
        "author": remark.author,
        "when": remark.when.isoformat(),
        "group": remark.group,
        "screen": remark.screen,
        "kind": remark.kind,
        "text": remark.text,
        "proposal": remark.proposal,
        "state": remark.state,
        "answer": remark.answer,
        "answered_by": remark.answered_by,
        "answered": remark.answered.isoformat() if remark.answered else None,
    }


def _only(sent, fields):
    if wrong := unknown_fields(sent, fields):
        raise Refused(wrong)
