"""A request to read: what it says, what can be done with it, the copies."""

from AccessControl import getSecurityManager
from plone.protect.interfaces import IDisableCSRFProtection
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.files.serving import forbid_unfit
from qlvb.content.files.serving import send
from qlvb.content.files.viewing import note_view
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.indexing import days_late
from qlvb.content.readings.indexing import reader_of
from qlvb.content.readings.interfaces import COPY
from qlvb.content.readings.interfaces import PAPER
from qlvb.content.readings.rules import is_open_to_read
from qlvb.content.readings.vocabularies import KIND_TITLES
from qlvb.content.readings.vocabularies import PURPOSE_TITLES
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.readings.browser.rows import TONES
from qlvb.workflows.readings.copies import KIND
from qlvb.workflows.readings.copies import closed_copy
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.copies import said_of
from qlvb.workflows.readings.copies import sources_of
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


PERMISSION = "qlvb: Read copies"

#: Paper is handed out and comes back; a copy is opened and closed.
LENT_WORDS = {
    "lent_on": _("reading_lent_on", default="Ngày mượn"),
    "due": _("reading_due", default="Hạn trả"),
    "returned_on": _("reading_returned_on", default="Ngày trả"),
}
OPENED_WORDS = {
    "lent_on": _("reading_opened_on", default="Đọc từ ngày"),
    "due": _("reading_open_until", default="Đọc đến hết ngày"),
    "returned_on": _("reading_closed_on", default="Ngày kết thúc"),
}
OPENED = {
    "lent": _("reading_state_open", default="Đang khai thác"),
    "returned": _("reading_state_closed", default="Đã kết thúc khai thác"),
}


def may_read(reading):
    """bool: the current user may look at the copies today."""
    allowed = getSecurityManager().checkPermission(PERMISSION, reading)
    return bool(allowed) and is_open_to_read(reading.kind, state_of(reading), reading.due, clock.today())


class ReadingView(ActionBar, BrowserView):
    """The page of a request."""

    shell_section = "archive"

    @property
    def facts(self):
        """dict of what the page says."""
        reading, state = self.context, state_of(self.context)
        record = visible_record(reading.record)
        late = days_late(reading)
        return {
            "state": (reading.kind != PAPER and OPENED.get(state)) or title_of_state("Reading", state),
            "words": LENT_WORDS if reading.kind == PAPER else OPENED_WORDS,
            "tone": "bad" if late else TONES.get(state, "neutral"),
            "late": late,
            "reader": reader_of(reading),
            "reader_more": self._reader_more(),
            "record": record
            and {"url": record.absolute_url(), "title": getattr(record, "subject", "") or record.title},
            "kind": KIND_TITLES[reading.kind],
            "purpose": PURPOSE_TITLES[reading.purpose],
            **{
                name: show_date(getattr(reading, name))
                for name in ("asked_on", "answer_due", "lent_on", "due", "returned_on")
            },
        }

    def _reader_more(self):
        """Papers and address of an outsider; the agency of somebody with an account."""
        reading = self.context
        if not reading.requester:
            return " · ".join(filter(None, (reading.reader_paper, reading.reader_body, reading.reader_contact)))
        post = getUtility(IDirectory).main_post(reading.requester)
        agency = getUtility(IDirectory).agency(post.agency) if post else None
        return agency.title if agency else ""

    @property
    def has_copies(self):
        return self.context.kind != PAPER and state_of(self.context) in ("lent", "returned")

    @property
    def copies(self):
        """list of dict: title, filename, pages, read, download, lacking."""
        base, may = self.context.absolute_url(), may_read(self.context)
        found = []
        for number, copy in enumerate(copies_of(self.context)):
            said = said_of(copy)
            there = said.pop("there") and may
            found.append(
                {
                    **said,
                    "read": f"{base}/@@read-copy/{number}" if there else "",
                    "download": f"{base}/@@copy-file/{number}?download=1"
                    if there and self.context.kind == COPY
                    else "",
                }
            )
        return found

    @property
    def waiting(self):
        """What the worker says of the copies that are not there yet: dict error, or None."""
        jobs = [job for job in IJobs(self.context).all() if job.kind == KIND]
        if not jobs or jobs[-1].state == "done":
            return None
        return {"error": translate(jobs[-1].error, context=self.request) if jobs[-1].error else ""}

    @property
    def open(self):
        """bool: the copies may be looked at today."""
        return may_read(self.context)


@implementer(IPublishTraverse)
class ReadCopy(BrowserView):
    """``@@read-copy/<number>``: one copy, read on the screen."""

    shell_section = "archive"
    number = ""

    def publishTraverse(self, request, name):
        if self.number or not name.isascii() or not name.isdigit() or len(name) > 6:
            raise NotFound(name)
        self.number = name
        return self

    def __call__(self):
        self.demand()
        return self.index()

    def demand(self):
        """:raises NotFound: there is no such copy, or nobody may look at it any more."""
        copies = copies_of(self.context)
        if not self.number or int(self.number) >= len(copies) or not may_read(self.context):
            raise NotFound(self.number)
        self.copy = copies[int(self.number)]
        if self.copy.blob is None:
            raise NotFound(self.number)

    @property
    def file_url(self):
        return f"{self.context.absolute_url()}/@@copy-file/{self.number}"

    @property
    def until(self):
        return _("reading_until", default="Xem được đến hết ngày ${day}", mapping={"day": show_date(self.context.due)})


class CopyFile(ReadCopy):
    """``@@copy-file/<number>``: the bytes for the reader; as a file only of uncertified copies (TT 05/2025 Điều 40)."""

    def __call__(self):
        self.demand()
        download = bool(self.request.form.get("download"))
        if (download or self.request.getHeader("Sec-Fetch-Dest") == "document") and self.context.kind != COPY:
            self.request.response.setStatus(403)
            text = _(
                "reading_no_download", default="Bản đọc chỉ xem trên hệ thống, không tải xuống (TT 05/2025 Điều 37)."
            )
            return translate(text, context=self.request)
        if closed := closed_copy(self.copy):
            raise Refused(closed, 403)
        sources = sources_of(self.context, self.copy)
        forbid_unfit([version for _document, _stored, version in sources], self.request)
        if self._is_new_look():
            self._note()
            for document, stored, version in sources[:1]:  # an access to what it is a copy of (NĐ 30/2020 VI-6a, 6l)
                note_view(document, stored, version, self.request)
        return send(self.request, self.copy.blob.data, self.copy.filename, "application/pdf", inline=not download)

    def _is_new_look(self):
        """bool: this person has not looked at this copy today."""
        userid = getSecurityManager().getUser().getId()
        for entry in IJournal(self.context).entries(newest_first=True, events=("copy_viewed",)):
            if entry.when.date() < clock.today():
                return True
            if entry.actor == userid and entry.detail.get("copy") == self.copy.filename:
                return False
        return True

    def _note(self):
        """Who has looked at what is kept (TT 05/2025 Điều 37); the one place where this GET writes."""
        alsoProvides(self.request, IDisableCSRFProtection)
        userid = getSecurityManager().getUser().getId()
        IJournal(self.context).append("copy_viewed", userid, {"copy": self.copy.filename})
