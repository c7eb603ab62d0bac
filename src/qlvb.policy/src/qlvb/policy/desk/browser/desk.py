"""``@@desk``: "Việc cần tôi quyết" as one list, the document in the middle, the decision at the right."""

from itertools import islice
import json
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.desks.interfaces import IPhrases
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.rows import Page
from qlvb.content.index.whole import every_row
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.shell.browser.worklist import Worklist
from zope.component import getUtility
from zope.component import queryUtility
from zope.i18n import translate


SESSION = _("desk_session", default="Ký lần lượt")
#: How many pieces of work the list shows at once: more than anybody decides in one sitting.
SHOWN = 100
#: The boxes by which the list is narrowed, as far as they exist, in the order of the tiles of a leader.
NARROWING = (
    "todo",
    "incoming.to_direct",
    "outgoing.to_review",
    "signing.needed",
    "signing.failed",
    "notes.to_decide",
    "opinions.to_answer",
    "incoming.unread",
    "incoming.in_progress",
    "incoming.overdue",
    "incoming.delegated",
    "outgoing.delegated",
    "opinions.delegated",
    "notes.delegated",
    "tasks.to_approve",
)
FIRST_PHRASES = (
    _("phrase_lead_advise", default="Chủ trì tham mưu, báo cáo tôi."),
    _("phrase_follow_rules", default="Thực hiện theo quy định."),
    _("phrase_draft_reply", default="Dự thảo văn bản trả lời."),
    _("phrase_coordinate", default="Phối hợp với các đơn vị liên quan thực hiện."),
    _("phrase_attend", default="Tham dự và báo cáo kết quả."),
    _("phrase_agree", default="Đồng ý."),
)
#: What the script of the desk says.
WORDS = {
    "desk_done": _("desk_js_done", default="{act}: {subject}"),
    "desk_undo": _("desk_js_undo", default="Hoàn tác (z)"),
    "desk_undone": _("desk_js_undone", default="Đã lấy lại: {subject}"),
    "desk_cannot_undo": _("desk_js_cannot_undo", default="Không lấy lại được nữa: {reason}"),
    "desk_acted": _("desk_js_acted", default="người nhận đã xử lý hoặc việc này không thu hồi được"),
    "desk_no_file": _("desk_js_no_file", default="Không có tệp để đọc ở đây. Bấm “o” để mở toàn bộ."),
    "desk_place": _("desk_js_place", default="{place}/{total}"),
    "desk_left": _("desk_js_left", default="Còn {count} việc"),
    "desk_collected": _("desk_js_collected", default="Đã gom để ký: {subject}"),
    "desk_signing": _("desk_js_signing", default="Đang ký {done}/{total}…"),
    "desk_signed": _("desk_js_signed", default="Đã ký {done} văn bản, {failed} văn bản chưa ký được."),
    "desk_still_signing": _(
        "desk_js_still_signing",
        default="Đã ký {done} văn bản, {failed} chưa ký được, {waiting} đang ký: xem ô Đang ký trên trang chủ.",
    ),
    "desk_phrase_kept": _("desk_js_phrase_kept", default="Đã lưu mẫu ý kiến."),
    "desk_gone": _("desk_js_gone", default="Việc này không còn ở chỗ anh/chị."),
    "desk_nothing_to_send": _("desk_js_nothing_to_send", default="Việc này không có thao tác chính lúc này."),
    "desk_drop": _("desk_js_drop", default="Bỏ mẫu này"),
}


class Desk(Assets, Worklist):
    """The list, narrowed by a box (``?box=``); the panes beside it are fetched as one goes through it."""

    shell_wide = True
    shell_keys = "desk"
    viewer_macros = ViewPageTemplateFile("../../document/browser/templates/viewer.pt")

    @property
    def box_id(self):
        asked = self.request.form.get("box")
        return asked if asked in NARROWING and queryUtility(IBox, name=asked) is not None else "todo"

    @property
    def shell_section(self):
        return "home"

    @property
    def address(self):
        return f"{self.shell.portal_url}/@@desk"

    @property
    def only(self):
        """UIDs of a selection that is gone through one by one (``?only=``); empty for all of the box."""
        asked = self.request.form.get("only", "")
        return [uid for uid in asked.split(",") if uid] if isinstance(asked, str) else []

    def fetch(self, filters, sort, start, size):
        if not self.only:
            return super().fetch(filters, sort, start, SHOWN)
        rows = list(islice((row for row in every_row(self.question) if row.uid in self.only), SHOWN))
        return Page(total=len(rows), rows=rows, start=0, size=SHOWN)

    @property
    def heading(self):
        if self.shell.functions & {"leader", "unit_leader", "appraiser"}:
            return _("home_todo_leader", default="Việc cần tôi quyết")
        return _("home_todo", default="Việc cần xử lý")

    @property
    def narrowings(self):
        """The boxes to narrow by: list of dict id, title, count, url, current; those without work are left out."""
        known = [name for name in NARROWING if queryUtility(IBox, name=name) is not None]
        counts = getUtility(IListing).counts(known, filters=self.shell.scope)
        session = {"title": SESSION, "count": self.page.total, "url": f"{self.address}?only={','.join(self.only)}"}
        return [{**session, "current": True}] * bool(self.only and self.page is not None) + [
            {
                "title": self.heading if name == "todo" else getUtility(IBox, name=name).title,
                "count": counts[name],
                "url": self.address if name == "todo" else f"{self.address}?box={name}",
                "current": name == self.box_id and not self.only,
            }
            for name in known
            if counts[name] or name in ("todo", self.box_id)
        ]

    @property
    def words(self):
        """The words of the document screen and of the desk: JSON."""
        said = {key: translate(message, context=self.request) for key, message in WORDS.items()}
        return json.dumps({**json.loads(super().words), **said}).replace("<", "\\u003c")

    @property
    def phrases(self):
        """JSON: the sentences kept by the person and his units, or those that everybody begins with."""
        kept = [{"id": one.id, "text": one.text} for one in getUtility(IPhrases).all(self.shell.userid)]
        # They are written into documents, so they are in the language of documents.
        kept = kept or [{"id": "", "text": translate(one, target_language="vi")} for one in FIRST_PHRASES]
        return json.dumps(kept).replace("<", "\\u003c")
