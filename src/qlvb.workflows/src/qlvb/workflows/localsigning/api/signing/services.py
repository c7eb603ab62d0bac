"""``POST``, ``GET @local-signing`` of a record; ``POST @local-certificate`` of the site."""

from asn1crypto import x509
import base64
import binascii
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.localsigning.attempts import fail
from qlvb.workflows.localsigning.preparing import prepare
from qlvb.workflows.localsigning.tickets import find_ticket
from qlvb.workflows.signing.certificates import description
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


class SigningPost(PathService):
    """Prepare a signing on the person's own machine: ``{"act": "sign", "data": {...}}``, the input of the act.

    Answers what the local service is to be asked (``jobs``: url, message), and until when. 409 where the route is off.
    ``POST @local-signing/<id>`` with ``{"failed": "local_not_running", "message": "..."}`` ends one that failed on the
    machine (``local_not_running``, ``local_broken``, ``local_timeout``, ``local_refused``, ``local_nothing_came``), or
    that its person has stopped (``local_stopped``): it stays with the failed signatures of the person, with its cause.
    One that is left without a word is kept there when its time is over (``local_abandoned``).
    """

    def answer(self):
        body = self.body()
        if self.path:
            return self.failed(body)
        act, data = body.get("act"), body.get("data", {})
        if not isinstance(act, str) or not isinstance(data, dict):
            message = _("violation_local_request", default="Cần “act” (tên thao tác) và “data” (dữ liệu của thao tác).")
            raise Refused(Violation("act", "act_missing", message))
        ticket, jobs = prepare(self.context, act, data)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Cache-Control", "no-store")
        address = f"{self.context.absolute_url()}/@local-signing/{ticket.id}"
        return {"@id": address, **ticket.as_json(self.request), "jobs": jobs}

    def failed(self, body):
        """What became of the signing: JSON."""
        ticket = own_ticket(self)
        fail(ticket, body.get("failed"), body.get("message"))
        address = f"{self.context.absolute_url()}/@local-signing/{ticket.id}"
        return {"@id": address, **ticket.as_json(self.request)}


def own_ticket(service):
    """The Ticket that the address names. :raises Refused: 404 the person began none of this name on the record."""
    ticket = find_ticket(service.only_name, service.userid)
    if ticket is None or ticket.record_uid != service.context.UID():
        message = _("violation_local_unknown", default="Không có lần ký này của anh/chị trên văn bản.")
        raise Refused(Violation("", "signing_unknown", message), 404)
    return ticket


class SigningGet(PathService):
    """How far a signing is (``@local-signing/<id>``): waiting, done, refused (and why) or expired; for who began it."""

    def answer(self):
        ticket = own_ticket(self)
        address = f"{self.context.absolute_url()}/@local-signing/{ticket.id}"
        return {"@id": address, **ticket.as_json(self.request)}


class CertificateGet(AnsweringService):
    """The certificate bound to the account (or null), and what time it is: a machine whose clock is off cannot sign."""

    def answer(self):
        own = getUtility(IKeyRing).certificate(userid=self.userid)
        address = f"{self.context.absolute_url()}/@local-certificate"
        return {"@id": address, "bound": told(own) if own is not None else None, "now": clock.now().isoformat()}


class CertificatePost(AnsweringService):
    """Is the certificate on the device (``{"certificate": base64 of DER}``) bound to the account, or to its agency?

    Whether its issuer is trusted is judged by the signature itself, which brings the certificates in between.
    """

    def answer(self):
        try:
            der = base64.b64decode("".join(str(self.body().get("certificate", "")).split()), validate=True)
            found = x509.Certificate.load(der, strict=True)
            said = told(found)
        except (binascii.Error, ValueError, TypeError, KeyError) as error:
            message = _("violation_local_certificate", default="Không đọc được chứng thư số mà dịch vụ ký trả về.")
            raise Refused(Violation("certificate", "certificate_unreadable", message)) from error
        ring = getUtility(IKeyRing)
        agencies = {post.agency for post in getUtility(IDirectory).person(self.userid).posts}
        owners = [ring.certificate(userid=self.userid), *(ring.certificate(agency_id=one) for one in agencies)]
        bound = any(one is not None and one.dump() == found.dump() for one in owners)
        return {**said, "bound": bound, "now": clock.now().isoformat()}


def told(certificate):
    """dict of JSON values: what is said of a certificate."""
    said = description(certificate)
    plain = {name: said[name] for name in ("subject", "issuer", "serial", "expired")}
    return {**plain, "valid_from": said["valid_from"].isoformat(), "valid_to": said["valid_to"].isoformat()}
