"""KÝ SỐ: Cần ký, Đang xử lý, Thất bại (product/screens 2.2)."""

from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IRecord
from qlvb.workflows.signqueue.causes import next_step
from qlvb.workflows.signqueue.interfaces import IAwaitsSignature
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


NEEDED, RUNNING, FAILED = "signing.needed", "signing.running", "signing.failed"


def seats(awaited, order_state, orderer):
    """Pairs (box, principal) (pure function): a record stands in one of the boxes of whoever's turn it is, and of
    whoever signs in his place.

    >>> seats("ha", "", ""), seats("ha", "queued", "kien")
    ([('signing.needed', 'ha')], [('signing.running', 'ha'), ('signing.running', 'kien')])
    """
    box = {"queued": RUNNING, "failed": FAILED}.get(order_state, NEEDED)
    people = [awaited] if box == NEEDED else sorted({awaited, orderer})
    return [(box, person) for person in people if person]


@implementer(IBoxTokens)
@adapter(IRecord)
class SigningTokens:
    """See :func:`seats`."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        awaited = IAwaitsSignature(self.record, None)
        person = awaited.person() if awaited is not None else ""
        if not person:
            return []
        order = ISigningOrders(self.record).live()
        state, orderer = (order.state, order.person) if order is not None else ("", "")
        return [f"{box}|{who}" for box, who in seats(person, state, orderer)]


@implementer(IRowFacts)
@adapter(IRecord)
class SigningFacts:
    """Why a signature failed, and what to do about it."""

    def __init__(self, record):
        self.record = record

    def facts(self):
        """See IRowFacts."""
        order = ISigningOrders(self.record).live()
        if order is None or order.state != "failed":
            return {}
        cause, step = (translate(one, target_language="vi") for one in (order.cause, next_step(order.code)))
        return {"signing_cause": cause, "signing_next": step}
