"""Where a new task is put."""

from DateTime import DateTime
from plone.dexterity.utils import createContent
from qlvb.content import _
from qlvb.content.documents.periods import period_folder
from qlvb.content.documents.periods import put
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from secrets import token_hex
from zope.component import getUtility


SECTION = "tasks"


def tasks_section(agency_id):
    """The section of an agency for its tasks. :raises Refused: 400 unknown agency."""
    agency = getUtility(IDirectory).agency_object(agency_id)
    if agency is None or SECTION not in agency:
        message = _("violation_agency_unknown", default="Không có cơ quan này trong hệ thống.")
        raise Refused(Violation("agency", "agency_unknown", message))
    return agency[SECTION]


def store_task(agency_id, values, by, moment):
    """Put a task with checked ``values`` (field -> Python value) into its month and return it. Ids are random: a
    counter would be written by everybody who creates at the same time.
    """
    task = createContent("Task")
    for name, value in values.items():
        setattr(task, name, value)
    task.creators = (by,)
    task.creation_date = DateTime(moment.isoformat())
    folder = period_folder(tasks_section(agency_id), moment)
    task.id = token_hex(5)
    while folder.has_key(task.id):
        task.id = token_hex(5)
    return put(folder, task)
