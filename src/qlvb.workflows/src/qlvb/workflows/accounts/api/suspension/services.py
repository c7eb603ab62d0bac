"""``POST @suspension`` and ``DELETE @suspension`` of a person: the acts of ``@acts`` under a shorter name."""

from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.shown import suspension_json
from qlvb.content.answering import AnsweringService
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility


class SuspensionPost(AnsweringService):
    """Suspend the account: ``{"basis": "breach" | "unused" | "agency", "reason": "…"}`` (201)."""

    def answer(self):
        IActs(self.context).perform("suspend_account", self.body(), self.key)
        self.request.response.setStatus(201)
        userid = self.context.getId()
        return {"userid": userid, **suspension_json(getUtility(IAccounts).suspension(userid))}


class SuspensionDelete(AnsweringService):
    """Let the account be used again: ``{"reason": "…"}`` (204)."""

    def answer(self):
        IActs(self.context).perform("resume_account", self.body(), self.key)
        return self.reply_no_content()
