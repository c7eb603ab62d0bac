"""No attempt at signing is lost: one on a person's own machine is kept like one with the provider's key (features C7).

What the site refuses it knows itself; what goes wrong on the machine the page tells, which began the signing.
"""

from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
from qlvb.workflows.acts.interfaces import IRefusalKeeper
from qlvb.workflows.localsigning.refusals import ON_MACHINE
from qlvb.workflows.localsigning.refusals import RULE
from qlvb.workflows.localsigning.refusals import refusal
from qlvb.workflows.rights.caching import forget_roles
from zope.component import getAdapters
from zope.i18nmessageid import Message


#: As much of what a service says as people read.
LONGEST_REMARK = 200


def keep_attempt(ticket, violations):
    """Keep a signing that failed with the record, for the lists of who began it; bool: a room has kept it.

    ``violations``: why. What was refused because the turn has passed, or of a record that is gone, is not kept.
    """
    record = uuidToObject(ticket.record_uid, unrestricted=True)
    if record is None or api.user.get(userid=ticket.userid) is None:
        return False
    try:
        with api.env.adopt_user(username=ticket.userid):
            forget_roles()
            keepers = [keeper for _name, keeper in getAdapters((record,), IRefusalKeeper)]
            kept = [keeper.keep(ticket.act, ticket.data, violations) for keeper in keepers]
            return any(kept)
    finally:
        forget_roles()


def fail(ticket, code, remark=""):
    """The signing has ended on the machine: ``code`` is one of ``refusals.ON_MACHINE``, ``remark`` what the service
    there said. One that has ended already stays as it ended.

    :raises Refused: 400 ``local_cause_unknown``.
    """
    if not isinstance(code, str) or code not in ON_MACHINE:
        raise refusal("local_cause_unknown", "failed")
    if ticket.state != "waiting":
        return
    said = " ".join(nfc(str(remark or "")).split())[:LONGEST_REMARK].rstrip(" .")
    told = Message(ON_MACHINE[code], mapping={"remark": said or "…"})
    ticket.end("refused", [Violation("", code, told, RULE)])
    keep_attempt(ticket, ticket.violations)
