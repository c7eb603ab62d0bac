"""``@dossier-templates`` of an agency: what dossiers are expected to have, and how they gather."""

from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.gathering import mode_of
from qlvb.workflows.filing.gathering import set_mode
from qlvb.workflows.filing.templates import save_templates
from qlvb.workflows.filing.templates import template_json
from qlvb.workflows.filing.templates import templates_from
from qlvb.workflows.filing.templates import templates_of


class TemplatesGet(FilingService):
    """``items``: the templates with their components; ``gathering``: automatic, propose or off."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@dossier-templates",
            "gathering": mode_of(self.context.getId()),
            "items": [template_json(one) for one in templates_of(self.context)],
        }


class TemplatesPut(TemplatesGet):
    """``{"items": [...], "gathering": "propose"}``: all templates anew, the way of gathering, or both."""

    def answer(self):
        body = self.body()
        templates = templates_from(body["items"]) if "items" in body else None
        if "gathering" in body:
            set_mode(self.context, body["gathering"])
        if templates is not None:
            save_templates(self.context, templates)
        return super().answer()
