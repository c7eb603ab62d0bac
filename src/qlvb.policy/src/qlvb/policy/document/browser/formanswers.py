"""How a form answers: a script with JSON, a person with a page."""

import json
from qlvb.content.violations import refused_response


class FormAnswers:
    """Mixed into a view with ``template``."""

    violations = ()

    @property
    def wants_json(self):
        return "application/json" in (self.request.getHeader("Accept") or "")

    def send_on(self, target):
        """It is done: to the address ``target``."""
        if not self.wants_json:
            return self.request.response.redirect(target)
        return self.answer({"ok": True, "redirect": target})

    def refuse(self, refused):
        """The form again with what was wrong, and its status."""
        if self.wants_json:
            return self.answer(refused_response(self.request, refused))
        self.request.response.setStatus(refused.status)
        self.violations = [violation.for_page(self.request) for violation in refused.violations]
        return self.template()

    def answer(self, body):
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        return json.dumps(body, ensure_ascii=False)
