"""``@@qlvb-help``: the guide of the person's role, opened at the screen he came from (``?screen=``)."""

from plone import api
from Products.Five import BrowserView
from qlvb.policy.guides.chapters import TITLES
from qlvb.policy.guides.chapters import chapter_for
from qlvb.policy.guides.chapters import guide_for
from qlvb.policy.guides.reading import guide
from zExceptions import NotFound
from zope.component import getMultiAdapter


class Help(BrowserView):
    """One guide with the others beside it."""

    shell_section = "help"

    def __call__(self):
        asked = self.request.form.get("guide", "")
        name = asked or guide_for(self.shell.functions)
        if name not in TITLES:
            raise NotFound(name)
        pictures = f"{api.portal.get().absolute_url()}/++plone++qlvb.guides"
        self.name = name
        self.body, self.headings = guide(name, pictures)
        screen = self.request.form.get("screen")
        anchor = chapter_for(screen, [one for one, _title in self.headings]) if isinstance(screen, str) else ""
        if anchor and not asked:
            address = f"{api.portal.get().absolute_url()}/@@qlvb-help?guide={name}#{anchor}"
            return self.request.response.redirect(address)
        return self.index()

    @property
    def shell(self):
        return getMultiAdapter((self.context, self.request), name="qlvb-shell")

    @property
    def guides(self):
        """list of dict title, url, current."""
        address = f"{api.portal.get().absolute_url()}/@@qlvb-help"
        return [
            {"title": title, "url": f"{address}?guide={name}", "current": name == self.name}
            for name, title in TITLES.items()
        ]
