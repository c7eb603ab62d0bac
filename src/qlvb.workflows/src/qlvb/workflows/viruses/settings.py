"""What the administrator of the system sets: where the scanner answers."""

from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content.kept import kept_under
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.viruses.address import address_of
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.virus_scanner"


class ScannerSettings:
    """The site's settings. ``address``: str as typed, "" for no scanner."""

    @property
    def address(self):
        return (IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION) or {}).get("address", "")

    def change(self, values):
        """Keep ``{"address": …}``. :raises Refused: 400, all mistakes."""
        violations = unknown_fields(values, ("address",))
        address = values.get("address", self.address)
        address = address.strip() if isinstance(address, str) else None
        if address is None or (address and address_of(address) is None):
            text = _(
                "violation_scanner_address",
                default="Địa chỉ là đường dẫn của socket (/run/clamav/clamd.ctl) hoặc máy:cổng (127.0.0.1:3310).",
            )
            violations.append(Violation("address", "address_wrong", text))
        if violations:
            raise Refused(violations)
        kept_under(getUtility(IPloneSiteRoot), ANNOTATION, PersistentMapping)["address"] = address
