"""What signs with a key on a device asks for the person at his machine, each time."""

from qlvb.workflows.acts.interfaces import IInPerson
from qlvb.workflows.localsigning.interfaces import ISignsLocally
from qlvb.workflows.localsigning.route import one_by_one
from zope.component import adapter
from zope.interface import implementer


@implementer(IInPerson)
@adapter(ISignsLocally)
class AtOnesMachine:
    """See IInPerson: an act that proposes the local route."""

    def __init__(self, act):
        self.act = act

    def violations(self):
        asks = "vgca" in (self.act.schema or ()) and self.act.defaults().get("vgca")
        return [one_by_one()] if asks else []
