"""What the directory knows of a document's layout: bodies, symbol, place, signature block."""

from qlvb.content import _
from qlvb.content.documents.document_types import document_type
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.symbols import compose_symbol
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


def known_fields(kind, agency_id, department_id="", signatory="", capacity=""):
    """Fields of :class:`data.Layout` for a document of ``kind`` (token) of an agency: dict.

    ``department_id``: the drafting unit; ``signatory``: userid of who will sign, ``capacity`` the token of the
    signing capacity (default: the usual one of the person's post).
    :raises Refused: 400 for an unknown kind, agency or signatory, or a capacity that the signatory does not have.
    """
    directory = getUtility(IDirectory)
    agency = directory.agency(agency_id)
    if agency is None:
        raise _unknown("agency", _("layout_unknown_agency", default="Không có cơ quan này."))
    known = document_type(kind)
    if known is None:
        raise _unknown("document_type", _("layout_unknown_type", default="Không có loại văn bản này."))
    department = directory.department(agency_id, department_id) if department_id else None
    unit = department.symbol if department else ""
    parent = directory.agency(agency.parent) if agency.parent else None
    fields = {
        "document_type": kind,
        "agency": agency.title,
        "parent": parent.title if parent else "",
        "symbol": compose_symbol(known.abbreviation, agency.symbol, unit),
        "place": agency.place,
        "retained_by": tuple(filter(None, ("VT", unit))),
        "address": agency.address,
    }
    if kind == "decision":
        fields["authority"] = f"{agency.head_title} {agency.title}".strip()
    if signatory:
        fields["signature_block"], fields["signer"] = _signature(directory, agency, signatory, capacity)
    return fields


def _signature(directory, agency, signatory, capacity):
    post = directory.main_post(signatory, agency.id)
    if post is None:
        message = _("layout_unknown_signatory", default="Người ký không giữ chức vụ nào tại cơ quan này.")
        raise _unknown("signatory", message)
    department = directory.department(agency.id, post.department) if post.department else None
    block = signature_block(agency, post, capacity or None, department)
    return tuple(block), directory.person(signatory).fullname


def _unknown(field, message):
    return Refused(Violation(field, "unknown", message))
