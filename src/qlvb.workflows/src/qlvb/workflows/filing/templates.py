"""Mẫu hồ sơ: what components dossiers of a kind are expected to have, and how complete one is. Data of an agency."""

from dataclasses import asdict
from dataclasses import dataclass
from persistent.list import PersistentList
from qlvb.content import _
from qlvb.content.documents.document_types import document_types
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import re
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


KEY = "qlvb.workflows.filing.templates"
DIRECTIONS = ("", "incoming", "outgoing")
MOST_TEMPLATES = 100
MOST_COMPONENTS = 40
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")


@dataclass(frozen=True)
class Component:
    """``document_types``: tokens of which the document is one, () for any; ``direction`` one of DIRECTIONS."""

    title: str
    document_types: tuple = ()
    direction: str = ""
    required: bool = True


@dataclass(frozen=True)
class Template:
    """``id`` never changes; ``components``: tuple of Component."""

    id: str
    title: str
    components: tuple = ()


@dataclass(frozen=True)
class Completeness:
    """``missing``: Components that are required and not there; ``percent`` of the required ones that are there."""

    percent: int
    missing: tuple
    present: tuple


def completeness(template, documents):
    """The Completeness of ``documents`` (list of (document_type, direction)). Each document stands for one component,
    so that one letter is not the answer to two. Pure.
    """
    left, present, missing = list(documents), [], []
    # What only few documents can be is looked for first.
    ordered = sorted(template.components, key=lambda one: (not one.document_types, not one.direction))
    for component in ordered:
        fitting = next((one for one in left if fits(component, *one)), None)
        if fitting is not None:
            left.remove(fitting)
            present.append(component)
        elif component.required:
            missing.append(component)
    required = sum(component.required for component in template.components)
    share = 100 if not required else 100 * (required - len(missing)) // required
    order = template.components.index
    return Completeness(share, tuple(sorted(missing, key=order)), tuple(sorted(present, key=order)))


def fits(component, document_type, direction):
    """bool: a document can be the component. Pure."""
    if component.direction and component.direction != direction:
        return False
    return not component.document_types or document_type in component.document_types


def templates_of(agency):
    """list of Template of an agency (object)."""
    return list(IAnnotations(agency).get(KEY, ()))


def save_templates(agency, templates):
    """Keep all templates of the agency (object) anew. Dossiers whose template is gone expect nothing."""
    IAnnotations(agency)[KEY] = PersistentList(templates)


def template_of(dossier):
    """The Template that the dossier follows, or None."""
    if not getattr(dossier, "template", ""):
        return None
    directory = getUtility(IDirectory)
    agency = directory.agency_object(directory.agency_of(dossier).id)
    return next((one for one in templates_of(agency) if one.id == dossier.template), None)


def completeness_of(dossier):
    """The Completeness of a dossier, or None without template."""
    template = template_of(dossier)
    if template is None:
        return None
    kinds = [
        (document.document_type or "", "incoming" if IIncomingDocument.providedBy(document) else "outgoing")
        for _item, document in IDossierContents(dossier).documents()
        if document is not None
    ]
    return completeness(template, kinds)


def templates_from(items):
    """list of Template of JSON values (id, title, components: title, document_types, direction, required).

    :raises Refused: 400 with every mistake.
    """
    found, violations = [], []
    if not isinstance(items, list) or len(items) > MOST_TEMPLATES:
        raise Refused(_fault("items", "wrong_shape", _shape()))
    for place, item in enumerate(nfc_tree(items)):
        at = f"items.{place}"
        if not isinstance(item, dict) or not isinstance(item.get("components", []), list):
            violations.append(_fault(at, "wrong_shape", _shape()))
            continue
        template_id, title = item.get("id"), item.get("title")
        if not isinstance(template_id, str) or not _ID.fullmatch(template_id):
            text = _("violation_template_id", default="Mã mẫu gồm chữ thường không dấu, số, dấu gạch (tối đa 40).")
            violations.append(_fault(f"{at}.id", "id_wrong", text))
        elif any(one.id == template_id for one in found):
            text = _("violation_template_twice", default="Mã mẫu ${id} bị lặp.", mapping={"id": template_id})
            violations.append(_fault(f"{at}.id", "repeated", text))
        if not isinstance(title, str) or not 0 < len(title.strip()) <= 200:
            text = _("violation_dossier_template_title", default="Mẫu phải có tên (tối đa 200 ký tự).")
            violations.append(_fault(f"{at}.title", "title_missing", text))
        components = []
        for number, one in enumerate(item.get("components", [])[:MOST_COMPONENTS]):
            component, faults = _component(one, f"{at}.components.{number}")
            violations.extend(faults)
            components.append(component)
        found.append(Template(str(template_id), str(title).strip(), tuple(components)))
    if violations:
        raise Refused(violations)
    return found


def _component(item, at):
    if not isinstance(item, dict):
        return None, [_fault(at, "wrong_shape", _shape())]
    title, types, faults = item.get("title"), item.get("document_types") or [], []
    if not isinstance(title, str) or not 0 < len(title.strip()) <= 300:
        text = _("violation_component_title", default="Thành phần phải có tên (tối đa 300 ký tự).")
        faults.append(_fault(f"{at}.title", "title_missing", text))
    known = document_types()
    if not isinstance(types, list) or not all(isinstance(one, str) and one in known for one in types):
        text = _("violation_component_types", default="Loại văn bản không có trong danh mục.")
        faults.append(_fault(f"{at}.document_types", "type_unknown", text))
        types = []
    if item.get("direction", "") not in DIRECTIONS:
        text = _("violation_component_direction", default="Chiều văn bản: đến, đi hoặc bỏ trống.")
        faults.append(_fault(f"{at}.direction", "direction_unknown", text))
    found = Component(str(title).strip(), tuple(types), item.get("direction", ""), bool(item.get("required", True)))
    return found, faults


def template_json(template):
    """dict of JSON values, as :func:`templates_from` takes them."""
    return {
        "id": template.id,
        "title": template.title,
        "components": [{**asdict(one), "document_types": list(one.document_types)} for one in template.components],
    }


def _fault(field, code, message):
    return Violation(field, code, message)


def _shape():
    return _("violation_template_shape", default="Mẫu hồ sơ không đúng dạng.")
