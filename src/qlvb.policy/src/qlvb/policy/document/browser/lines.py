"""QUÁ TRÌNH XỬ LÝ of an incoming document: its assignment lines as the table that offices know."""

from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_date
from qlvb.content.clock import show_moment
from qlvb.content.files.interfaces import IFileStore
from qlvb.policy.document.browser.history import in_place_of
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.records import visible_record
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.component import getUtility


ROLE_TITLES = {
    "lead": _("doc_line_lead", default="Chủ trì"),
    "coordinate": _("doc_line_coordinate", default="Phối hợp"),
    "information": _("doc_line_information", default="Nhận để biết"),
}
STATE_TITLES = {
    "new": _("doc_line_new", default="Chưa xử lý"),
    "in_progress": _("doc_line_in_progress", default="Đang xử lý"),
    "forwarded": _("doc_line_forwarded", default="Đã chuyển thực hiện"),
    "to_extend": _("doc_line_to_extend", default="Chờ duyệt gia hạn"),
    "to_confirm": _("doc_line_to_confirm", default="Chờ xác nhận hoàn thành"),
    "finished": _("doc_line_finished", default="Hoàn thành"),
    "returned": _("doc_line_returned", default="Đã trả lại"),
    "withdrawn": _("doc_line_withdrawn", default="Đã thu hồi"),
}
#: An open line for information whose holder was then given work.
REPLACED = _("doc_line_replaced", default="Đã được giao việc")
STATE_TONES = {
    "new": "neutral",
    "in_progress": "info",
    "forwarded": "info",
    "to_extend": "warn",
    "to_confirm": "info",
    "finished": "good",
    "returned": "warn",
    "withdrawn": "neutral",
}


def due_words(left):
    """(tone, message id) of a deadline that has not been met yet, ``left`` (int) working days from today."""
    if left < 0:
        return "bad", _("doc_due_over", default="quá hạn ${days} ngày làm việc", mapping={"days": str(-left)})
    if left == 0:
        return "warn", _("doc_due_today", default="đến hạn hôm nay")
    tone = "warn" if left <= 2 else "neutral"
    return tone, _("doc_due_left", default="còn ${days} ngày làm việc", mapping={"days": str(left)})


def extension_words(extension, decider):
    """Message id: what was asked and what became of it."""
    mapping = {
        "old": show_date(extension.old),
        "wished": show_date(extension.wished),
        "new": show_date(extension.deadline),
        "reason": extension.reason,
        "answer": extension.answer,
        "who": decider,
    }
    if extension.granted is None:
        return _("doc_extension_asked", default="xin gia hạn đến ${wished}: ${reason}", mapping=mapping)
    if extension.granted:
        return _("doc_extension_granted", default="${who} đã gia hạn từ ${old} đến ${new}", mapping=mapping)
    return _(
        "doc_extension_refused", default="${who} không duyệt gia hạn đến ${wished}: ${answer}", mapping=mapping
    )


class LinesPane(Pane):
    """The lines, forwarded ones under those that they came from."""

    template = ViewPageTemplateFile("templates/lines.pt")

    @cached_property
    def lines(self):
        return ILines(self.record).all()

    def ordered(self):
        """list of (depth, line): children follow their parent."""
        children = {}
        for line in self.lines:
            children.setdefault(line.parent, []).append(line)
        known = {line.id for line in self.lines}

        def walk(parent, depth):
            for line in children.get(parent, ()):
                yield depth, line
                yield from walk(line.id, depth + 1)

        tops = [parent for parent in children if parent not in known]
        return [item for parent in tops for item in walk(parent, 0)]

    def rows(self):
        """list of dict: the columns of the table."""
        return [self.row(number, depth, line) for number, (depth, line) in enumerate(self.ordered(), 1)]

    def doer(self, userid, absent):
        """Who did it: a name, or who in whose place."""
        if not absent:
            return self.name_of(userid)
        return self.word(in_place_of(self.name_of(userid), self.name_of(absent)))

    def row(self, number, depth, line):
        reply = visible_record(line.reply)
        row = {
            "number": number,
            "depth": depth,
            "sender": self.doer(line.assigned_by, line.assigned_for),
            "sender_id": line.assigned_by,
            "request": line.request,
            "recipient": self.doer(line.closed_by if line.closed_for else line.recipient, line.closed_for),
            "unit": self.unit(line),
            "role": ROLE_TITLES[line.role],
            "role_id": line.role,
            "received": show_moment(line.assigned_at),
            "opened": show_moment(line.opened_at),
            "result": line.result,
            "deadline": show_date(line.deadline),
            "closed": show_moment(line.closed_at),
            "state": REPLACED if line.replaced_by else STATE_TITLES[line.state],
            "tone": STATE_TONES[line.state],
            "due": "",
            "due_tone": "neutral",
            "reply": reply,
            "mine": line.recipient == self.me,
            "files": self.files_of(line),
            "notes": self.notes(line),
        }
        if line.deadline and is_open(line) and line.state != "to_confirm":
            left = getUtility(IWorkingCalendar).between(clock.today(), line.deadline, self.agency_id)
            row["due_tone"], row["due"] = due_words(left)
        elif line.deadline and line.closed_at and line.state == "finished":
            late = line.closed_at.date() > line.deadline
            row["due"] = _("doc_line_late", default="quá hạn") if late else _("doc_line_in_time", default="đúng hạn")
            row["due_tone"] = "bad" if late else "good"
        return row

    def files_of(self, line):
        """list of dict: the files that are the result."""
        store = IFileStore(self.record)
        found = [stored for stored in map(store.get, line.files) if stored is not None]
        return [
            {"title": stored.current.filename, "url": f"{self.url}/@@file/{stored.id}/{stored.current.number}"}
            for stored in found
        ]

    def notes(self, line):
        """list of message ids: how far it is, how often its holder was urged, what became of its deadline."""
        found = []
        if line.progress is not None and is_open(line):  # of work that is done, a part of it says nothing
            words = _("doc_line_progress", default="đạt ${percent}%", mapping={"percent": str(line.progress)})
            found.append(words)
        if line.chases:
            mapping = {"times": str(len(line.chases)), "when": show_moment(line.chases[-1].when)}
            found.append(_("doc_line_chased", default="đôn đốc ${times} lần, gần nhất ${when}", mapping=mapping))
        found.extend(extension_words(one, self.name_of(one.decided_by)) for one in line.extensions)
        return found

    def unit(self, line):
        """The department of a line; of one that is closed under the name that it had on that day."""
        agency = self.directory.agency_of(self.record)
        unit = self.directory.department(agency.id, line.department) if agency and line.department else None
        return unit.title_on(line.closed_at.date() if line.closed_at else None) if unit else ""

    @cached_property
    def agency_id(self):
        agency = self.directory.agency_of(self.record)
        return agency.id if agency else None

    @cached_property
    def me(self):
        return api.user.get_current().getId()


def trail_words(direction):
    """list of message ids: how a direction read before."""
    return [
        _("doc_direction_was", default="trước ${when}: “${text}”", mapping={"when": show_moment(until), "text": text})
        for text, until, *_drawing in reversed(direction.former)
    ]


class LinesSummary(LinesPane):
    """The same lines as a short list beside the document."""

    template = ViewPageTemplateFile("templates/lines_summary.pt")

    def available(self):
        return bool(self.lines)

    def rows(self):
        """The rows with ``direction``: what was asked, once for people who were asked the same by the same person."""
        rows, said = super().rows(), None
        directions = handling_of(self.record).directions
        trails = {(one.by, one.text): trail_words(one) for one in directions}
        for row in rows:
            asked = (row["sender"], row["request"])
            row["direction"] = row["request"] if asked != said else ""
            row["trail"] = trails.get((row["sender_id"], row["request"]), []) if row["direction"] else []
            row["drawings"] = self.drawings(row["sender_id"], row["request"]) if row["direction"] else []
            said = asked
        return rows

    def drawings(self, userid, text):
        """Addresses of what ``userid`` wrote by hand with the direction ``text``, before it was amended too: list."""
        ids = []
        for one in handling_of(self.record).directions:
            if (one.by, one.text) == (userid, text):
                ids += [*(drawing for _text, _until, *rest in one.former for drawing in rest), one.drawing]
        stored = map(IFileStore(self.record).get, dict.fromkeys(filter(None, ids)))
        return [f"{self.url}/@@file/{file.id}/{file.current.number}" for file in stored if file is not None]
