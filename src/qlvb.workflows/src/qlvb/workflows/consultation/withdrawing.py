"""Taking a question back: by the act of its own, and when the draft itself is given up."""

from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.telling import tell_withdrawn


def take_back(document, by, reason):
    """End the running round as withdrawn and tell those who were asked; dict for the journal, {} without a round."""
    consultations = IConsultations(document)
    if consultations.current() is None:
        return {}
    found = consultations.close(by, withdrawn=True)
    tell_withdrawn(document, found, reason)
    return {"round": found.id, "withdrawn": str(len(found.opinions))}
