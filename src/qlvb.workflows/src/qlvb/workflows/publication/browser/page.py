"""``@@published``: what is published; ``@@published-file?uid=…``: the official PDF of one of them."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_date
from qlvb.content.files.serving import forbid_unfit
from qlvb.content.files.serving import send
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.publication.interfaces import SCOPES
from qlvb.workflows.publication.interfaces import IPublication
from qlvb.workflows.publication.interfaces import IPublished
from zExceptions import NotFound
from zope.component import getUtility


PAGE = 50


def scopes_of_visitor():
    """What the person who looks may see: the public part, and with an account the rest."""
    return SCOPES if not api.user.is_anonymous() else ("public",)


def published_rows():
    """list of dict of what the visitor may see, newest first."""
    directory = getUtility(IDirectory)
    base = api.portal.get().absolute_url()
    return [
        {
            "uid": document.UID(),
            "reference": document.reference,
            "subject": document.Title(),
            "issue_date": show_date(document.issue_date),
            "issuing_body": directory.agency_of(document).title,
            "signatory": document.signatory_name,
            "until": IPublication(document).until.strftime("%d/%m/%Y"),
            "url": f"{base}/@@published-file?uid={document.UID()}",
        }
        for document in getUtility(IPublished).documents(scopes_of_visitor())
    ]


class PublishedView(BrowserView):
    """The list, a page of it at a time (``?start=50``)."""

    def __call__(self):
        start = str(self.request.form.get("start", "0"))
        self.start = int(start) if start.isascii() and start.isdigit() else 0
        rows = published_rows()
        self.total = len(rows)
        self.rows = rows[self.start : self.start + PAGE]
        self.next = self.start + PAGE if self.total > self.start + PAGE else None
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.index()


class PublishedFile(BrowserView):
    """The PDF, as long as the document is shown; 404 for anything else, whatever else the visitor may see; 403 when a
    virus was found in it.
    """

    def __call__(self):
        uid = str(self.request.form.get("uid", ""))
        for document in getUtility(IPublished).documents(scopes_of_visitor()):
            if document.UID() == uid and (version := official_version(document)) is not None:
                forbid_unfit([version], self.request)
                return send(self.request, version.data(), "van-ban.pdf", "application/pdf", inline=True)
        raise NotFound(self.context, self.__name__, self.request)
