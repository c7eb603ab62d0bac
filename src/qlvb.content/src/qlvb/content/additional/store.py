"""The additional fields of an agency, version by version."""

from persistent.list import PersistentList
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.additional.definition import NONE_YET
from qlvb.content.additional.definition import FieldsVersion
from qlvb.content.additional.definition import definition_violations
from qlvb.content.additional.interfaces import IAdditionalFields
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.content.additional"


@implementer(IAdditionalFields)
@adapter(IAgency)
class AdditionalFields:
    """See IAdditionalFields."""

    def __init__(self, agency):
        self.agency = agency

    @property
    def _kept(self):
        return IAnnotations(self.agency).get(ANNOTATION, ())

    def current(self):
        kept = self._kept
        return kept[-1] if kept else NONE_YET

    def versions(self):
        return list(reversed(self._kept))

    def save(self, fields, by, expected=None):
        current = self.current()
        if expected is not None and expected != current.number:
            text = _("violation_additional_changed", default="Người khác vừa sửa các trường này: hãy xem lại rồi lưu.")
            raise Refused(Violation("version", "someone_was_faster", text), 409)
        violations = definition_violations(current, fields)
        if violations:
            raise Refused(violations)
        if tuple(fields) == current.fields:
            return current
        version = FieldsVersion(current.number + 1, tuple(fields), by, clock.now())
        kept_under(self.agency, ANNOTATION, PersistentList).append(version)
        return version
