"""Settings of the link with the province's system, what waits, what went over it."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasklink.sending import ask_test
from qlvb.workflows.tasklink.sending import last_test
from qlvb.workflows.tasklink.waiting import waiting_reports
from zope.component import getUtility
from zope.i18n import translate


MOST_LINES = 50


class LinkGet(AnsweringService):
    """Settings (the token is never shown), the last try-out, what waits, the latest messages."""

    def answer(self):
        link = getUtility(ITaskLink)
        test = last_test(self.userid)
        return {
            "@id": f"{self.context.absolute_url()}/@province-link",
            **link.settings,
            "has_token": link.has_token,
            "test": self.job_json(test) if test is not None else None,
            "waiting": [
                {**one, "next_try": one["next_try"] and one["next_try"].isoformat(), "error": self.said(one["error"])}
                for one in waiting_reports()
            ],
            "log": [
                {**line, "when": line["when"].isoformat(), "text": self.said(line["text"])}
                for line in link.log(MOST_LINES)
            ],
        }

    def said(self, text):
        return translate(text, context=self.request) if text else ""

    def job_json(self, job):
        return {"state": job.state, "created": job.created.isoformat(), "error": self.said(job.error)}


class LinkPatch(LinkGet):
    """Change ``enabled``, ``address``, ``account`` or ``token``; the answer is all of it."""

    def answer(self):
        getUtility(ITaskLink).change(self.body())
        return super().answer()


class LinkTest(LinkGet):
    """Try the address and the token out: a job, whose state the answer to GET tells; 202."""

    def answer(self):
        job = ask_test(self.userid)
        self.request.response.setStatus(202)
        return {"test": self.job_json(job)}
