"""An attempt at signing that failed at once is kept too: nothing is lost with the answer to the request."""

from AccessControl import getSecurityManager
from qlvb.content.interfaces import IRecord
from qlvb.workflows.acts.faster import split_envelope
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.interfaces import IRefusalKeeper
from qlvb.workflows.signqueue.causes import first_cause
from qlvb.workflows.signqueue.interfaces import IAwaitsSignature
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.component import adapter
from zope.interface import implementer


#: Act that a person does -> the act that signs.
SIGNING = {"sign": "sign", "fast_approve": "sign", "sign_note": "sign_note"}
#: The act that does what has failed once more.
AGAIN = "sign_again"


@implementer(IRefusalKeeper)
@adapter(IRecord)
class SigningRefusals:
    """See IRefusalKeeper."""

    def __init__(self, record):
        self.record = record

    def keep(self, act_id, data, violations):
        """See IRefusalKeeper. Input that was wrong and turns that have passed are no attempts; what the worker has in
        hand goes on.
        """
        awaited, cause = IAwaitsSignature(self.record, None), first_cause(violations)
        orders, given = ISigningOrders(self.record), split_envelope(data)[1]
        former = orders.live() if act_id == AGAIN else None
        name = former.act if former is not None else SIGNING.get(act_id)
        if name is None or cause is None or awaited is None or not awaited.person():
            return False
        act, under_way = IActs(self.record).get(name), orders.live()
        if act is None or act.basic_violations() or (under_way is not None and under_way.state == "queued"):
            return False
        fields = set(act.schema) if act.schema is not None else set()
        given = {**(former.data if former is not None else {}), **given}
        given = {name: value for name, value in given.items() if name in fields}
        person = getSecurityManager().getUser().getId()
        orders.note_failure(person, name, given, cause.code, cause.message)
        self.record.reindexObject()
        return True
