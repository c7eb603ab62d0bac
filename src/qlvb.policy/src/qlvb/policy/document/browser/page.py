"""The document screen: the PDF on one side, facts and acts on the other."""

from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.viewing import note_opening
from qlvb.policy.document.browser.assets import Assets
from qlvb.policy.document.browser.chain import ChainPane
from qlvb.policy.document.browser.changespane import ChangesPane
from qlvb.policy.document.browser.consultation import ConsultationPane
from qlvb.policy.document.browser.crumbs import Crumbs
from qlvb.policy.document.browser.deliveries import DeliveriesPane
from qlvb.policy.document.browser.destroyedpane import DestroyedPane
from qlvb.policy.document.browser.dossierpane import DossierPane
from qlvb.policy.document.browser.duplicates import DuplicatesPane
from qlvb.policy.document.browser.filelist import FileList
from qlvb.policy.document.browser.heading import Heading
from qlvb.policy.document.browser.history import HistoryPane
from qlvb.policy.document.browser.incoming_facts import IncomingFacts
from qlvb.policy.document.browser.journalpane import JournalPane
from qlvb.policy.document.browser.layoutcheck import LayoutCheckPane
from qlvb.policy.document.browser.letterpane import LetterPane
from qlvb.policy.document.browser.lines import LinesPane
from qlvb.policy.document.browser.lines import LinesSummary
from qlvb.policy.document.browser.mark import MarkPane
from qlvb.policy.document.browser.onestop import OneStopPane
from qlvb.policy.document.browser.outgoing_facts import OutgoingFacts
from qlvb.policy.document.browser.panes import Panes
from qlvb.policy.document.browser.readers import ReadersPane
from qlvb.policy.document.browser.recall import RecallPane
from qlvb.policy.document.browser.related import RelatedPane
from qlvb.policy.document.browser.signatures import SignaturesPane
from qlvb.policy.document.browser.standing import StandingPane
from qlvb.policy.steering.browser.sourcepane import SourcePane
from qlvb.workflows.incoming.opening import opened


class DocumentPage(Assets, Crumbs, Panes, BrowserView):
    """Base of both directions: which panes stand where."""

    template = ViewPageTemplateFile("templates/document.pt")
    viewer_macros = ViewPageTemplateFile("templates/viewer.pt")
    shell_wide = True
    shell_keys = "document"
    shell_section = ""
    #: (tab id, title, factories of the panes below it); the first tab is the document itself and has none.
    tabs = ()

    def __call__(self):
        if self.context.document_number and not IFileStore(self.context).files():
            note_opening(self.context, self.request)
        return self.template()

    @cached_property
    def heading(self):
        return self.pane(Heading)

    @cached_property
    def files(self):
        return self.pane(FileList)

    @cached_property
    def tab(self):
        """Id of the tab to show first (``?tab=process``)."""
        wanted = self.request.form.get("tab", "")
        known = [tab_id for tab_id, _title, _factories in self.tabs]
        return wanted if wanted in known else known[0]

    def tab_items(self):
        """list of dict: tabs with the markup of their panes."""
        return [
            {
                "id": tab_id,
                "title": title,
                "url": f"{self.context.absolute_url()}?tab={tab_id}",
                "selected": tab_id == self.tab,
                "panes": self.rendered(factories),
            }
            for tab_id, title, factories in self.tabs
        ]

    @property
    def back_url(self):
        """Where "Trở về" leads without a script: the list of this direction."""
        return f"{api.portal.get().absolute_url()}/@@worklist?box={self.shell_section}.all"

    @property
    def portal_url(self):
        return api.portal.get().absolute_url()


class OutgoingPage(DocumentPage):
    """``view`` of an outgoing document."""

    shell_section = "outgoing"
    tabs = (
        ("content", _("doc_tab_outgoing", default="NỘI DUNG VĂN BẢN ĐI"), ()),
        ("process", _("doc_tab_process", default="QUÁ TRÌNH GIẢI QUYẾT"), (HistoryPane,)),
        ("deliveries", _("doc_tab_deliveries", default="NHẬT KÝ GỬI NHẬN"), (DeliveriesPane,)),
    )
    side = (
        StandingPane,
        DestroyedPane,
        ChangesPane,
        OneStopPane,
        ConsultationPane,
        LayoutCheckPane,
        OutgoingFacts,
        FileList,
        DossierPane,
        ChainPane,
        RelatedPane,
        SourcePane,
        MarkPane,
        SignaturesPane,
        ReadersPane,
        JournalPane,
    )


class IncomingPage(DocumentPage):
    """``view`` of an incoming document."""

    shell_section = "incoming"

    def __call__(self):
        opened(self.context, api.user.get_current().getId())
        return super().__call__()

    inline_acts = {"direct": "to_direct"}
    tabs = (
        ("content", _("doc_tab_incoming", default="NỘI DUNG VĂN BẢN ĐẾN"), ()),
        ("process", _("doc_tab_handling", default="QUÁ TRÌNH XỬ LÝ"), (LinesPane,)),
    )
    side = (
        StandingPane,
        DestroyedPane,
        LetterPane,
        RecallPane,
        DuplicatesPane,
        LinesSummary,
        SignaturesPane,
        IncomingFacts,
        FileList,
        DossierPane,
        ChainPane,
        RelatedPane,
        SourcePane,
        MarkPane,
        ReadersPane,
        JournalPane,
    )
