"""Documents that are there already, side by side with the one that is being entered or waits."""

from functools import cached_property
import json
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import show_number
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.policy.document.browser.filesinput import sent
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.records import visible_record
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.duplicates import hashes_of
from qlvb.workflows.incoming.known import known_documents
import transaction
from zope.component import getUtility


#: (label, field of what is entered, attribute of Known): the lines of the comparison.
LINES = (
    (_("doc_fact_reference", default="Số ký hiệu"), "reference"),
    (_("doc_fact_issue_date", default="Ngày ban hành"), "issue_date"),
    (_("doc_fact_issuing_agency", default="Cơ quan ban hành"), "issuing_body"),
    (_("doc_fact_subject", default="Trích yếu"), "subject"),
    (_("doc_fact_arrival_number", default="Số đến"), "arrival_number"),
    (_("doc_fact_arrival_date", default="Ngày đến"), "arrival_date"),
    (_("doc_fact_state", default="Trạng thái"), "state"),
)


def shown(value):
    """str of a date, a number or a text."""
    if hasattr(value, "isoformat"):
        return show_date(value)
    return show_number(value) if isinstance(value, int) else str(value or "")


class Comparison:
    """What the table of both needs: ``entered`` (dict) and ``known`` (list of Known)."""

    def lines(self):
        """list of dict label, entered (str), known (list of dict text, same)."""
        return [
            {
                "label": label,
                "entered": shown(self.entered.get(name)),
                "known": [
                    {
                        "text": shown(getattr(one, name)),
                        "same": bool(shown(getattr(one, name)))
                        and shown(getattr(one, name)).lower() == shown(self.entered.get(name)).lower(),
                    }
                    for one in self.known
                ],
            }
            for label, name in LINES
        ]


class EnteredDuplicates(Comparison, BrowserView):
    """``@@duplicates`` of an agency: the part of the registration form that shows what is there already."""

    template = ViewPageTemplateFile("templates/duplicates.pt")
    may_attach = True

    def __call__(self):
        return self.template() if self.known else ""

    @property
    def agency_url(self):
        return self.context.absolute_url()

    @cached_property
    def known(self):
        agency = getUtility(IDirectory).agency_of(self.context)
        return known_documents(agency.id, self.request.form)

    @cached_property
    def entered(self):
        form = self.request.form
        number, symbol = (str(form.get(name) or "").strip() for name in ("original_number", "document_symbol"))
        day = str(form.get("issue_date") or "")
        return {
            "reference": "/".join(filter(None, (number, symbol))),
            "issue_date": "/".join(reversed(day.split("-"))),
            "issuing_body": str(form.get("issuing_body") or ""),
            "subject": str(form.get("subject") or ""),
        }


class DuplicatesPane(Comparison, Pane):
    """On a document that waits for its clerk."""

    template = ViewPageTemplateFile("templates/duplicates.pt")
    may_attach = False

    @cached_property
    def known(self):
        record = self.record
        if state_of(record) != "waiting" or not api.user.has_permission("qlvb: Register incoming", obj=record):
            return []
        form = {
            "original_number": str(record.original_number or record.document_number or ""),
            "document_symbol": record.document_symbol,
            "issuing_body": record.issuing_body,
            "issue_date": record.issue_date.isoformat() if record.issue_date else "",
            "sha256": hashes_of(record),
        }
        found = known_documents(self.directory.agency_of(record).id, form)
        return [one for one in found if one.uid != record.UID()]

    @cached_property
    def entered(self):
        record = self.record
        names = ("reference", "issue_date", "issuing_body", "subject", "arrival_date")
        return {name: getattr(record, name) for name in names}

    def available(self):
        return bool(self.known)


class AttachArrival(BrowserView):
    """``@@attach-arrival`` of an agency: the files of the registration form go to the document that is there."""

    def __call__(self):
        CheckAuthenticator(self.request)
        try:
            target = self.attach()
        except Refused as refused:
            transaction.doom()
            return self.answer(refused_response(self.request, refused))
        api.portal.show_message(_("doc_attached", default="Đã gắn vào văn bản đã có."), self.request)
        if "application/json" in (self.request.getHeader("Accept") or ""):
            return self.answer({"ok": True, "redirect": target})
        return self.request.response.redirect(target)

    def answer(self, body):
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        return json.dumps(body, ensure_ascii=False)

    def attach(self):
        """str: the address of the document. :raises Refused: as the act ``attach_arrival``."""
        form = self.request.form
        record = visible_record(str(form.get("attach") or ""))
        if record is None:
            message = _("doc_attach_unknown", default="Không tìm thấy văn bản để gắn vào.")
            raise Refused(Violation("attach", "unknown", message), status=404)
        data = {
            "arrival_date": form.get("arrival_date") or clock.today(),
            "arrival_channel": form.get("arrival_channel") or "post",
            "note": form.get("note") or "",
        }
        uploads = [*sent(form, "file"), *sent(form, "annexes")] or [None]
        for upload in uploads:
            if upload is not None:
                upload.seek(0)
            IActs(record).perform("attach_arrival", {**data, "file": upload})
        return record.absolute_url()
