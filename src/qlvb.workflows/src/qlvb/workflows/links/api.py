"""What the services of the settings of a link share; a room registers them with its own permission."""

from qlvb.content.answering import AnsweringService
from qlvb.workflows.links.trying import ask_test
from qlvb.workflows.links.trying import last_test
from zope.i18n import translate


MOST_LINES = 50


class LinkService(AnsweringService):
    """A room says its ``line``, the ``test`` kind of its try-out, and the ``name`` of the service."""

    line = None
    test = ""
    name = ""

    def answer(self):
        link = self.line.link
        test = last_test(self.test, self.userid)
        return {
            "@id": f"{self.context.absolute_url()}/{self.name}",
            **link.settings,
            "has_token": link.has_token,
            "test": self.job_json(test) if test is not None else None,
            "waiting": [
                {**one, "next_try": one["next_try"] and one["next_try"].isoformat(), "error": self.said(one["error"])}
                for one in self.line.waiting_rows()
            ],
            "log": [
                {**line, "when": line["when"].isoformat(), "text": self.said(line["text"])}
                for line in link.log(MOST_LINES)
            ],
        }

    def changed(self):
        """Keep what was sent; the answer is all of it."""
        self.line.link.change(self.body())
        return LinkService.answer(self)

    def tried(self):
        """Ask for a try-out; 202."""
        job = ask_test(self.test, self.userid)
        self.request.response.setStatus(202)
        return {"test": self.job_json(job)}

    def said(self, text):
        return translate(text, context=self.request) if text else ""

    def job_json(self, job):
        return {"state": job.state, "created": job.created.isoformat(), "error": self.said(job.error)}
