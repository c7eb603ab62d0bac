"""What the forms of documents share: showing, checking, saving all or nothing, answering a script or a person."""

from contextlib import contextmanager
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.documents.sentonce import SentOnce
from qlvb.content.violations import Refused
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.document.browser.crumbs import Crumbs
from qlvb.policy.document.browser.fieldsform import FieldsForm
from qlvb.policy.document.browser.formanswers import FormAnswers
import transaction


class FormPage(Assets, Crumbs, SentOnce, FormAnswers, BrowserView):
    """Base: a subclass names its schema and layout, and saves in ``save(data)``."""

    field_macros = ViewPageTemplateFile("templates/field.pt")
    form_macros = ViewPageTemplateFile("templates/form.pt")
    schema = None
    #: Names of the schema's fields that the form asks for.
    names = ()
    #: Buttons that save: name -> what the browser is sent to afterwards, see ``target``.
    buttons = ("save",)

    def __call__(self):
        self.form = FieldsForm(self.form_context, self.request, self.schema, self.names, self.content())
        self.form.update()
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        try:
            data, violations = self.form.values()
            if violations:
                raise Refused(violations)
            document = self.save(self.entered(data))
        except Refused as refused:
            transaction.doom()
            return self.refuse(refused)
        return self.accept(document)

    @property
    def form_context(self):
        return self.context

    @property
    def me(self):
        return api.user.get_current().getId()

    def entered(self, data):
        """``data`` (of the schema's fields) with what else was typed: dict."""
        return data

    @property
    def button(self):
        """Name of the button that was pressed."""
        return next((name for name in self.buttons if name in self.request.form), self.buttons[0])

    def accept(self, document):
        return self.send_on(self.target(document))

    def target(self, document):
        """Where the browser goes after saving."""
        return document.absolute_url()

    @cached_property
    def broken(self):
        """Names of the fields that were refused."""
        return {violation["field"].split("[")[0].split(".")[0] for violation in self.violations}

    def fields(self, layout):
        """list of Field for ``layout``: tuples (name, size) or (name, size, changes)."""
        found = []
        for name, size, *changes in layout:
            found.append(self.form.draw(name, size=size, **self.changes(name), **(changes[0] if changes else {})))
        return found

    def changes(self, name):
        """dict: how the input of the field ``name`` differs from what its schema says."""
        return {}


@contextmanager
def told_together(violations):
    """Refusals of what happens inside are told with ``violations``; those alone refuse it too.

    :raises Refused: all that was found, so that nobody has to send a form twice to learn of a second fault.
    """
    try:
        yield
    except Refused as refused:
        raise Refused([*refused.violations, *violations], refused.status) from refused
    if violations:
        raise Refused(violations)
