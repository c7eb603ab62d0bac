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
from qlvb.workflows.localsigning.preparing import prepare
from qlvb.workflows.localsigning.tickets import find_ticket
from qlvb.workflows.signing.certificates import description
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


class SigningPost(AnsweringService):
    """Prepare a signing on the person's own machine: ``{"act": "sign", "data": {...}}``, the input of the act.

    Answers what the local service is to be asked (``jobs``: url, message), and until when. 409 where the route is off.
    """

    def answer(self):
        body = self.body()
        act, data = body.get("act"), body.get("data", {})
        if not isinstance(act, str) or not isinstance(data, dict):
            message = _("violation_local_request", default="Cần “act” (tên thao tác) và “data” (dữ liệu của thao tác).")
            raise Refused(Violation("act", "act_missing", message))
        ticket, jobs = prepare(self.context, act, data)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Cache-Control", "no-store")
        address = f"{self.context.absolute_url()}/@local-signing/{ticket.id}"
        return {"@id": address, **ticket.as_json(self.request), "jobs": jobs}


class SigningGet(PathService):
    """How far a signing is (``@local-signing/<id>``): waiting, done, refused (and why) or expired; for who began it."""

    def answer(self):
        ticket = find_ticket(self.only_name, self.userid)
        if ticket is None or ticket.record_uid != self.context.UID():
            message = _("violation_local_unknown", default="Không có lần ký này của anh/chị trên văn bản.")
            raise Refused(Violation("", "signing_unknown", message), 404)
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
