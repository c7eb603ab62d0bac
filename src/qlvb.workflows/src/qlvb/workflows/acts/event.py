"""The event after an act."""

from qlvb.workflows.acts.interfaces import IActPerformed
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IActPerformed)
class ActPerformed(ObjectEvent):
    """``record`` has seen ``act`` by ``actor`` with ``data``; ``result`` is what the caller gets."""

    def __init__(self, record, act, data, actor, result):
        super().__init__(record)
        self.record = record
        self.act = act
        self.data = data
        self.actor = actor
        self.result = result
