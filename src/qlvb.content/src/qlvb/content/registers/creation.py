"""Registers that an agency adds to the default set (NĐ 30/2020 Điều 15: the head decides on the series)."""

from plone.dexterity.utils import createContentInContainer
from plone.i18n.normalizer.interfaces import IURLNormalizer
from qlvb.content import _
from qlvb.content.documents.document_types import document_types
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import IRegister
from qlvb.content.registers.schema import IRegisterSchema
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility
from zope.schema import ValidationError


FIELDS = ("title", "direction", "year", "series", "document_types", "body_symbol", "symbol_suffix")
RULE = "NĐ 30/2020 Điều 15"


def create_register(section, values, by):
    """Create a register in an agency's folder of registers and return it.

    :raises Refused: 400 a field is wrong; 409 a document type belongs to another register already.
    """
    values = nfc_tree({name: values.get(name) for name in FIELDS})
    wrong = list(_wrong_fields(values))
    if wrong:
        raise Refused(wrong, 400)
    if claimed := list(_claimed(section, values)):
        raise Refused(claimed, 409)
    register = createContentInContainer(
        section, "Register", checkConstraints=False, id=_free_id(section, values["title"]), is_default=False, **values
    )
    IJournal(register).append("created", by, {"title": register.title})
    return register


def _wrong_fields(values):
    for name in FIELDS:
        field = IRegisterSchema[name]
        if values[name] is None:
            values[name] = field.missing_value
        try:
            field.validate(values[name])
        except ValidationError as error:
            message = _(
                "violation_register_field", default="${field}: giá trị không hợp lệ.", mapping={"field": field.title}
            )
            yield Violation(name, error.__class__.__name__, message)
    unknown = set(values["document_types"] or ()) - set(document_types())
    if unknown:
        message = _(
            "violation_register_type",
            default="Loại văn bản không có trong danh mục: ${types}.",
            mapping={"types": ", ".join(sorted(unknown))},
        )
        yield Violation("document_types", "type_unknown", message)
    if values["series"] == "council" and not values["body_symbol"]:
        message = _("violation_register_body", default="Sổ của hội đồng, ban cần chữ viết tắt của hội đồng, ban.")
        yield Violation("body_symbol", "body_missing", message, RULE)


def _claimed(section, values):
    if values["series"] == "council":
        return
    for other in section.objectValues():
        if not IRegister.providedBy(other) or any(
            getattr(other, name) != values[name] for name in ("direction", "year", "series")
        ):
            continue
        common = set(other.document_types or ()) & set(values["document_types"])
        if common or not (other.document_types or values["document_types"]):
            message = _(
                "violation_register_claimed",
                default="${title} đã nhận loại văn bản này.",
                mapping={"title": other.title},
            )
            yield Violation("document_types", "type_claimed", message, RULE)


def _free_id(section, title):
    base = getUtility(IURLNormalizer).normalize(title, locale="vi")
    found, number = base, 1
    while found in section:
        number += 1
        found = f"{base}-{number}"
    return found
