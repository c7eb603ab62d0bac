"""What an agency decides about its tasks, over REST: limits and ladder, standard jobs."""

from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.steering.api.base import task_json
from qlvb.workflows.tasks.interfaces import IJobTemplates
from qlvb.workflows.tasks.interfaces import ITaskSettings


class SettingsGet(AnsweringService):
    """Limits of extensions and the ladder of chasing."""

    def answer(self):
        return {"@id": f"{self.context.absolute_url()}/@task-settings", **ITaskSettings(self.context).values()}


class SettingsPatch(SettingsGet):
    """Change some of them; the answer is all of them."""

    def answer(self):
        ITaskSettings(self.context).change(self.body())
        return super().answer()


class TemplatesGet(AnsweringService):
    """The standard jobs of the agency and of the person's units."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@job-templates",
            "items": [template_json(one) for one in IJobTemplates(self.context).of(self.userid)],
        }


class TemplatesPost(AnsweringService):
    """Keep a standard job: ``title``, ``steps``, ``unit`` (a department, "" for the agency), ``id`` to replace one."""

    def answer(self):
        body = self.body()
        steps = body.get("steps") if isinstance(body.get("steps"), list) else []
        wanted, unit = str(body.get("id") or ""), str(body.get("unit") or "")
        made = IJobTemplates(self.context).put(body.get("title", ""), steps, wanted, unit, self.userid)
        self.request.response.setStatus(201)
        return template_json(made)


class TemplatesDelete(PathService):
    """Forget a standard job: its id stands in the address."""

    def answer(self):
        IJobTemplates(self.context).remove(self.only_name, self.userid)
        return self.reply_no_content()


class StartJob(AnsweringService):
    """Begin a standard job: ``template`` and, if wished, a ``subject`` of its own."""

    def answer(self):
        body = self.body()
        unknown = [name for name in body if name not in ("template", "subject")]
        if unknown:
            message = _("violation_field_unknown", default="Không có trường “${field}”.", mapping={"field": unknown[0]})
            raise Refused(Violation(unknown[0], "field_unknown", message))
        templates = IJobTemplates(self.context)
        task = templates.start(str(body.get("template", "")), self.userid, str(body.get("subject") or ""))
        self.request.response.setStatus(201)
        return task_json(task, self.request)


def template_json(template):
    """dict of JSON values."""
    steps = [vars(step) for step in template.steps]
    return {"id": template.id, "title": template.title, "unit": template.unit, "steps": steps}
