"""``@@template-file?id=…``: a template as it is, or filled with examples; ``?decree=<kind>``: the decree's form."""

from Products.Five.browser import BrowserView
from qlvb.content.templates.decree import decree_template
from qlvb.content.templates.fields import examples
from qlvb.content.templates.filling import fill
from qlvb.content.templates.interfaces import IAgencyTemplates
from qlvb.content.templates.store import DOCX
from urllib.parse import quote
from zExceptions import NotFound


class TemplateFile(BrowserView):
    """A docx to be saved; 404 for what is not there."""

    def __call__(self):
        form = self.request.form
        if form.get("decree"):
            try:
                return self.serve(f"mau-{form['decree']}.docx", decree_template(str(form["decree"])))
            except KeyError:
                raise NotFound(self.context, self.__name__, self.request) from None
        template = IAgencyTemplates(self.context).get(str(form.get("id", "")))
        if template is None:
            raise NotFound(self.context, self.__name__, self.request)
        data = fill(template.data(), examples()) if form.get("preview") else template.data()
        return self.serve(template.filename, data)

    def serve(self, filename, data):
        response = self.request.response
        response.setHeader("Content-Type", DOCX)
        response.setHeader("Content-Disposition", f"attachment; filename*=UTF-8''{quote(filename)}")
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, no-store")
        return data
