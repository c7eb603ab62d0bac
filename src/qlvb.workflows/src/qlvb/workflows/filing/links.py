"""Where a fault of the checklist is mended."""

from qlvb.content.additional.values import PREFIX
from qlvb.content.lookup import visible_record


#: Code of a fault that lies in the dossier itself -> what comes after its address.
_OWN = {
    "dossier_empty": "",
    "retention_missing": "/@@act/determine_retention",
    "component_missing": "?tab=list",
    "handover_open": "",
    "pdfa_unjudged": "/@@act/check_pdfa",
}
#: Code of a fault that lies in a document -> what comes after the document's address.
_DOCUMENT = {"document_signature": "?pane=signatures"}


def link_of(dossier, fault):
    """Address, or "" when there is none that the current user may see."""
    if fault.code in _OWN:
        return f"{dossier.absolute_url()}{_OWN[fault.code]}"
    if fault.field.startswith(PREFIX):
        return f"{dossier.absolute_url()}/edit"
    document = visible_record(fault.field)
    return f"{document.absolute_url()}{_DOCUMENT.get(fault.code, '')}" if document is not None else ""
