"""A pane: one block of the document screen, drawn by its own template, testable alone."""

from Acquisition import aq_inner
from functools import cached_property
from Products.Five.browser import BrowserView
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility
from zope.i18n import translate


class Pane(BrowserView):
    """Base of the panes; a subclass names its ``template`` and answers ``available``."""

    template = None

    @property
    def record(self):
        return aq_inner(self.context)

    @cached_property
    def directory(self):
        return getUtility(IDirectory)

    @cached_property
    def url(self):
        return self.context.absolute_url()

    def available(self):
        """bool: there is something to show to this person."""
        return True

    def render(self):
        """str: the markup of the pane, "" when there is nothing to show."""
        return self.template() if self.available() else ""

    def word(self, message):
        """``message`` (id or str) in the language of the page."""
        return translate(message, context=self.request)

    def name_of(self, userid):
        """Full name of a person; what leavers were called stays readable."""
        return self.directory.person(userid).fullname if userid else ""

    def post_of(self, userid):
        """Title of the person's main post, or ""."""
        post = self.directory.main_post(userid) if userid else None
        return post.title if post else ""
