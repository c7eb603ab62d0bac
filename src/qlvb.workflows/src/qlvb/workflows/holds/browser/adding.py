"""The form that opens a case, for records that were chosen in a list or are named here."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.values import as_day
from qlvb.workflows.holds.acts import bind_all
from qlvb.workflows.holds.acts import why_not
from qlvb.workflows.holds.creation import create_hold
from qlvb.workflows.readings.naming import uid_of
from zope.component import getUtility


class AddHold(PostedForm):
    """``@@add-hold``."""

    shell_section = "archive"

    @property
    def today(self):
        return clock.today().isoformat()

    def save(self):
        by = getSecurityManager().getUser().getId()
        values = {name: self.value(name) for name in ("case_number", "title", "reason", "basis")}
        values["valid_from"] = as_day(self.value("valid_from"), "valid_from")
        hold = create_hold(getUtility(IDirectory).agency_of(self.context).id, values, by)
        names = (line.strip() for line in self.value("records").splitlines())
        for item in bind_all(hold, [uid_of(name, self.context) for name in names if name], by):
            if item["status"] != 200:
                api.portal.show_message(why_not(item), self.request, type="warning")
        api.portal.show_message(_("hold_made", default="Đã lập vụ việc tạm dừng hủy."), self.request)
        return hold.absolute_url()
