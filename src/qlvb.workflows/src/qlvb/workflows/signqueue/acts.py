"""Ordering signatures, and ordering them again."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.outgoing.signing import Sign
from qlvb.workflows.signqueue.causes import NEXT_STEPS
from qlvb.workflows.signqueue.interfaces import ISigningOrders


class OrderSigning(Sign):
    """Ký số by the worker: what bulk signing does for each record. Who may, when and in what capacity is as when
    signing at once; what can go wrong with key or file is found by the worker and kept with its cause.
    """

    id = "order_signing"
    title = _("act_order_signing", default="Đưa vào hàng đợi ký")
    description = _("act_order_signing_help", default="Hệ thống ký lần lượt; kết quả xem ở ô Ký số.")
    conflict_codes = Sign.conflict_codes | {"signing_underway"}
    stand_in = ""
    local = False  # the worker has no device

    def relevant(self):
        """Never offered by itself."""
        return False

    def rules(self, data):
        order = ISigningOrders(self.record).live()
        if order is not None and order.state == "queued":
            yield underway(self)
            return
        yield from (violation for violation in super().rules(data) if violation.code not in NEXT_STEPS)

    def execute(self, data):
        order = ISigningOrders(self.record).order(self.actor.userid, "sign", data)
        return {"signing": order.state, "order": order.id}

    def detail(self, data, result):
        return result


def underway(act):
    """The violation when the worker has an order already."""
    message = _("violation_signing_underway", default="Văn bản đang ở hàng đợi ký, hãy chờ kết quả.")
    return act.violation("signing_underway", message)


class SignAgain(Act):
    """Ký lại: the same order once more, with the file as it is."""

    id = "sign_again"
    title = _("act_sign_again", default="Ký lại")
    description = _("act_sign_again_help", default="Ký lại với chính tệp này, sau khi đã xử lý nguyên nhân thất bại.")
    permission = "View"
    emphasis = "primary"
    order = 4
    conflict_codes = Act.conflict_codes | {"signing_underway", "nothing_failed", *NEXT_STEPS}

    @property
    def failed(self):
        """The failed ISigningOrder of the current user, or None."""
        order = ISigningOrders(self.record).live()
        me = getSecurityManager().getUser().getId()
        return order if order is not None and order.state == "failed" and order.person == me else None

    def relevant(self):
        return super().relevant() and self.failed is not None

    def rules(self, data):
        order = ISigningOrders(self.record).live()
        if order is not None and order.state == "queued":
            return [underway(self)]
        if self.failed is None:
            message = _("violation_nothing_failed", default="Không có lần ký thất bại nào của anh/chị để ký lại.")
            return [self.violation("nothing_failed", message)]
        act = IActs(self.record).get(self.failed.act)
        if basic := act.check():
            return basic
        values, violations = convert(act.schema, dict(self.failed.data), self.record, act.defaults())
        return violations or act.check(values)

    def execute(self, data):
        former = self.failed
        order = ISigningOrders(self.record).order(former.person, former.act, former.data)
        return {"signing": order.state, "order": order.id, "former": former.id}

    def detail(self, data, result):
        return result
