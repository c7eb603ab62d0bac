"""What is said of a record whose signature is ordered or has failed."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.signqueue.causes import next_step
from zope.component import getUtility
from zope.i18nmessageid import Message


BEING_SIGNED = _("standing_being_signed", default="Đang ký số: ${person} yêu cầu lúc ${when}.")
NOT_SIGNED = _("standing_not_signed", default="Ký số thất bại lúc ${when} (${person}): ${cause} ${next}")


def of_order(order):
    """The sentence about a signature that is ordered or has failed, or None."""
    if order is None:
        return None
    when = show_moment(order.ended or order.asked)
    mapping = {"person": getUtility(IDirectory).person(order.person).fullname, "when": when}
    if order.state == "queued":
        return Message(BEING_SIGNED, mapping=mapping)
    return Message(NOT_SIGNED, mapping={**mapping, "cause": order.cause, "next": next_step(order.code)})
