"""Of which types of documents a submission note is: those of the drafts that it carries."""

from qlvb.content.lookup import find_record


def draft_types(note):
    """Identifiers of document types, each once, in order: list of str; [] for a note without drafts."""
    drafts = [find_record(uid) for uid in note.drafts]
    return sorted({draft.document_type for draft in drafts if draft is not None and draft.document_type})
