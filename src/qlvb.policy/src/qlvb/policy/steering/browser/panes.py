"""Blocks of the screen of a task: its reports, difficulties, extensions and chasing."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.records import visible_record
from qlvb.workflows.tasks.chasing import title_of_level
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.family import children_of


KINDS = {
    "progress": _("steering_report_progress", default="Báo cáo tiến độ"),
    "report_back": _("steering_report_back", default="Hồi báo"),
    "completion": _("steering_report_completion", default="Báo cáo hoàn thành"),
}
DECISIONS = {
    "": (_("steering_extension_waiting", default="chờ trả lời"), "warn"),
    "granted": (_("steering_extension_granted", default="đồng ý"), "good"),
    "refused": (_("steering_extension_refused", default="không đồng ý"), "bad"),
}


def proofs(task, ids):
    """list of dict title, url: the files of a task with these ids, which prove a report."""
    kept = {file.id: file for file in IFileStore(task).files()} if ids else {}
    return [
        {"title": kept[name].current.filename, "url": f"{task.absolute_url()}/@@file/{name}/current?download=1"}
        for name in ids
        if name in kept
    ]


class ExecutionPane(Pane):
    """Base: the Execution of the task."""

    @cached_property
    def execution(self):
        return execution_of(self.record)

    def who(self, userid):
        """Name of a person, or of the system."""
        return self.name_of(userid) if userid != "system" else _("steering_by_rule", default="Hệ thống, theo hạn")


class ReportsPane(ExecutionPane):
    """Reports and chasings in one row of time, the newest first."""

    template = ViewPageTemplateFile("templates/reports.pt")

    def available(self):
        """Whoever gathers the reports of others makes none himself: an empty block would ask him for one."""
        return bool(self.rows) or not children_of(self.record)

    @cached_property
    def rows(self):
        """list of dict."""
        reports = [(one.when, self.report(one)) for one in self.execution.reports]
        chases = [(one.when, self.chase(one)) for one in self.execution.chases]
        return [row for _when, row in sorted([*reports, *chases], key=lambda pair: pair[0], reverse=True)]

    def report(self, one):
        reply = visible_record(one.reply)
        return {
            "title": KINDS[one.kind],
            "tone": "info" if one.kind == "progress" else "good",
            "who": self.who(one.by),
            "when": show_moment(one.when),
            "iso": one.when.isoformat(),
            "text": one.text,
            "progress": one.progress,
            "difficulty": one.difficulty,
            "proposal": one.proposal,
            "reply": reply,
            "files": proofs(self.record, one.files),
            "answer": "",
            "answered": "",
        }

    def chase(self, one):
        title = _(
            "steering_chase",
            default="Đôn đốc lần ${number}: ${level}",
            mapping={"number": str(one.number), "level": title_of_level(one.level)},
        )
        answered = f"{self.name_of(one.answered_by)}, {show_moment(one.answered_at)}" if one.answered_at else ""
        return {
            "title": title,
            "tone": "bad" if one.level != "reminder" else "warn",
            "who": self.who(one.by),
            "when": show_moment(one.when),
            "iso": one.when.isoformat(),
            "text": one.text,
            "progress": None,
            "difficulty": "",
            "proposal": "",
            "reply": None,
            "files": [],
            "answer": one.answer,
            "answered": answered,
        }


class DifficultiesPane(ExecutionPane):
    """What hinders, who is to remove it, how it was removed."""

    template = ViewPageTemplateFile("templates/difficulties.pt")

    def available(self):
        return bool(self.execution.difficulties)

    @property
    def rows(self):
        """list of dict."""
        return [
            {
                "text": one.text,
                "who": self.who(one.by),
                "when": show_moment(one.when),
                "task": visible_record(one.task),
                "settled": show_moment(one.settled_at),
                "answer": one.answer,
            }
            for one in self.execution.difficulties
        ]


class ExtensionsPane(ExecutionPane):
    """Extensions asked for, with what became of each."""

    template = ViewPageTemplateFile("templates/extensions.pt")

    def available(self):
        return bool(self.execution.extensions)

    @property
    def rows(self):
        """list of dict."""
        return [
            {
                "from": show_date(one.previous),
                "until": show_date(one.granted or one.until),
                "reason": one.reason,
                "asked": f"{self.name_of(one.by)}, {show_moment(one.when)}",
                "decision": DECISIONS[one.decision][0],
                "tone": DECISIONS[one.decision][1],
                "answer": one.answer,
                "by": self.name_of(one.decided_by),
            }
            for one in self.execution.extensions
        ]
