"""A dossier: facts, retention, contents list."""

from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.additional.record import shown_by
from qlvb.content.badges import badges_of
from qlvb.content.clock import show_date
from qlvb.content.dossiers.due import due
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.dossiers.schema import IDossierSchema
from qlvb.content.files.viewing import note_opening
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.people import name_of
from qlvb.content.paging import PagedRows
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.workflows.acts.browser.links import ActionBar
from qlvb.workflows.filing.access import FILE
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.archival import KIND as CHECK_PDFA
from qlvb.workflows.filing.archival import progress
from qlvb.workflows.filing.browser.beside import Beside
from qlvb.workflows.filing.browser.rows import TONES
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.filing.contents_list import COLUMNS
from qlvb.workflows.filing.contents_list import rows_of
from qlvb.workflows.filing.forms import awaited_signature
from qlvb.workflows.filing.links import link_of
from qlvb.workflows.filing.passing import pending
from qlvb.workflows.filing.sharing import shared_with
from qlvb.workflows.filing.sharing import title_of
from qlvb.workflows.filing.templates import completeness_of
from qlvb.workflows.packages.origin import maker_of
from qlvb.workflows.standing.asking import standing_of
from qlvb.workflows.transfer.completing import returned
from qlvb.workflows.transfer.jobs.names import failed
from qlvb.workflows.transfer.jobs.names import live
from qlvb.workflows.transfer.showing import sent_back_json
from zope.component import getUtility


#: What gives a period its value.
SOURCES = {
    "entry": _("retention_from_entry", default="theo danh mục hồ sơ"),
    "own": _("retention_from_own", default="xác định riêng cho hồ sơ"),
    "document": _("retention_from_document", default="theo văn bản có thời hạn dài nhất trong hồ sơ"),
}
FROM_WHOLE = _("retention_from_whole", default="theo hồ sơ có hồ sơ con này")
TABS = (
    ("list", _("dossier_tab_list", default="Mục lục văn bản")),
    ("parts", _("dossier_tab_parts", default="Hồ sơ con")),
    ("notes", _("dossier_tab_notes", default="Phiếu trình")),
    ("drafts", _("dossier_tab_drafts", default="Dự thảo")),
    ("outgoing", _("dossier_tab_outgoing", default="Văn bản đi")),
    ("incoming", _("dossier_tab_incoming", default="Văn bản đến")),
    ("tasks", _("dossier_tab_tasks", default="Nhiệm vụ")),
    ("related", _("dossier_tab_related", default="Văn bản liên quan")),
    ("files", _("dossier_tab_files", default="Tài liệu liên quan khác")),
    ("check", _("dossier_tab_check", default="Kiểm tra")),
    ("history", _("dossier_tab_history", default="Lịch sử lưu trữ")),
)
EDIT = _("dossier_edit", default="Sửa thông tin")
PACKAGES = _("dossier_packages", default="Xuất gói")
JOURNAL = _("dossier_journal", default="Nhật ký")
#: Tabs that show lines of the contents list; the others show :class:`~.beside.Beside`.
LINES = ("list", "drafts", "outgoing", "incoming")


class DossierView(ActionBar, PagedRows, BrowserView):
    """The dossier; documents keep their own rights, so what the reader may not see shows only its place."""

    shell_section = "dossiers"
    page_size = 200
    columns = COLUMNS
    tones = TONES

    def __call__(self):
        wanted = self.request.form.get("tab", "list")
        self.tab = wanted if wanted in dict(TABS) else "list"
        self.all_rows = rows_of(self.context)
        self.state = state_of(self.context)
        self.may_file = self.state == "open" and may(FILE, self.context)
        note_opening(self.context, self.request)
        return self.index()

    def further(self):
        """See ActionBar."""
        found = [self.link("journal", JOURNAL, "@@journal")]
        if self.may_export:
            found.insert(0, self.link("packages", PACKAGES, "@@dossier-packages"))
        if self.may_edit:
            found.insert(0, self.link("edit", EDIT, "edit"))
        return found

    def badges(self):
        """Marks beside the state: list of Badge."""
        return badges_of(self.context)

    def tabs(self):
        base = self.context.absolute_url()
        return [
            {"title": title, "url": f"{base}?tab={name}", "current": name == self.tab, "count": self.count(name)}
            for name, title in TABS
            if name != "parts" or self.whole is None
        ]

    def count(self, tab):
        """int, or None for tabs that are worked out when they are opened."""
        if tab == "parts":
            return len(Beside(self.context, self.request, []).parts())
        return len(self.rows(tab)) if tab in LINES else None

    @property
    def whole(self):
        """The dossier of which this one is a part: dict code, title, url, empty where the reader may not see it; None
        for none.
        """
        whole = whole_of(self.context)
        if whole is None:
            return None
        seen = may("View", whole)
        return {"code": whole.code, "title": whole.title if seen else "", "url": whole.absolute_url() if seen else ""}

    def rows(self, tab=None):
        """Lines of a tab: list of ContentsRow."""
        tab = tab or self.tab
        if tab == "list":
            return self.all_rows
        direction = "outgoing" if tab == "drafts" else tab
        found = [row for row in self.all_rows if row.readable and row.row.direction == direction]
        if direction == "outgoing":
            return [row for row in found if bool(row.reference) == (tab == "outgoing")]
        return found

    @property
    def has_lines(self):
        return self.tab in LINES

    @property
    def state_title(self):
        return title_of_state("Dossier", self.state)

    def listed_parts(self):
        """The parts, under the contents list: list of dict url, title, note, day; [] under other lists."""
        return Beside(self.context, self.request, []).parts() if self.tab == "list" else []

    def beside(self):
        """What the tab shows beside the contents list: list of dict url, title, note, day."""
        return Beside(self.context, self.request, [row.item.uid for row in self.all_rows]).rows(self.tab)

    @property
    def complete(self):
        """Completeness against the template, or None."""
        return completeness_of(self.context)

    @property
    def handover(self):
        """The Handover that waits for its receiver: dict of names, or None."""
        waiting = pending(self.context)
        if waiting is None:
            return None
        giver, receiver = name_of(waiting.giver), name_of(waiting.receiver)
        return {"giver": giver, "receiver": receiver, "reason": waiting.reason}

    @property
    def signer(self):
        """The name of the one who is to sign the minutes of the last handing over, or ""."""
        return name_of(awaited_signature(self.context))

    def shared(self):
        """Who reads by sharing: list of str."""
        return list(dict.fromkeys(title_of(principal) for principal in shared_with(self.context)))

    @property
    def inherited(self):
        """Message id: whence the period comes, or None."""
        kept, whole = IRetention(self.context), whole_of(self.context)
        same = whole is not None and kept.inherited_from == "own" and kept.period == IRetention(whole).period
        return FROM_WHOLE if same else SOURCES.get(kept.inherited_from)

    @property
    def basis(self):
        return IRetention(self.context).basis

    def listed(self):
        """See PagedRows."""
        return self.rows()

    def asked(self):
        """See Paged."""
        return {"tab": self.tab}

    def faults(self):
        """What keeps the dossier from being closed: list of dict message, url."""
        return [
            {"message": fault.message, "url": link_of(self.context, fault)} for fault in violations(self.context)
        ]

    @property
    def standing(self):
        """Message id: work, hand-over and archive of the dossier in one sentence (product/workflows 3.9)."""
        return standing_of(self.context).sentence

    @property
    def sent_back(self):
        """What the archive wants completed: dict reason, faults, url of the transfer; None when it wants nothing."""
        transfer, item = returned(self.context)
        if item is None:
            return None
        found = sent_back_json(item, self.request)
        return {**found, "url": transfer.absolute_url() if may("View", transfer) else ""}

    @property
    def judging(self):
        """How far the worker is with the dossier's PDF files, or why it stopped: dict done, total, error; None when
        nothing is under way.
        """
        job = live(self.context, CHECK_PDFA) or failed(self.context, CHECK_PDFA)
        if job is None:
            return None
        done, total = progress(self.context)
        return {"done": done, "total": total, "error": job.error if job.state == "failed" else ""}

    @property
    def totals(self):
        return IDossierContents(self.context).totals()

    @property
    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    @property
    def holder(self):
        """str: who keeps it; of a dossier that came in a package who made it, and for which body."""
        return maker_of(self.context)

    @property
    def retention(self):
        """Message id of the period, or ""."""
        kept = period(self.context)
        return kept.label if kept else ""

    @property
    def due(self):
        """RetentionDue, or None."""
        return due(self.context)

    @property
    def due_date(self):
        ends = self.due
        return show_date(ends.date) if ends else ""

    def additional(self):
        """What it says in fields that its agency, or the body from which it came, has added: list of (label, value)."""
        return shown_by(self.context)

    def day(self, value):
        return show_date(value)

    @property
    def language(self):
        """Message id of the language, or ""."""
        field = IDossierSchema["language"].bind(self.context)
        return (
            field.vocabulary.getTerm(self.context.language).title if self.context.language in field.vocabulary else ""
        )

    @property
    def may_edit(self):
        return may("Modify portal content", self.context)

    @property
    def may_export(self):
        return self.state != "destroyed" and may("qlvb: Export dossier", self.context)
