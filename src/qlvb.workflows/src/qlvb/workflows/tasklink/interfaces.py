"""The link with the province's system of tasks, and what went to and fro about one task."""

from qlvb.workflows.links.interfaces import ISystemLink
from zope.interface import Attribute
from zope.interface import Interface


class ITaskLink(ISystemLink):
    """Utility: the site's link, with the numbers that are known; its records are tasks."""

    def task(number):
        """The Task with this number of the province, whoever may see it, or None."""

    def remember(number, uid):
        """``uid`` is the task of this number from now on."""


class IExchange(Interface):
    """What went to and fro about one task: persistent object in an annotation, read by ``exchange_of``."""

    reports = Attribute("Report, oldest first")
    answered = Attribute("mapping: id of a message of the province -> what it was answered (dict)")
    revision = Attribute("int: revision of the task as the province gave it last")
    progress = Attribute("int: percent that was reported last")
    changed = Attribute("datetime of the province's last word, or None")
