"""``@@additional-fields``: the metadata fields that an agency adds; saving makes a version."""

from plone import api
from qlvb.content import _
from qlvb.content.additional.definition import KINDS
from qlvb.content.additional.definition import MOST_FIELDS
from qlvb.content.additional.definition import TYPES
from qlvb.content.additional.definition import AdditionalField
from qlvb.content.additional.definition import fields_from
from qlvb.content.additional.interfaces import IAdditionalFields
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.people import name_of
from qlvb.content.violations import Refused


KIND_TITLES = {
    "text": _("additional_kind_text", default="Chữ"),
    "number": _("additional_kind_number", default="Số"),
    "date": _("additional_kind_date", default="Ngày"),
    "choice": _("additional_kind_choice", default="Danh sách chọn"),
}
TYPE_TITLES = {
    "OutgoingDocument": _("additional_of_outgoing", default="Văn bản đi"),
    "IncomingDocument": _("additional_of_incoming", default="Văn bản đến"),
    "Dossier": _("additional_of_dossiers", default="Hồ sơ"),
}
#: Fields that stand empty for more.
SPARE = 2


class AdditionalFieldsView(PostedForm):
    """One form over all fields; one without a name that was never saved is passed over."""

    @property
    def fields(self):
        return IAdditionalFields(self.context)

    @property
    def version(self):
        """int: the version that the form was made from."""
        typed = self.value("version")
        return int(typed) if typed.isdecimal() and len(typed) < 10 else self.fields.current().number

    def history(self):
        """Versions, newest first: list of dict."""
        return [
            {"number": one.number, "by": name_of(one.by), "when": show_moment(one.when)}
            for one in self.fields.versions()
        ]

    def blocks(self):
        """The fields as the form shows them, empty ones at the end: list of dict."""
        if self.request.method == "POST":
            shown = [self.typed(place) for place in self.places()]
        else:
            shown = [one.as_json() for one in self.fields.current().fields]
        spare = min(SPARE, MOST_FIELDS - len(shown))
        shown += [AdditionalField("", "").as_json() for _place in range(spare)]
        return [self.block(place, one) for place, one in enumerate(shown)]

    def block(self, place, field):
        """dict of one field: its values, and what may be chosen."""
        current = self.fields.current().field(field["id"])
        kinds = [field["kind"]] if current is not None else KINDS
        return {
            **field,
            "place": place,
            "lines": "\n".join(field["choices"]),
            "kinds": [{"value": kind, "title": KIND_TITLES[kind], "chosen": kind == field["kind"]} for kind in kinds],
            "types": [
                {"value": one, "title": TYPE_TITLES[one], "chosen": one in field["types"]} for one in TYPES
            ],
        }

    def places(self):
        """Places of the form's fields that say something: list of int."""
        count = self.value("fields")
        most = min(int(count), MOST_FIELDS) if count.isdecimal() and len(count) < 10 else 0
        return [place for place in range(most) if self.value(f"id-{place}") or self.value(f"label-{place}")]

    def typed(self, place):
        """One field as it was typed: dict."""
        types = self.request.form.get(f"types-{place}", [])
        kind = self.value(f"kind-{place}")
        return {
            "id": self.value(f"id-{place}"),
            "label": self.value(f"label-{place}"),
            "kind": kind if kind in KINDS else "text",
            "types": [types] if isinstance(types, str) else list(types),
            "required": bool(self.value(f"required-{place}")),
            "choices": [line.strip() for line in self.value(f"choices-{place}").splitlines() if line.strip()],
            "retired": bool(self.value(f"retired-{place}")),
        }

    def save(self):
        fields, violations = fields_from([self.typed(place) for place in self.places()])
        if violations:
            raise Refused(violations)
        version = self.fields.save(fields, api.user.get_current().getId(), self.version)
        said = _("additional_saved", default="Đã lưu, phiên bản ${number}.", mapping={"number": str(version.number)})
        api.portal.show_message(said, self.request)
        return f"{self.context.absolute_url()}/@@additional-fields"
