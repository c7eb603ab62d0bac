"""``@@template-file?id=…``: a template as it is, or filled with examples; ``?decree=<kind>``: the decree's form."""

from Products.Five.browser import BrowserView
from qlvb.content.files.kinds import DOCX
from qlvb.content.files.serving import send
from qlvb.content.templates.decree import decree_template
from qlvb.content.templates.fields import examples
from qlvb.content.templates.filling import fill
from qlvb.content.templates.interfaces import IAgencyTemplates
from zExceptions import NotFound


class TemplateFile(BrowserView):
    """A docx to be saved; 404 for what is not there."""

    def __call__(self):
        form = self.request.form
        if form.get("decree"):
            try:
                return send(self.request, decree_template(str(form["decree"])), f"mau-{form['decree']}.docx", DOCX)
            except KeyError:
                raise NotFound(self.context, self.__name__, self.request) from None
        template = IAgencyTemplates(self.context).get(str(form.get("id", "")))
        if template is None:
            raise NotFound(self.context, self.__name__, self.request)
        whole = fill(template.data(), examples()) if form.get("preview") else template.data()
        return send(self.request, whole, template.filename, DOCX)
