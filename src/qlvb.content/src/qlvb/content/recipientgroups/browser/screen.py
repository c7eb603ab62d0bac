"""``@@recipient-groups``: the agency's groups and their removal. They are made in the form of a draft."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.recipientgroups.interfaces import IRecipientGroups
from qlvb.content.violations import Refused
import transaction
from zope.component import getUtility
from zope.i18n import translate


class GroupsView(BrowserView):
    """List and removal."""

    template = ViewPageTemplateFile("groups.pt")
    shell_section = "administration"

    def __call__(self):
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        try:
            IRecipientGroups(self.context).remove(str(self.request.form.get("remove", "")))
        except Refused as refused:
            transaction.doom()
            self.request.response.setStatus(refused.status)
            for violation in refused.violations:
                api.portal.show_message(translate(violation.message, context=self.request), self.request, type="error")
            return self.template()
        message = _("recipient_group_removed", default="Đã bỏ nhóm nơi nhận.")
        api.portal.show_message(message, self.request, type="info")
        return self.request.response.redirect(f"{self.context.absolute_url()}/@@recipient-groups")

    def rows(self):
        """list of dict."""
        person = getUtility(IDirectory).person
        return [
            {
                "id": group.id,
                "title": group.title,
                "names": [row["name"] for row in group.recipients],
                "by": person(group.by).fullname,
                "when": group.when.strftime("%d/%m/%Y"),
            }
            for group in IRecipientGroups(self.context).all()
        ]
