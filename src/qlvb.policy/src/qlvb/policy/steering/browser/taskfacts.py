"""THÔNG TIN CHÍNH of a task."""

from qlvb.content import _
from qlvb.content.tasks.executors import title_of
from qlvb.policy.document.browser.facts import FactsPane
from qlvb.policy.document.browser.records import visible_record
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.rights import parent_of


class TaskFactsPane(FactsPane):
    """Who, what, until when, and where it comes from."""

    def facts(self):
        task = self.record
        executor = task.executor
        source = visible_record(task.source)
        above = parent_of(task)
        above = visible_record(above.UID()) if above is not None else None
        yield self.fact(
            "executor",
            _("task_executing_unit", default="Đơn vị thực hiện"),
            title_of(executor.place, task.finished_on) if executor else "",
            first=True,
        )
        person = self.name_of(task.assignee)
        yield self.fact("assignee", _("task_assignee", default="Người thực hiện"), person, first=True)
        helpers = tuple(title_of(token, task.finished_on) for token in task.coordinators)
        yield self.fact("coordinators", _("task_coordinators", default="Phối hợp"), helpers, kind="list", first=True)
        yield self.fact("deadline", _("task_deadline", default="Hạn hoàn thành"), self.day("deadline"), first=True)
        yield self.fact("product", _("task_product", default="Sản phẩm cần có"), task.product, first=True)
        yield self.fact("request", _("task_request", default="Yêu cầu cụ thể"), task.request, first=True)
        label = _("task_quotation", default="Câu chỉ đạo trong văn bản")
        yield self.fact("quotation", label, self.quotation, first=True)
        if source is not None:
            title = " ".join(part for part in (source.reference, source.Title()) if part)
            label = _("task_source", default="Văn bản giao nhiệm vụ")
            yield self.fact("source", label, title, url=source.absolute_url(), first=True)
        if above is not None:
            label = _("task_parent", default="Nhiệm vụ cấp trên")
            yield self.fact("parent", label, above.Title(), url=above.absolute_url(), first=True)
        yield self.fact("chases", _("column_chases", default="Lần đôn đốc"), self.chases)
        yield self.fact("kind", _("task_kind", default="Loại nhiệm vụ"), self.choice("qlvb.tasks.kinds", "kind"))
        yield self.fact("assigner", _("task_assigner", default="Người giao"), self.name_of(task.assigner))
        if task.first_deadline != task.deadline:
            label = _("task_first_deadline", default="Hạn giao ban đầu")
            yield self.fact("first_deadline", label, self.day("first_deadline"))
        yield self.fact("finished_on", _("task_finished_on", default="Ngày hoàn thành"), self.day("finished_on"))

    @property
    def quotation(self):
        """The sentence with its page."""
        task = self.record
        if not task.quotation:
            return ""
        if not task.page:
            return f"“{task.quotation}”"
        return _(
            "steering_quotation",
            default="“${words}” (trang ${page})",
            mapping={"words": task.quotation, "page": str(task.page)},
        )

    @property
    def chases(self):
        return str(len(execution_of(self.record).chases) or "")
