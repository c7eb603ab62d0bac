"""How tasks come into being, and what happened to them since."""

from qlvb.content import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface


#: States in which a task is not done with.
OPEN_STATES = ("assigned", "in_progress", "to_approve", "to_extend", "to_close", "paused", "returned")
#: States in which whoever carries it out has it on his desk.
EXECUTING_STATES = ("in_progress", "to_approve", "to_extend", "to_close", "paused")


class ITaskFactory(Interface):
    """Utility: the one way in which tasks come into being; form, acts, REST, minutes and templates use it."""

    def check(agency_id, fields, by, source=None):
        """list of Violation; writes nothing. Arguments as of :meth:`create`."""

    def create(agency_id, fields, by, source=None, origin=None):
        """Give a task and return it (Task).

        ``agency_id``: agency in the name of which it is given. ``fields``: dict with ``subject`` and, optional,
        ``leads`` (tokens of executors, see IExecutor), ``coordinators`` (tokens), ``deadline`` (date) or
        ``working_days`` (int), ``request``, ``product``, ``urgency``, ``secrecy``, ``report_back`` (bool),
        ``quotation``, ``page``, ``parent`` (UID), ``kind``, ``template``. ``by``: userid. ``source``: the document or
        record it comes from. With several leads an instruction comes back that has a task for each of them below it.

        ``origin``: dict ``province_number``, ``province_document``, ``province_url`` of a task of the province's
        system; whom that may give work to is not judged. An empty one: somebody else has judged it.

        :raises Refused: 400 with one violation per fault, 403 when ``by`` may not give work to one of them.
        """


class IExecution(Interface):
    """What happened to a task: persistent object in an annotation, read by ``execution_of``."""

    drafts = Attribute("UIDs of the documents that were drafted for it")
    level = Attribute("whose approval is awaited: unit, assigner or ''")
    reports = Attribute("Report, oldest first")
    extensions = Attribute("Extension, oldest first")
    difficulties = Attribute("Difficulty, oldest first")
    chases = Attribute("Chase, oldest first")
    accepted_at = Attribute("datetime or None")
    reason = Attribute("why it was returned, paused, proposed to be closed or not approved; '' when that is over")
    reason_by = Attribute("userid")
    seen_at = Attribute("datetime at which the assigner has last looked at the reports, or None")


class ITaskSettings(Interface):
    """Adapter of an agency: what it decides about the tasks it gives. Days are working days."""

    most_extensions = schema.Int(
        title=_("task_settings_most_extensions", default="Số lần gia hạn tối đa"), min=0, max=20, default=2
    )
    longest_extension = schema.Int(
        title=_("task_settings_longest_extension", default="Mỗi lần gia hạn tối đa (ngày làm việc)"),
        min=1,
        max=365,
        default=30,
    )
    ask_before = schema.Int(
        title=_("task_settings_ask_before", default="Phải đề nghị trước hạn ít nhất (ngày làm việc)"),
        description=_("task_settings_ask_before_help", default="0: được đề nghị đến hết ngày hạn"),
        min=0,
        max=60,
        default=0,
    )
    ask_late = schema.Bool(
        title=_("task_settings_ask_late", default="Cho đề nghị gia hạn cả khi đã quá hạn"), required=False, default=True
    )
    remind_before = schema.List(
        title=_("task_settings_remind_before", default="Nhắc trước hạn (ngày làm việc)"),
        value_type=schema.Int(min=0, max=60),
        required=False,
        default=[3, 1, 0],
        missing_value=[],
        max_length=10,
    )
    chase_after = schema.List(
        title=_("task_settings_chase_after", default="Đôn đốc sau hạn (ngày làm việc)"),
        value_type=schema.Int(min=1, max=365),
        required=False,
        default=[1, 3, 7],
        missing_value=[],
        max_length=10,
    )
    tell_assigner = schema.Bool(
        title=_("task_settings_tell_assigner", default="Báo cả người giao khi quá hạn"), required=False, default=True
    )

    def values():
        """dict field -> value."""

    def change(raw):
        """Keep ``raw`` (JSON-like values of some or all fields). :raises Refused: 400, one violation per fault."""


class IJobTemplates(Interface):
    """Adapter of an agency: its standard jobs and those of its units."""

    def all():
        """By unit and title: list of JobTemplate (``id``, ``title``, ``steps``, ``unit``)."""

    def of(userid):
        """Those of the agency and of the person's units, or all that he may write: list of JobTemplate."""

    def writable(userid):
        """Whose standard jobs the person may write: list of department ids, with "" for the agency. Whoever manages
        steering writes all, the head of a unit those of his unit.
        """

    def get(template_id):
        """JobTemplate, or None."""

    def put(title, steps, template_id="", unit="", by=None):
        """Keep a template and return it (JobTemplate); ``steps`` are dicts ``subject``, ``executor`` (token),
        ``working_days``, ``product``; ``unit``: id of a department, all of whose steps lie in it. ``by``: userid, None
        for the system.

        :raises Refused: 400 with every fault, 403 it is not his to write.
        """

    def hand_on(units, heir):
        """Give the department ``heir`` the standard jobs of ``units`` (ids), whoever asks: int, how many."""

    def remove(template_id, by=None):
        """Forget it; jobs that were started go on. :raises Refused: 404 unknown, 403 it is not his to write."""

    def start(template_id, by, subject=""):
        """Begin the job: a task of ``by`` with a subtask for each step. Returns the task on top.

        :raises Refused: 404 unknown, 400 and 403 as of ITaskFactory.create; then nothing is begun.
        """
