"""``@delegations`` of an agency: list and make; ``@delegation`` of one: what was done under it."""

from qlvb.content.answering import AnsweringService
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import unknown_fields
from qlvb.workflows.acts.api.collections import CollectionGet
from qlvb.workflows.acts.api.collections import CollectionPost
from qlvb.workflows.delegation.access import demand_own
from qlvb.workflows.delegation.creation import FIELDS
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.delegation.report import done_under
from qlvb.workflows.delegation.status import STATUS_TITLES
from qlvb.workflows.delegation.status import status
from qlvb.workflows.delegation.telling import tell_made
from qlvb.workflows.delegation.values import as_day
from qlvb.workflows.delegation.values import as_list
from qlvb.workflows.delegation.values import as_text
from zope.component import getUtility
from zope.i18n import translate


def delegation_json(delegation, request):
    """dict of a delegation."""
    directory = getUtility(IDirectory)
    word = status(delegation)
    sides = {
        side: {"id": userid, "name": directory.person(userid).fullname}
        for side, userid in (("giver", delegation.giver), ("receiver", delegation.receiver))
    }
    return {
        "@id": delegation.absolute_url(),
        "UID": delegation.UID(),
        **sides,
        "valid_from": delegation.valid_from.isoformat(),
        "valid_to": delegation.valid_to.isoformat(),
        "mode": delegation.mode,
        "directions": list(delegation.directions or ()),
        "document_types": list(delegation.document_types or ()),
        "tasks": bool(delegation.tasks),
        "basis": delegation.basis,
        "basis_document": delegation.basis_document,
        "reason": delegation.reason,
        "status": {"id": word, "title": translate(STATUS_TITLES[word], context=request)},
    }


class DelegationsGet(CollectionGet):
    """Delegations of the agency, the latest first, batched; ``giver`` (userid) narrows."""

    portal_type, service = "Delegation", "@delegations"
    narrowing = (("giver", "holder"),)

    def shown(self, record):
        return delegation_json(record, self.request)


class DelegationsPost(CollectionPost):
    """Delegate: ``{"receiver", "valid_from", "valid_to", "mode", "basis", …}``; ``giver`` is oneself, for
    administrators of the agency anybody.
    """

    portal_type = "Delegation"

    def shown(self, record):
        return delegation_json(record, self.request)

    def made(self, by):
        body = self.body()
        if unknown := unknown_fields(body, FIELDS):
            raise Refused(unknown)
        values = {name: body.get(name) for name in FIELDS}
        for name in ("giver", "receiver", "mode", "basis", "basis_document", "reason"):
            values[name] = as_text(values[name], name)
        values["giver"] = values["giver"] or by
        for name in ("valid_from", "valid_to"):
            values[name] = as_day(values[name], name)
        for name in ("directions", "document_types"):
            values[name] = as_list(values[name], name)
        demand_own(self.context, values["giver"], "giver")
        delegation = create_delegation(self.context.getId(), values, by)
        tell_made(delegation, by)
        return delegation


class DelegationGet(AnsweringService):
    """The delegation, and under ``items`` everything that was done by it, the newest first."""

    def answer(self):
        items = [
            {
                "when": done.when.isoformat(),
                "by": done.by,
                "on_behalf": done.on_behalf,
                "basis": done.basis,
                "act": {"id": done.act, "title": done.act_title},
                "record": {"@id": done.url, "UID": done.record, "reference": done.reference, "subject": done.subject},
            }
            for done in done_under(self.context, self.request)
        ]
        return {**delegation_json(self.context, self.request), "items": items}
