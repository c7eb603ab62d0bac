"""``@@phrases``: Mẫu ý kiến, the sentences of a person and of his units."""

from AccessControl import getSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.desks.interfaces import IPhrases
from qlvb.content.desks.units import units_of
from qlvb.content.organisation.browser.posted import PostedForm
from zope.component import getUtility


OWN = _("phrases_own", default="Riêng tôi")


class PhrasesPage(PostedForm):
    """List, keep and remove; the same as the service ``@phrases``."""

    @property
    def userid(self):
        return getSecurityManager().getUser().getId()

    def rows(self):
        """list of dict id, text, owner (title), may_remove."""
        units = {unit.id: unit for unit in units_of(self.userid)}
        return [
            {
                "id": one.id,
                "text": one.text,
                "owner": units[one.owner].title if one.owner in units else OWN,
                "may_remove": one.owner not in units or units[one.owner].may_share,
            }
            for one in getUtility(IPhrases).all(self.userid)
        ]

    def owners(self):
        """For whom the person may keep a sentence: list of dict value, title."""
        shared = [{"value": unit.id, "title": unit.title} for unit in units_of(self.userid) if unit.may_share]
        return [{"value": "", "title": OWN}, *shared]

    def save(self):
        phrases = getUtility(IPhrases)
        if self.value("remove"):
            phrases.remove(self.value("remove"), self.userid)
            message = _("phrases_removed", default="Đã bỏ mẫu ý kiến.")
        else:
            phrases.add(self.userid, self.value("text"), self.value("owner"))
            message = _("doc_js_phrase_kept", default="Đã lưu mẫu ý kiến.")
        api.portal.show_message(message, self.request)
        return f"{self.context.absolute_url()}/@@phrases"
