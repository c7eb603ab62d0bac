"""Packages of a dossier over REST: asked for, looked at, fetched, deleted."""

from qlvb.content import _
from qlvb.content.answering import PathService
from qlvb.content.packages.fields import fields_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.packages.access import current
from qlvb.workflows.packages.answering import EntriesGet
from qlvb.workflows.packages.answers import package_json
from qlvb.workflows.packages.answers import send_package
from qlvb.workflows.packages.certificate import FIELDS
from qlvb.workflows.packages.interfaces import IDossierPackages


#: What a request may say beside ``kind``.
OPTIONS = ("order", "agreement", "to_historical", *(field.name for field in fields_of("DIP.EAD")), *FIELDS)
LONGEST = 2000


class PackagesGet(EntriesGet):
    """The packages of the dossier, the newest first, with their hashes and validation reports; ``@packages/<id>`` one
    of them, ``@packages/<id>/file`` its bytes.
    """

    name = "@packages"

    @property
    def packages(self):
        return IDossierPackages(self.context)

    def shown(self, entry):
        return package_json(self.context, entry, self.request)

    def stream(self, entry_id):
        return send_package(self.context, entry_id, self.request)


class PackagesPost(PathService):
    """Have a package made: ``{"kind": "SIP"}`` (or AIP, DIP, export); for a SIP also ``order`` (number in the
    transfer), ``agreement`` (code of the transfer request), ``to_historical``; for a DIP the fields of the request
    (``requestID``, ``requestDate``, ``purpose`` …) and of its certificate (``receiver``, ``receiverIdentity``,
    ``validUntil``, ``copies``). The worker makes it; 202. With ``Idempotency-Key`` a repeated
    request gives the first package.
    """

    def answer(self):
        body = dict(self.body())
        kind = body.pop("kind", "")
        options = {name: value for name, value in body.items() if value not in (None, "")}
        wrong = [name for name, value in options.items() if name not in OPTIONS or not _fits(value)]
        if wrong or not isinstance(kind, str):
            text = _(
                "violation_package_option",
                default="Không có tùy chọn này, hoặc giá trị không phải chuỗi ngắn: ${names}.",
                mapping={"names": ", ".join(sorted(wrong) or ["kind"])},
            )
            raise Refused(Violation(wrong[0] if wrong else "kind", "option_unknown", text))
        entry = IDossierPackages(self.context).ask(kind, current(), options, self.key or "")
        self.request.response.setStatus(202)
        result = package_json(self.context, entry, self.request)
        self.request.response.setHeader("Location", result["@id"])
        return result


class PackagesDelete(PathService):
    """Delete a package that was made, or call off one that waits or is being made; one that was received stays; 204."""

    def answer(self):
        IDossierPackages(self.context).remove(self.path[0] if self.path else "", current())
        return self.reply_no_content()


def _fits(value):
    return value is True or (isinstance(value, str) and len(value) <= LONGEST)
