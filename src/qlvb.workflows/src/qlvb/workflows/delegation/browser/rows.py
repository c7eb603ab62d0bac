"""A delegation as the screens show it."""

from qlvb.content.clock import show_date
from qlvb.content.delegations.vocabularies import DIRECTION_TITLES
from qlvb.content.delegations.vocabularies import MODE_TITLES
from qlvb.content.documents.document_types import document_types
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.status import STATUS_TITLES
from qlvb.workflows.delegation.status import TONES
from qlvb.workflows.delegation.status import status
from zope.component import getUtility


def row_of(delegation):
    """dict of message ids and str."""
    directory, known = getUtility(IDirectory), document_types()
    word = status(delegation)
    return {
        "url": delegation.absolute_url(),
        "giver": directory.person(delegation.giver).fullname,
        "receiver": directory.person(delegation.receiver).fullname,
        "from": show_date(delegation.valid_from),
        "to": show_date(delegation.valid_to),
        "mode": MODE_TITLES[delegation.mode],
        "directions": [DIRECTION_TITLES[name] for name in delegation.directions or DIRECTION_TITLES],
        "tasks": bool(delegation.tasks),
        "types": [known[name].title for name in delegation.document_types or () if name in known],
        "basis": delegation.basis,
        "status": STATUS_TITLES[word],
        "tone": TONES.get(word, "neutral"),
    }
