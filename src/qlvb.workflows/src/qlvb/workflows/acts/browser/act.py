"""``@@act/<id>``: the form of an act, made from its schema, and its submission.

With ``ajax=1`` or ``Accept: application/json`` the submission answers ``{"ok": true, "redirect", "result"}`` or
``{"error": {...}}``; a JSON body is taken too. ``ajax_load=1`` shows the form alone, without the page around it.
"""

import json
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.workflows.acts.browser.form import ActForm
from qlvb.workflows.acts.faster import ENVELOPE
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.refusing import give_up
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class ActView(BrowserView):
    """Form and submission of the act named in the address."""

    act_id = ""
    act = None

    def publishTraverse(self, request, name):
        if self.act_id:
            raise NotFound(name)
        self.act_id = name
        return self

    def __call__(self):
        self.act = IActs(self.context).get(self.act_id)
        if self.act is None:
            raise NotFound(self.act_id)
        form = ActForm(self.context, self.request, self.act)
        if self.request.method != "POST":
            form.update()
            return form.render()
        CheckAuthenticator(self.request)
        data = {}
        try:
            data = {**self.expectations(), **self.submitted(form)}
            result = IActs(self.context).perform(self.act.id, data, self.key())
        except Refused as refused:
            give_up(self.context, self.act.id, data, refused)
            return self.refuse(form, refused)
        return self.accept(result)

    @property
    def wants_json(self):
        """bool: a script asks."""
        accepts = self.request.getHeader("Accept") or ""
        return self.request.form.get("ajax") == "1" or "application/json" in accepts

    def key(self):
        """The idempotency key: header, or the hidden field that each rendering of the form fills anew."""
        return self.request.getHeader("Idempotency-Key") or self.request.form.get("idempotency_key") or None

    def submitted(self, form):
        """dict: the raw input with what the person saw. :raises Refused: 400 faults that the widgets found."""
        if "application/json" in (self.request.getHeader("Content-Type") or ""):
            return sent_json(self.request)
        if not any(name.startswith("form.widgets.") for name in self.request.form):
            return {name: self.request.form[name] for name in form.schema if name in self.request.form}
        form.update()
        data, errors = form.extractData()
        if errors:
            raise Refused([error_violation(error) for error in errors], 400)
        return data

    def expectations(self):
        """dict: what the person saw when the form was shown."""
        return {name: self.request.form[name] for name in ENVELOPE if self.request.form.get(name)}

    def accept(self, result):
        target = result.get("redirect") or self.context.absolute_url()
        done = _("act_done", default="Đã thực hiện: ${act}.", mapping={"act": self.act.title})
        message = result.get("message") or done
        api.portal.show_message(message, self.request, type="info")
        if not self.wants_json:
            return self.request.response.redirect(target)
        result = {**result, "message": translate(message, context=self.request)}
        return self.answer({"ok": True, "redirect": target, "result": result})

    def refuse(self, form, refused):
        body = refused_response(self.request, refused)
        if self.wants_json:
            return self.answer(body)
        form.take_bare()
        form.update()
        form.show(refused.violations)
        return form.render()

    def answer(self, body):
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        return json.dumps(body, ensure_ascii=False)


def error_violation(error):
    """The violation that a widget's error view stands for."""
    field = error.field
    name = field.__name__ if field is not None else ""
    title = field.title if field is not None else ""
    said = translate(error.message, context=error.request).rstrip(".")
    message = _("violation_field", default="${field}: ${message}.", mapping={"field": title, "message": said})
    return Violation(name, "invalid", message if title else error.message)
