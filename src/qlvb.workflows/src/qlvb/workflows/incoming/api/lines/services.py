"""``GET @lines``, ``POST @lines``"""

from dataclasses import asdict
from dataclasses import is_dataclass
from plone import api
from plone.restapi.services import Service
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.base import journal_values
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.opening import opened
from qlvb.workflows.incoming.standing import standing
from qlvb.workflows.incoming.vocabularies import LINE_ROLE_TITLES
from qlvb.workflows.lines.interfaces import ILines
from zope.component import getUtility
from zope.i18n import translate


class LinesGet(Service):
    """The assignment lines of the document, oldest first."""

    def reply(self):
        items = [self.item(line) for line in ILines(self.context).all()]
        return {
            "@id": f"{self.context.absolute_url()}/@lines",
            "standing": translate(standing(self.context), context=self.request),
            "handling": handling_json(handling_of(self.context)),
            "items": items,
            "items_total": len(items),
        }

    def item(self, line):
        directory = getUtility(IDirectory)
        return {
            "id": line.id,
            "role": line.role,
            "role_title": translate(LINE_ROLE_TITLES[line.role], context=self.request),
            "recipient": line.recipient,
            "recipient_name": directory.person(line.recipient).fullname,
            "department": line.department,
            "assigned_by": line.assigned_by,
            "assigned_at": line.assigned_at.isoformat(),
            "request": line.request,
            "deadline": line.deadline.isoformat() if line.deadline else None,
            "state": line.state,
            "opened_at": line.opened_at.isoformat() if line.opened_at else None,
            "closed_at": line.closed_at.isoformat() if line.closed_at else None,
            "result": line.result,
            "reply": line.reply,
            "parent": line.parent,
            "replaced_by": line.replaced_by,
            "closed_by": line.closed_by,
            "confirm": line.confirm,
            "progress": line.progress,
            "files": list(line.files),
            "former_deadlines": json_values(line.former),
            "extensions": json_values(line.extensions),
            "chases": json_values(line.chases),
            "reports": json_values(line.reports),
        }


class LinesOpened(LinesGet):
    """Note that the person has opened the document, as its screen does: a line for information is finished by that."""

    def reply(self):
        opened(self.context, api.user.get_current().getId())
        return super().reply()


def handling_json(handling):
    """dict: whom the clerk asked and what the leader decided."""
    return {
        "leader": handling.leader,
        "presented_by": handling.presented_by,
        "presented_at": handling.presented_at.isoformat() if handling.presented_at else None,
        "direction": handling.direction,
        "directions": [
            {
                "text": one.text,
                "by": one.by,
                "at": one.at.isoformat(),
                "drawing": one.drawing,
                "former": [
                    {"text": text, "until": until.isoformat(), "drawing": "".join(drawing)}
                    for text, until, *drawing in one.former
                ],
            }
            for one in handling.directions
        ],
        "directed_by": handling.directed_by,
        "directed_at": handling.directed_at.isoformat() if handling.directed_at else None,
        "returned_reason": handling.returned_reason,
        "returned_by": handling.returned_by,
    }


def json_values(entries):
    """Days, or entries of what happened to a line (dataclasses), as JSON values: list."""
    return [journal_values(asdict(entry) if is_dataclass(entry) else entry) for entry in entries]
