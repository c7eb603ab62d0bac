"""The services of the settings of every link: a room registers them under its Line's name with its own permission."""

from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.links.interfaces import ILine
from qlvb.workflows.links.trying import ask_test
from qlvb.workflows.links.trying import last_test
from zope.component import getUtility
from zope.i18n import translate


MOST_LINES = 50


def no_link():
    """The Refused for an address that names no link."""
    text = _("violation_link_none", default="Không có liên thông này.")
    return Refused(Violation("path", "not_found", text), 404)


class LinkGet(PathService):
    """Settings (the token is never shown), the last try-out, what waits, the latest messages. ``/<name>``: of another
    system, where there are several.
    """

    @property
    def line(self):
        return getUtility(ILine, name=self.__name__.rpartition("@")[2])

    @property
    def link(self):
        """The ISystemLink that the address names. :raises Refused: 404 there is none."""
        found = self.line.link_named(self.only_name) if len(self.path) < 2 else None
        if found is None:
            raise no_link()
        return found

    def answer(self):
        line, link = self.line, self.link
        test = last_test(line.test_kind, self.userid, link.name)
        found = {
            "@id": self.address_of(link),
            **link.settings,
            "has_token": link.has_token,
            "removed": link.removed and link.removed.isoformat(),
            "test": self.job_json(test) if test is not None else None,
            "waiting": [
                {**one, "next_try": one["next_try"] and one["next_try"].isoformat(), "error": self.said(one["error"])}
                for one in line.waiting_rows(link)
            ],
            "log": [
                {**row, "when": row["when"].isoformat(), "text": self.said(row["text"])} for row in link.log(MOST_LINES)
            ],
        }
        if line.several:
            found["systems"] = [{"@id": self.address_of(one), "title": one.settings["title"]} for one in line.links()]
        return found

    def address_of(self, link):
        address = f"{self.context.absolute_url()}/@{self.line.name}"
        return f"{address}/{link.name}" if link.name else address

    def said(self, text):
        return translate(text, context=self.request) if text else ""

    def job_json(self, job):
        return {"state": job.state, "created": job.created.isoformat(), "error": self.said(job.error)}


class LinkPatch(LinkGet):
    """Change settings or ``token``; the answer is all of it."""

    def answer(self):
        self.link.change(self.body())
        return super().answer()


class LinkPost(LinkGet):
    """Try the address and the token out: a job, whose state the answer to GET tells; 202."""

    def answer(self):
        job = ask_test(self.line.test_kind, self.userid, self.link.name)
        self.request.response.setStatus(202)
        return {"test": self.job_json(job)}


class LinkDelete(LinkGet):
    """Unlink a system for which nothing waits (409); its log can be read as before."""

    def answer(self):
        self.link.remove()
        return super().answer()


class LinkAdd(LinkGet):
    """``PUT``: link one more system, with settings as for ``PATCH``; 201."""

    def answer(self):
        if self.path:
            raise no_link()
        made = self.line.add(self.body())
        self.path = (made.name,)
        self.request.response.setStatus(201)
        return super().answer()
