"""Signing capacities and the lines above a signature: pure functions.

Source: NĐ 30/2020 Điều 13; Phụ lục I, Phần I, Mục II, 7.
"""

from dataclasses import dataclass
from datetime import date
from qlvb.content import _
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


RULE = "NĐ 30/2020 Điều 13"
#: Capacities of whoever heads an agency, or acts as its head; deputies have others.
HEADS = ("direct", "on_behalf", "acting")


@dataclass(frozen=True)
class Authorisation:
    """A written authorisation to sign TUQ.: ``document`` (number and date), period, whether its giver was himself
    authorised (``chained``)."""

    document: str
    valid_from: date | None
    valid_to: date | None
    chained: bool = False


def allowed_capacities(agency, post):
    """Capacities in which the holder of ``post`` (PostInfo) may sign for ``agency`` (AgencyInfo): tuple, usual first.

    The head of a body under collective rule signs TM., or directly what is his own to decide; a deputy only KT.; the
    head of a unit TL. and, where authorised in writing, TUQ.
    """
    usual = post.capacity
    if usual == "none":
        return ()
    if usual in ("direct", "on_behalf"):
        return ("on_behalf", "direct") if agency.collective else ("direct",)
    if usual in ("by_order", "by_authorisation"):
        return (usual, "by_authorisation" if usual == "by_order" else "by_order")
    return (usual,)


def check_capacity(agency, post, capacity, day, authorisation=None):
    """list of Violation: why the holder of ``post`` may not sign in ``capacity`` on ``day`` (date); [] = may."""
    if capacity not in allowed_capacities(agency, post):
        message = _("organisation_capacity_not_allowed", default="Chức vụ này không được ký với thẩm quyền đã chọn.")
        return [Violation("signing_capacity", "capacity_not_allowed", message, RULE)]
    if capacity != "by_authorisation":
        return []
    if authorisation is None or not authorisation.document:
        message = _("organisation_authorisation_missing", default="Ký thừa ủy quyền phải có văn bản ủy quyền.")
        return [Violation("signing_capacity", "authorisation_missing", message, RULE)]
    violations = []
    start, end = authorisation.valid_from, authorisation.valid_to
    if start is None or end is None or not start <= day <= end:
        message = _("organisation_authorisation_expired", default="Văn bản ủy quyền không có hiệu lực vào ngày ký.")
        violations.append(Violation("signing_capacity", "authorisation_expired", message, RULE))
    if authorisation.chained:
        message = _("organisation_authorisation_chained", default="Người được ủy quyền không được ủy quyền lại.")
        violations.append(Violation("signing_capacity", "authorisation_chained", message, RULE))
    return violations


def signature_block(agency, post, capacity=None, department=None, head_of_unit="", collective=None):
    """The lines above the signature, in capitals: list of str.

    ``capacity`` defaults to the usual one of ``post``. ``department`` (DepartmentInfo) completes bare titles such as
    "Trưởng phòng". ``head_of_unit`` is given when a deputy signs for the head of a unit under TL. ("Chánh Văn phòng").
    ``collective`` False: a document of the head himself, not of the collective that he leads.

    :raises Refused: 400 if the post may not sign in this capacity.
    """
    allowed = allowed_capacities(agency, post)
    capacity = capacity or (allowed[0] if allowed else "none")
    if capacity not in allowed:
        message = _("organisation_capacity_not_allowed", default="Chức vụ này không được ký với thẩm quyền đã chọn.")
        raise Refused(Violation("signing_capacity", "capacity_not_allowed", message, RULE))
    head = agency.head_title.upper()
    own = full_title(post.title, department).upper()
    for_collective = agency.collective if collective is None else collective
    body = [f"TM. {agency.body_name.upper()}"] if for_collective or capacity == "on_behalf" else []
    if capacity == "on_behalf":
        return [*body, own]
    if capacity == "acting":
        return [*body, f"Q. {head}"]
    if capacity == "deputy":
        return [*body, f"KT. {head}", own]
    if capacity == "by_order":
        return [f"TL. {head}", *([f"KT. {head_of_unit.upper()}"] if head_of_unit else []), own]
    if capacity == "by_authorisation":
        return [f"TUQ. {head}", own]
    return [own]


def full_title(title, department=None):
    """``title`` of a post with its department where it is not complete without: "Trưởng phòng Quản lý khoa học".

    >>> full_title("Giám đốc")
    'Giám đốc'
    """
    if department is None or fold(title) not in ("truong phong", "pho truong phong", "quyen truong phong"):
        return title
    kind, _space, name = department.title.partition(" ")
    return f"{title} {name}" if fold(kind) == "phong" and name else title


def delegated_capacities(agency, giver, receiver):
    """Capacities in which the holder of ``receiver`` (PostInfo) may sign what the holder of ``giver`` would have
    signed: tuple, () = the decree knows no way.

    Each signs in his own capacity. A deputy signs KT., for the head or for what another deputy was assigned. The head
    of a unit signs TL. or TUQ. only for the head of the body, never for somebody who has the right from another himself
    (no sub-delegation); his deputies sign KT. under his TL.
    """
    allowed = allowed_capacities(agency, receiver)
    giving = allowed_capacities(agency, giver)
    if not allowed or not giving:
        return ()
    head = giver.capacity in ("direct", "on_behalf", "acting")
    if receiver.capacity in ("by_order", "by_authorisation"):
        if head:
            return allowed
        same_unit = bool(giver.department) and giver.department == receiver.department
        return ("by_order",) if same_unit and "by_order" in giving and receiver.capacity == "by_order" else ()
    return allowed
