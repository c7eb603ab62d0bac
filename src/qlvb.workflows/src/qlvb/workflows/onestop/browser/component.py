"""``@@onestop-component/<place>``: a component of the dossier, fetched while somebody waits."""

from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.files.serving import disposition
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.components import ComponentFailed
from qlvb.workflows.onestop.components import fetch
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.rules import hosts_of
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class ComponentView(BrowserView):
    """Sends the file; when that fails a page says why, and how to go on."""

    failed = ViewPageTemplateFile("templates/component.pt")
    shell_section = "outgoing"
    name = ""
    message = ""
    place = ""

    def publishTraverse(self, request, name):
        if self.place:
            raise NotFound(name)
        self.place = name
        return self

    def __call__(self):
        found = case_of(self.context).components
        if not self.place.isascii() or not self.place.isdigit() or not 1 <= int(self.place) <= len(found):
            raise NotFound(self.place)
        component = found[int(self.place) - 1]
        response = self.request.response
        try:
            data, kind = fetch(component, hosts_of(EVENTS.link_of(self.context).settings))
        except ComponentFailed as failed:
            response.setStatus(502)
            self.name, self.message = component["name"], failed.message
            return self.failed()
        response.setHeader("Content-Type", kind.mimetype)
        response.setHeader("Content-Disposition", disposition(component["name"], kind.inline))
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Theme-Disabled", "True")
        if kind.id != "pdf":
            response.setHeader("Content-Security-Policy", "sandbox")
        return data
