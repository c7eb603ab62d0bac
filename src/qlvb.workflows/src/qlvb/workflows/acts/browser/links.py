"""Buttons of a record's acts: links to their forms, impossible ones with their reason."""

from dataclasses import dataclass
from qlvb.workflows.acts.interfaces import IActs
from zope.i18n import translate


LOOKS = {"primary": "btn-primary", "danger": "btn-outline-danger"}


@dataclass(frozen=True)
class ActLink:
    """A button; ``why`` is "" when the act can be done."""

    id: str
    title: str
    description: str
    url: str
    look: str
    why: str


def act_links(record, request):
    """By order: list of ActLink."""
    return [
        ActLink(
            id=act.id,
            title=translate(act.title, context=request),
            description=translate(act.description, context=request),
            url=f"{record.absolute_url()}/@@act/{act.id}",
            look=LOOKS.get(act.emphasis, "btn-secondary") if not violations else "btn-secondary",
            why=" ".join(translate(violation.message, context=request) for violation in violations),
        )
        for act, violations in IActs(record).possible()
    ]


def possible_links(record, request):
    """Those that can be done now, for screens with little room: list of ActLink."""
    return [link for link in act_links(record, request) if not link.why]
