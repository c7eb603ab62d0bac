"""The site's link with the province's system of tasks, with the numbers of tasks that are known."""

from plone.app.uuid.utils import uuidToObject
from qlvb.workflows.links.link import LinkRegister
from qlvb.workflows.links.link import SystemLink
from qlvb.workflows.links.link import tree
from qlvb.workflows.outbox.sealing import Seal
from qlvb.workflows.tasklink.interfaces import ITaskLink
from zope.interface import implementer


#: Role that the province's account has in the site, and nobody else.
ROLE = "ProvinceTaskSystem"


class Register(LinkRegister):
    """What the site keeps; ``numbers`` number -> UID."""

    def __init__(self, values):
        super().__init__(values)
        self.numbers = tree()


@implementer(ITaskLink)
class TaskLink(SystemLink):
    """See ITaskLink."""

    annotation = "qlvb.tasklink"
    seal = Seal("tasklink.key", "QLVB_TASKLINK_KEY")
    role = ROLE
    register_class = Register

    def task(self, number):
        register = self._register
        uid = register.numbers.get(number) if register is not None and number else None
        return uuidToObject(uid, unrestricted=True) if uid else None

    def remember(self, number, uid):
        self._kept().numbers[number] = uid
