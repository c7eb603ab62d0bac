"""What an outgoing document gives to an agency's template."""

from qlvb.content.clock import today
from qlvb.content.documents.document_types import document_type
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.symbols import compose_symbol
from qlvb.policy.document.browser.vocabulary import title_of
from qlvb.policy.document.replying import basis_line
from qlvb.policy.document.templatefile import ADDRESSED
from qlvb.policy.document.templatefile import lines_of_signature
from zope.component import getUtility


def values_for(document, typed=()):
    """dict: a value for each of :data:`qlvb.content.templates.fields.FIELDS`; ``typed``: paragraphs of the body."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(document)
    parent = directory.agency(agency.parent) if agency.parent else None
    unit = directory.department(agency.id, document.drafting_unit) if document.drafting_unit else None
    kind = document_type(document.document_type)
    names = [row["name"] for row in document.recipients]
    addressed = document.document_type in ADDRESSED
    answered = visible_record(document.in_reply_to)
    return {
        "co_quan": agency.title,
        "co_quan_cap_tren": parent.title if parent else "",
        "ky_hieu": compose_symbol(kind.abbreviation, agency.symbol, unit.symbol if unit else ""),
        "dia_danh": agency.place,
        "nam": str(today().year),
        "loai_van_ban": kind.title.split(" (")[0],
        "trich_yeu": document.subject,
        "kinh_gui": names if addressed else [],
        "noi_nhan": ["Như trên"] if addressed and names else names,
        "luu": ", ".join(filter(None, ["VT", unit.symbol if unit else ""])),
        "can_cu": basis_line(answered),
        "nguoi_ky": directory.person(document.signatory).fullname if document.signatory else "",
        "chuc_vu_ky": list(lines_of_signature(document, agency)),
        "nguoi_soan": directory.person(document.drafter).fullname if document.drafter else "",
        "don_vi_soan": unit.title if unit else "",
        "do_khan": title_of("qlvb.urgency", document.urgency, document) if document.urgency != "normal" else "",
        "do_mat": title_of("qlvb.secrecy", document.secrecy, document) if document.secrecy != "none" else "",
        "noi_dung": list(typed),
        "van_ban_den": answered.reference if answered is not None else "",
    }
