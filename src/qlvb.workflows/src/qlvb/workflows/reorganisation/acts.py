"""What is done with a plan: drafted, changed, tried, confirmed, withdrawn, set going again; and its agency's code.

A plan is no record of an agency, so these are no acts of records: form and REST both call them here.
"""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.schema import IAgencySchema
from qlvb.content.reorganisation.interfaces import CONFIRMED
from qlvb.content.reorganisation.interfaces import DONE
from qlvb.content.reorganisation.interfaces import DRAFT
from qlvb.content.reorganisation.interfaces import REVERSIBLE
from qlvb.content.reorganisation.interfaces import RULE
from qlvb.content.reorganisation.interfaces import TRIAL
from qlvb.content.reorganisation.interfaces import WITHDRAWN
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.reorganisation.reading import read_change
from qlvb.content.reorganisation.rules import LONGEST_DECISION
from qlvb.content.reorganisation.rules import mistakes
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.reorganisation import asking
from qlvb.workflows.reorganisation.scope import known_to
from qlvb.workflows.reorganisation.trial import findings
from qlvb.workflows.reorganisation.trial import obstacles
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import ValidationError


def draft(values, by, key=""):
    """A new plan. ``values`` as of :func:`~qlvb.content.reorganisation.reading.read_change`; the same ``key`` again
    gives the first one.

    :raises Refused: 400 with every mistake.
    """
    return getUtility(IReorganisations).add(_checked(values), by, key)


def change(number, values, by):
    """Say anew what is planned; a dry run before counts no longer. :raises Refused: 400, 404, 409 it is confirmed."""
    plan = _reversible(number)
    plan.change = _checked(values)
    plan.state, plan.trial = DRAFT, None
    plan.note(by, "changed")
    return plan


def try_out(number, by):
    """The dry run: nothing but the plan's own note of it is written. :raises Refused: 404, 409, 503 no index."""
    plan = _reversible(number)
    wrong = [*mistakes(plan.change, known_to(plan.change.agency)), *obstacles(plan.change, plan.id)]
    plan.trial = (clock.now(), findings(plan.change), tuple(wrong))
    plan.state = TRIAL
    plan.note(by, "tried")
    return plan


def confirm(number, by):
    """The worker carries it out on its day.

    :raises Refused: 404; 409 it was not tried, or something stands against it.
    """
    plan = _reversible(number)
    if plan.state != TRIAL:
        message = _("reorganisation_not_tried", default="Hãy chạy thử kế hoạch trước khi xác nhận.")
        raise Refused(Violation("", "not_tried", message, RULE), 409)
    if wrong := [*mistakes(plan.change, known_to(plan.change.agency)), *obstacles(plan.change, plan.id)]:
        raise Refused(wrong, 409)
    plan.state = CONFIRMED
    plan.note(by, "confirmed")
    asking.ask_for_job(plan, by)
    return plan


def withdraw(number, by):
    """The plan ends without anything done. Also one that is confirmed, until the worker has begun.

    :raises Refused: 404, 409 it has begun, or is withdrawn.
    """
    plan = getUtility(IReorganisations).get(number)
    if plan.state not in (*REVERSIBLE, CONFIRMED):
        raise _too_late()
    plan.state = WITHDRAWN
    plan.note(by, "withdrawn")
    return plan


def retry(number, by):
    """Go on with one whose job has failed. :raises Refused: 404, 409 it has not failed."""
    plan = getUtility(IReorganisations).get(number)
    asking.retry(plan, by)
    plan.note(by, "retried")
    return plan


def settle_code(number, values, by):
    """Write down what became of the agency's code: ``identifier`` ("" it keeps the one it has) by the ``decision``.

    The former code goes on leading to the agency. :raises Refused: 400, 404, 409 it is settled, or not done yet.
    """
    plan = getUtility(IReorganisations).get(number)
    if plan.state != DONE or plan.code_settled is not None:
        message = _("reorganisation_code_settled", default="Kế hoạch này không còn mã định danh chờ cập nhật.")
        raise Refused(Violation("", "code_settled", message, RULE), 409)
    identifier, decision = (_line(values.get(name)) for name in ("identifier", "decision"))
    agency = getUtility(IDirectory).agency_object(plan.change.agency)
    if wrong := [*_code_mistakes(agency, identifier), *_decision_mistakes(decision)]:
        raise Refused(wrong)
    if identifier and identifier != agency.identifier:
        agency.identifier = identifier
        notify(ObjectModifiedEvent(agency))
        agency.reindexObject()
    plan.code_settled = (clock.now(), by, identifier, decision)
    plan.note(by, "code", identifier or agency.identifier)
    return plan


def _code_mistakes(agency, identifier):
    if identifier:
        try:
            IAgencySchema["identifier"].bind(agency).validate(identifier)
        except ValidationError as wrong:
            yield Violation("identifier", "identifier_wrong", wrong.doc(), "QĐ 20/2020/QĐ-TTg Điều 4 đến 6")


def _decision_mistakes(decision):
    if not 0 < len(decision) <= LONGEST_DECISION:
        message = _("reorganisation_code_decision", default="Phải ghi số văn bản cập nhật hoặc giữ nguyên mã.")
        yield Violation("decision", "decision_missing", message, RULE)


def _checked(values):
    found = read_change(values)
    if wrong := mistakes(found, known_to(found.agency)):
        raise Refused(wrong)
    return found


def _reversible(number):
    plan = getUtility(IReorganisations).get(number)
    if plan.state not in REVERSIBLE:
        raise _too_late()
    return plan


def _too_late():
    message = _(
        "reorganisation_too_late", default="Kế hoạch đã xác nhận, đã thực hiện hoặc đã rút: không còn thay đổi được."
    )
    return Refused(Violation("", "wrong_state", message, RULE), 409)


def _line(value):
    return " ".join(nfc(value).split()) if isinstance(value, str) else ""
