"""What people read in the forms of acts on tasks before they answer: the deadline, what was asked, who chases."""

from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.interfaces import Effect
from qlvb.workflows.tasks.vocabularies import chase_levels
from zope.component import getUtility


def of_deadline(task, asked=None):
    """tuple of Effect: the deadline that holds, and the Extension ``asked`` for with its reason."""
    found = []
    if task.deadline:
        found.append(Effect(_("preview_deadline", default="Hạn hiện nay"), (show_date(task.deadline),)))
    if asked is not None:
        found.append(Effect(_("preview_asked_until", default="Đề nghị đến"), (show_date(asked.until),)))
        found.append(Effect(_("preview_asked_why", default="Lý do đề nghị"), (asked.reason,)))
    return tuple(found)


def of_chases(chases):
    """tuple of Effect: an Effect for each chasing that waits for an answer, the newest first, in its own words."""
    levels = {term.value: term.title for term in chase_levels()}
    found = []
    for chase in reversed(chases):
        label = _("preview_chase", default="Đôn đốc lần ${number}", mapping={"number": str(chase.number)})
        name = getUtility(IDirectory).person(chase.by).fullname if chase.by != "system" else ""
        head = ", ".join(filter(None, [name, show_moment(chase.when)]))
        found.append(Effect(label, tuple(filter(None, [levels.get(chase.level, chase.level), head, chase.text]))))
    return tuple(found)
