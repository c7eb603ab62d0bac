"""``@@secret-reports`` of an agency and of the site: Báo tài liệu mật, open and closed."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.exposures.interfaces import CONFIRMED
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import WAITING
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.people import name_of
from qlvb.content.paging import PagedRows
from qlvb.workflows.exposures.access import cases_at
from qlvb.workflows.exposures.wording import STATE_TITLES
from qlvb.workflows.exposures.wording import TONES
from qlvb.workflows.exposures.wording import agency_title
from urllib.parse import urlencode


OPEN_TAB, CLOSED_TAB = "open", "closed"
TABS = {
    OPEN_TAB: _("secret_tab_open", default="Đang mở"),
    CLOSED_TAB: _("secret_tab_closed", default="Đã đóng"),
}


class SecretReports(PagedRows, BrowserView):
    """The newest first. Nothing here says what a document is about."""

    shell_section = "administration"

    @property
    def is_agency(self):
        return IAgency.providedBy(self.context)

    @property
    def list_url(self):
        """See Paged."""
        return f"{self.context.absolute_url()}/@@secret-reports"

    @property
    def tab(self):
        """One of TABS (``?tab=``)."""
        return CLOSED_TAB if self.request.form.get("tab") == CLOSED_TAB else OPEN_TAB

    def asked(self):
        """See Paged."""
        return {"tab": self.tab}

    def cases(self, tab):
        """list of ICase."""
        return [case for case in cases_at(self.context) if (case.state == OPEN) == (tab == OPEN_TAB)]

    @property
    def tabs(self):
        """list of dict title, count, url, current."""
        return [
            {
                "title": title,
                "count": len(self.cases(tab)),
                "url": f"{self.list_url}?{urlencode({'tab': tab})}",
                "current": tab == self.tab,
            }
            for tab, title in TABS.items()
        ]

    def listed(self):
        """See PagedRows."""
        return self.cases(self.tab)

    def rows(self):
        """list of dict: the cases of this page."""
        return [self._row(case) for case in self.batch]

    def _row(self, case):
        parties = list(case.parties.values())
        return {
            "id": case.id,
            "url": f"{self.context.absolute_url()}/@@secret-report?case={case.id}",
            "agency": agency_title(case.agency),
            "when": show_moment(case.opened),
            "by": name_of(case.reports[0].by),
            "reason": case.reports[0].reason,
            "material": len(case.items),
            "confirmed": sum(one.state == CONFIRMED for one in parties),
            "parties": len(parties),
            "waiting": sum(one.state == WAITING for one in parties),
            "state": STATE_TITLES[case.state],
            "tone": TONES[case.state],
            "closed": show_moment(case.closed) if case.closed else "",
            "closed_by": name_of(case.closed_by) if case.closed_by else "",
        }

    @property
    def home_url(self):
        return api.portal.get().absolute_url()
