"""Ordering signatures, and ordering them again."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.registry import carry_out
from qlvb.workflows.localsigning.interfaces import ISignsLocally
from qlvb.workflows.localsigning.route import ILocalTick
from qlvb.workflows.localsigning.route import brought
from qlvb.workflows.localsigning.route import is_on_device
from qlvb.workflows.localsigning.route import one_by_one
from qlvb.workflows.outgoing.signing import Sign
from qlvb.workflows.signqueue.causes import NEXT_STEPS
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.interface import implementer


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
        if is_on_device(self.agency.id, "approve", userid=self.actor.userid):
            yield one_by_one()
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


@implementer(ISignsLocally)
class SignAgain(Act):
    """Ký lại: the same order once more, with the file as it is; what failed on the person's machine there again."""

    id = "sign_again"
    title = _("act_sign_again", default="Ký lại")
    description = _("act_sign_again_help", default="Ký lại với chính tệp này, sau khi đã xử lý nguyên nhân thất bại.")
    permission = "View"
    emphasis = "primary"
    order = 4
    conflict_codes = Act.conflict_codes | {"signing_underway", "nothing_failed", *NEXT_STEPS}

    @property
    def schema(self):
        """What failed on the person's own machine may be signed there again, where the route is still on."""
        return ILocalTick if self._is_local else None

    @property
    def _is_local(self):
        act = self._act
        return act is not None and bool(self.failed.data.get("vgca")) and "vgca" in (act.schema or ())

    @property
    def _act(self):
        """The act that signs, None where nothing has failed."""
        return IActs(self.record).get(self.failed.act) if self.failed is not None else None

    def defaults(self):
        return {"vgca": True} if self._is_local else {}

    def local_sheets(self, data):
        """See ISignsLocally: those of the act that failed."""
        values, _violations = self._values(data)
        return self._act.local_sheets(values)

    def _values(self, data):
        """(input, violations) of the act that failed, by the route that is chosen now."""
        act = self._act
        given = {**self.failed.data, **({"vgca": bool(data.get("vgca"))} if self._is_local and data else {})}
        known = {name: value for name, value in given.items() if name in (act.schema or ())}
        return convert(act.schema, known, self.record, act.defaults())

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
        act = self._act
        if (basic := act.check()) or (self._is_local and data is None):
            return basic
        values, violations = self._values(data)
        return violations or act.check(values)

    def execute(self, data):
        former = self.failed
        values, _violations = self._values(data)
        if brought():
            return {**carry_out(self.record, self._act, values), "former": former.id}
        order = ISigningOrders(self.record).order(former.person, former.act, values)
        return {"signing": order.state, "order": order.id, "former": former.id}

    def detail(self, data, result):
        return result
