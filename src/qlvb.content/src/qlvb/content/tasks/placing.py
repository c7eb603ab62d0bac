"""Where a new task is put."""

from plone.dexterity.utils import createContent
from qlvb.content.documents.periods import put_by_month
from qlvb.content.documents.periods import section_of_kind


def tasks_section(agency_id):
    """The section of an agency for its tasks. :raises Refused: 400 unknown agency."""
    return section_of_kind(agency_id, "tasks")


def store_task(agency_id, values, by, moment):
    """Put a task with checked ``values`` (field -> Python value) into its month and return it."""
    task = createContent("Task")
    for name, value in values.items():
        setattr(task, name, value)
    return put_by_month(tasks_section(agency_id), task, by, moment)
