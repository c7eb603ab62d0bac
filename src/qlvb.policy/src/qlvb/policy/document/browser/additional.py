"""The fields that an agency adds, in the forms of its documents: inputs, and what was typed."""

from functools import cached_property
from qlvb.content.additional.record import fields_at
from qlvb.content.additional.values import PREFIX
from qlvb.content.additional.values import shown
from qlvb.policy.document.browser.inputs import Field
from qlvb.policy.document.browser.inputs import Option


#: Kind of an additional field -> kind of its input. A number is typed as text: people write a comma.
INPUTS = {"text": "line", "number": "line", "date": "date", "choice": "select"}
LONGEST = {"text": 500, "number": 40}


class AdditionalInputs:
    """Mixed into a form over documents of ``portal_type``, in ``context``'s agency; ``stored_additional()`` says what
    the document says already.
    """

    portal_type = ""

    @cached_property
    def additional_asked(self):
        """The AdditionalFields that are asked for: list."""
        return [one for one in fields_at(self.context, self.portal_type) if not one.retired]

    def stored_additional(self):
        """dict id -> str."""
        return {}

    def typed_additional(self):
        """dict id -> str of what was typed."""
        form = self.request.form
        names = {one.id: f"{PREFIX}{one.id}" for one in self.additional_asked}
        return {one: str(form[name]) for one, name in names.items() if name in form}

    def additional_inputs(self, required):
        """The inputs of fields that are required, or of the others: list of Field."""
        values = {**self.stored_additional(), **self.typed_additional()}
        asked = [one for one in self.additional_asked if one.required == required]
        return [input_of(one, values.get(one.id, "")) for one in asked]


def input_of(field, value, **changes):
    """The Field of an AdditionalField. ``value``: as stored, or as typed. A choice that is offered no more stays."""
    titles = list(dict.fromkeys((*field.choices, *filter(None, [value])))) if field.kind == "choice" else []
    options = tuple(Option(title, title) for title in titles)
    return Field(
        **{
            "name": f"{PREFIX}{field.id}",
            "label": field.label,
            "kind": INPUTS[field.kind],
            "required": field.required,
            "size": "full" if field.kind == "text" else "half",
            "value": shown(field, value) if field.kind == "number" else value,
            "options": options,
            "chosen": tuple(option for option in options if option.id == value),
            "max_length": LONGEST.get(field.kind),
            **changes,
        }
    )
