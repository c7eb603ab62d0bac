"""The form that begins a disposal with the list that the system makes."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.disposal.candidates import candidates
from qlvb.workflows.disposal.creation import TEXTS
from qlvb.workflows.disposal.creation import add_item
from qlvb.workflows.disposal.creation import create_disposal
from qlvb.workflows.disposal.inputs import REASON_TITLES
from qlvb.workflows.disposal.naming import named
from zope.component import getUtility


class AddDisposal(PostedForm):
    """``@@add-disposal``."""

    shell_section = "archive"

    def __call__(self):
        self.agency = getUtility(IDirectory).agency_of(self.context)
        return super().__call__()

    def candidates(self):
        """list of dict of what the system finds today: reference, title, reason, the copy that is kept."""
        found = []
        for one in self.found():
            kept = visible_record(one.why) if one.why else None
            found.append(
                {
                    "url": one.record.absolute_url(),
                    "reference": named(one.record),
                    "title": one.record.Title(),
                    "reason": REASON_TITLES[one.reason],
                    "kept": {"url": kept.absolute_url(), "title": named(kept)} if kept else None,
                }
            )
        return found

    def found(self):
        """Candidates of today, dossiers first: tuple."""
        return candidates(self.agency.id, clock.today())

    def save(self):
        by = getSecurityManager().getUser().getId()
        values = {name: self.value(name) for name in ("title", "fonds", *TEXTS)}
        disposal = create_disposal(self.agency.id, values, by)
        for one in self.found():
            add_item(disposal, one.record, one.reason, by)
        disposal.reindexObject()
        api.portal.show_message(_("disposal_made", default="Đã lập danh mục hết giá trị."), self.request)
        return disposal.absolute_url()
