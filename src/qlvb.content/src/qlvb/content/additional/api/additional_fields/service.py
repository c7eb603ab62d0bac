"""``@additional-fields`` of an agency: the definition of its own metadata fields, and a new version of it."""

from qlvb.content import _
from qlvb.content.additional.definition import fields_from
from qlvb.content.additional.interfaces import IAdditionalFields
from qlvb.content.answering import AnsweringService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


class AdditionalFieldsGet(AnsweringService):
    """``items``: the fields in force, retired ones too; ``version``; ``versions`` before it, newest first."""

    def answer(self):
        fields = IAdditionalFields(self.context)
        current = fields.current()
        return {
            "@id": f"{self.context.absolute_url()}/@additional-fields",
            "version": current.number,
            "items": [field.as_json() for field in current.fields],
            "versions": [
                {"number": one.number, "by": one.by, "when": one.when.isoformat(), "fields": len(one.fields)}
                for one in fields.versions()
            ],
        }


class AdditionalFieldsPut(AdditionalFieldsGet):
    """``{"version": the number that was seen, "items": [...]}``: all fields anew; a known one may be retired, not left
    out.
    """

    def answer(self):
        body = self.body()
        fields, violations = fields_from(body.get("items"))
        if not isinstance(body.get("version"), int):
            text = _("violation_additional_version", default="Cần gửi “version”: phiên bản đã xem.")
            violations.append(Violation("version", "field_missing", text))
        if violations:
            raise Refused(violations)
        IAdditionalFields(self.context).save(fields, self.userid, body["version"])
        return super().answer()
