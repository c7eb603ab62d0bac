"""Asking for a message that tries the gateway out."""

from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.sms.interfaces import ISmsGateway
from qlvb.workflows.sms.sending import NO_NUMBER
from qlvb.workflows.sms.sending import TRIAL
from qlvb.workflows.sms.sending import number_of
from zope.component import getUtility


def ask_for_trial(agency):
    """The IJob that sends a message over the gateway of ``agency`` (IAgency) to the current user; pressed twice, the
    one that is still under way.

    :raises Refused: 409 the gateway is off, or the person has no mobile number.
    """
    userid = api.user.get_current().getId()
    if not ISmsGateway(agency).enabled:
        text = _("sms_trial_off", default="Cổng tin nhắn chưa bật, hoặc máy chủ chưa được cho phép.")
        raise Refused(Violation("enabled", "gateway_off", text), status=409)
    if not number_of(userid):
        raise Refused(Violation("", "no_number", NO_NUMBER), status=409)
    jobs, params = IJobs(getUtility(IDesks).open(userid).__of__(api.portal.get())), {"agency": agency.getId()}
    live = (job for job in jobs.all() if job.kind == TRIAL and job.state in ("queued", "running"))
    known = next((job for job in live if job.params == params), None)
    return known or jobs.enqueue(TRIAL, clock.now().isoformat(), params, owner=userid)
