"""Requests for accounts: list, send, read, amend; what is decided is an act (``@acts``)."""

from AccessControl import getSecurityManager
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content.answering import AnsweringService
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.interfaces import OPEN
from qlvb.content.requests.rows import TABLES
from qlvb.content.requests.words import FORMS
from qlvb.content.requests.words import RECEIVER_TITLES
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.accounts.requests.creation import amend
from qlvb.workflows.accounts.requests.creation import create_request
from qlvb.workflows.accounts.requests.executing import proposed
from qlvb.workflows.accounts.requests.lists import LISTS
from qlvb.workflows.accounts.requests.lists import clock_of
from qlvb.workflows.accounts.requests.lists import counts
from qlvb.workflows.accounts.requests.lists import requests_in
from qlvb.workflows.acts.api.collections import CollectionPost
from zope.component import getUtility
from zope.i18n import translate


def request_json(record, request):
    """dict of a request without its rows."""
    state, agency = state_of(record), getUtility(IDirectory).agency_of(record)
    return {
        "@id": record.absolute_url(),
        "UID": record.UID(),
        "title": record.title,
        "kind": record.kind,
        "form": FORMS[record.kind],
        "agency": agency.id,
        "state": {"id": state, "title": translate(title_of_state("AccountRequest", state), context=request)},
        "sent_on": record.sent_on.isoformat(),
        "due": record.due.isoformat(),
        "days_left": clock_of(record).left,
        "answered_on": record.answered_on.isoformat() if record.answered_on else None,
        "answer": record.answer or "",
    }


def whole_json(record, request):
    """The same with receiver, rows, and the accounts that were made or (``proposed``) would be made now."""
    return {
        **request_json(record, request),
        **{name: getattr(record, name) for name in RECEIVER_TITLES},
        **{table: [dict(row) for row in getattr(record, table)] for table in TABLES},
        "outcome": [dict(row) for row in record.outcome],
        "proposed": proposed(record) if record.kind == NEW and state_of(record) in OPEN else [],
    }


class RequestsGet(AnsweringService):
    """Requests of a list (``state``: submitted, processing, done, returned, withdrawn, late), of the agency or of all;
    ``counts`` of all lists.
    """

    def answer(self):
        name = str(self.request.form.get("state") or "submitted")
        if name not in LISTS:
            message = _("violation_requests_state", default="Không có danh sách yêu cầu này.")
            raise Refused(Violation("state", "state_unknown", message))
        agency = None if IPloneSiteRoot.providedBy(self.context) else self.context.getId()
        items = [request_json(one, self.request) for one in requests_in(name, agency)]
        return {
            "@id": f"{self.context.absolute_url()}/@account-requests",
            "counts": counts(agency),
            "items": items,
            "items_total": len(items),
        }


class RequestsPost(CollectionPost):
    """Send a request: ``{"kind": "new" | "change" | "withdraw", "receiver", "receiver_post", "receiver_unit",
    "receiver_phone", "agencies": [rows], "people": [rows]}`` (201).
    """

    portal_type = "AccountRequest"

    def made(self, by):
        return create_request(self.context.getId(), self.body(), by)

    def shown(self, record):
        return whole_json(record, self.request)


class RequestGet(AnsweringService):
    """One request with its rows."""

    def answer(self):
        return whole_json(self.context, self.request)


class RequestPatch(RequestGet):
    """Other rows or another receiver for a request that was returned; then ``POST @acts/resubmit_request``."""

    def answer(self):
        if state_of(self.context) != "returned":
            message = _("violation_request_amend", default="Chỉ sửa được yêu cầu đã bị trả lại.")
            raise Refused(Violation("", "wrong_state", message), status=409)
        amend(self.context, self.body(), getSecurityManager().getUser().getId())
        return super().answer()
