"""What a rule says when it is not met: one shape for form, REST, bulk action, worker and import."""

from dataclasses import asdict
from dataclasses import dataclass
import logging
from qlvb.content import _
import re
from zope.globalrequest import getRequest
from zope.i18n import translate


OUT_OF_REACH = 503
#: The address in a message, as the forms' script knows it, too.
_ADDRESS = re.compile(r" \((https?://[^\s)]+)\)")
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Violation:
    """One rule that is not met.

    ``field`` names the input or record field concerned ("" = the record as a whole), ``code`` is a stable machine word,
    ``message`` a message id of the domain qlvb, ``rule`` the source (for example ``NĐ 30/2020 Điều 15``) or "".
    """

    field: str
    code: str
    message: str
    rule: str = ""

    def as_json(self, request=None):
        """dict of str, the message in the language of the request."""
        data = asdict(self)
        data["message"] = translate(self.message, context=request or getRequest())
        return data

    def for_page(self, request):
        """dict of str for templates: as_json, with the address that the message ends with apart (``url``, or "")."""
        data = self.as_json(request)
        found = _ADDRESS.search(data["message"])
        url = found[1] if found else ""
        return {**data, "message": _ADDRESS.sub("", data["message"], count=1), "url": url}


class Refused(Exception):
    """An act or a change that the rules do not allow; carries every violation found, never only the first.

    ``status`` is the HTTP status that fits: 400 for bad input, 403 for a missing right, 409 when the record is not
    where the person thought it was, 503 when something needed is out of reach.
    """

    def __init__(self, violations, status=400):
        if isinstance(violations, Violation):
            violations = [violations]
        self.violations = list(violations)
        self.status = status
        super().__init__("; ".join(f"{v.field}:{v.code}" for v in self.violations))


def unknown_fields(values, known):
    """One violation for each of the names ``values`` that is none of ``known``: list."""
    return [
        Violation(
            str(name)[:80],
            "field_unknown",
            _("violation_search_field", default="Không có trường “${name}”.", mapping={"name": str(name)[:80]}),
        )
        for name in values
        if name not in known
    ]


def refused_response(request, refused):
    """The JSON body for a :class:`Refused`, its status set on the response; used by every REST service.

    What is out of reach is logged as well: it is for whoever runs the site to see to.

    Shape: ``{"error": {"type": code of the first, "message": their messages in one sentence, "violations": [...]}}``.
    """
    request.response.setStatus(refused.status)
    if refused.status == OUT_OF_REACH:
        logger.warning("%s: %s", request.get("PATH_INFO"), refused, exc_info=refused)
    violations = [violation.as_json(request) for violation in refused.violations]
    return {
        "error": {
            "type": violations[0]["code"] if violations else "refused",
            "message": " ".join(violation["message"] for violation in violations),
            "violations": violations,
        }
    }
