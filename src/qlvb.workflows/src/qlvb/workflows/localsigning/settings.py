"""What the administrator of the system sets: whether people may sign on their own machines, where, and for what."""

from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.localsigning.address import DEFAULT
from qlvb.workflows.localsigning.address import address_of
from qlvb.workflows.localsigning.address import is_function
from qlvb.workflows.localsigning.interfaces import PURPOSES
from qlvb.workflows.localsigning.interfaces import QUESTIONS
from qlvb.workflows.localsigning.interfaces import ILocalService
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.component import queryUtility


ANNOTATION = "qlvb.local_signing"
FIELDS = ("on", "address", "agencies", "functions")
SERVICE = "vgca"


class LocalSigningSettings:
    """The site's settings. Off until somebody switches it on."""

    @property
    def _kept(self):
        site = queryUtility(IPloneSiteRoot)
        return (IAnnotations(site).get(ANNOTATION) if site is not None else None) or {}

    @property
    def on(self):
        """bool: the route is there for somebody."""
        return bool(self._kept.get("on"))

    @property
    def address(self):
        """str: where the service listens on each machine."""
        return self._kept.get("address") or DEFAULT

    @property
    def agencies(self):
        """tuple of ids of the agencies whose people may; () = all of them."""
        return tuple(self._kept.get("agencies") or ())

    @property
    def functions(self):
        """dict purpose or question -> name of the service's function, "" where it is not to be used."""
        return {**getUtility(ILocalService, name=SERVICE).functions(), **self._kept.get("functions", {})}

    def offers(self, agency_id, purpose):
        """bool: in this agency files may be signed for ``purpose`` on one's own machine."""
        if not self.on or (self.agencies and agency_id not in self.agencies):
            return False
        return bool(self.functions[purpose])

    def url(self, what):
        """Address of the function for a purpose or question, "" where it is not to be used."""
        name = self.functions[what]
        return f"{self.address}/{name}" if name else ""

    def as_json(self):
        """dict of JSON values."""
        return {
            "on": self.on,
            "address": self.address,
            "agencies": list(self.agencies),
            "functions": self.functions,
        }

    def change(self, values):
        """Keep any of on, address, agencies, functions. :raises Refused: 400, all mistakes."""
        new = {**self.as_json(), **{name: values[name] for name in FIELDS if name in values}}
        violations = unknown_fields(values, FIELDS) + list(_faults(new))
        if violations:
            raise Refused(violations)
        annotations = IAnnotations(getUtility(IPloneSiteRoot))
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = PersistentMapping()
        annotations[ANNOTATION].update(
            on=new["on"],
            address=address_of(new["address"]),
            agencies=tuple(new["agencies"]),
            functions={**self.functions, **new["functions"]},
        )


def _faults(new):
    if not isinstance(new["on"], bool):
        message = _("violation_local_on", default="“Cho phép ký trên máy người dùng” phải là có hoặc không.")
        yield Violation("on", "on_wrong", message)
    if not isinstance(new["address"], str) or address_of(new["address"]) is None:
        message = _(
            "violation_local_address",
            default="Địa chỉ dịch vụ ký phải ở chính máy của người dùng: wss://127.0.0.1:cổng (hoặc ws://, localhost).",
        )
        yield Violation("address", "address_wrong", message)
    known = {agency.id for agency in getUtility(IDirectory).agencies()}
    if not isinstance(new["agencies"], list) or not set(map(str, new["agencies"])) <= known:
        message = _("violation_local_agencies", default="Có cơ quan không nằm trong danh mục cơ quan.")
        yield Violation("agencies", "agency_unknown", message)
    functions, names = new["functions"], {*PURPOSES, *QUESTIONS}
    if not isinstance(functions, dict) or any(
        name not in names or not isinstance(word, str) or (word and not is_function(word))
        for name, word in functions.items()
    ):
        message = _(
            "violation_local_functions",
            default="Tên hàm của dịch vụ ký chỉ gồm chữ cái, chữ số, gạch ngang, gạch dưới; để trống nếu không dùng.",
        )
        yield Violation("functions", "function_wrong", message)
