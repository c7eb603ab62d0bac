"""Making stores, shelves and boxes."""

from plone.dexterity.utils import createContentInContainer
from qlvb.content import _
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.stores.interfaces import IShelf
from qlvb.content.stores.interfaces import IStore
from qlvb.content.stores.rules import MOST_BOXES
from qlvb.content.stores.rules import MOST_DOSSIERS
from qlvb.content.stores.rules import clean_code
from qlvb.content.stores.rules import code_violations
from qlvb.content.stores.rules import following
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


#: First word of a title that nobody gave.
WORDS = {"Store": "Kho", "Shelf": "Kệ", "StorageBox": "Hộp"}


def kind_below(container):
    """Portal type of what a section of stores, a store or a shelf holds."""
    if IStore.providedBy(container):
        return "Shelf"
    return "StorageBox" if IShelf.providedBy(container) else "Store"


def create_places(container, values, by):
    """Make one store or shelf, or ``count`` boxes from ``code`` on: list of them. ``values``: dict ``code``, ``title``,
    ``address``, ``note``, for boxes ``capacity`` and ``count``.

    Codes are unique among neighbours, so the full code (store/shelf/box) is unique in the agency.

    :raises Refused: 400 with every rule that is not met.
    """
    kind = kind_below(container)
    values = nfc_tree(dict(values))
    count = 1 if values.get("count") is None else values["count"]
    capacity = 30 if values.get("capacity") is None else values["capacity"]
    found = [
        *_number_violations("count", count, MOST_BOXES if kind == "StorageBox" else 1),
        *_number_violations("capacity", capacity, MOST_DOSSIERS),
        *_text_violations(values),
    ]
    taken = {one.code for one in container.objectValues()}
    codes = following(clean_code(values.get("code")), count) if not found else [clean_code(values.get("code"))]
    for code in codes:
        found += code_violations(code, taken)
        taken.add(code)
    if found:
        raise Refused(list({(one.field, one.code): one for one in found}.values()))
    return [_create(container, kind, code, values, capacity, by) for code in codes]


def _create(container, kind, code, values, capacity, by):
    title = str(values.get("title") or "").strip()
    fields = {"code": code, "title": title or f"{WORDS[kind]} {code}", "note": str(values.get("note") or "").strip()}
    if kind == "Store":
        fields["address"] = str(values.get("address") or "").strip()
    if kind == "StorageBox":
        fields["capacity"] = capacity
    place_id = code.lower().replace("đ", "dd")
    made = createContentInContainer(container, kind, checkConstraints=False, id=place_id, **fields)
    IJournal(made).append("created", by, {name: value for name, value in fields.items() if value != ""})
    made.reindexObject()
    return made


def _number_violations(field, value, most):
    if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= most:
        return []
    message = _("violation_place_number", default="Phải là số từ 1 đến ${most}.", mapping={"most": str(most)})
    return [Violation(field, "bad_number", message)]


def _text_violations(values):
    for field, most in (("title", 200), ("address", 300), ("note", 1000)):
        value = values.get(field)
        if value is not None and not isinstance(value, str) or len(value or "") > most:
            message = _(
                "violation_place_text", default="Phải là chữ, không quá ${most} ký tự.", mapping={"most": str(most)}
            )
            yield Violation(field, "bad_text", message)
