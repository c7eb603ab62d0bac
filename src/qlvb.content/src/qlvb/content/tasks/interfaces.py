"""Tasks and where they live.

``Task`` (Dexterity Item) lies in the agency that gave it: ``<agency>/tasks/<year>/<month>/<id>``. Who carries it out
may belong to another agency; rights follow from grants, not from the place. Fields:
:class:`~qlvb.content.tasks.schema.ITaskSchema`.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Attribute
from zope.interface import Interface


class ITask(IRecord):
    """Nhiệm vụ."""


#: ``instruction``: has no executor of its own, its subtasks are carried out by units, each of which reports back;
#: ``difficulty``: somebody is to remove what hinders the task above it.
KINDS = ("task", "instruction", "difficulty")


class IExecutor(Interface):
    """Who is to carry out a task: an agency, a department of it, or a person. As a token: ``snv``, ``snv.ccvc``,
    ``user:vuhaiyen``.
    """

    agency = Attribute("path id of the agency")
    unit = Attribute("id of the department, or ''")
    person = Attribute("userid, or ''")
    token = Attribute("str")
