"""The forms of my agency, for links that do not know it."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


class MyAgency(BrowserView):
    """``@@add-outgoing``, ``@@add-incoming`` of the site: the form of my agency, for links that do not know it."""

    def __call__(self):
        post = getUtility(IDirectory).main_post(api.user.get_current().getId())
        if post is None:
            message = _("doc_no_post", default="Tài khoản của anh/chị chưa giữ chức vụ nào trong một cơ quan.")
            api.portal.show_message(message, self.request, type="warning")
            return self.request.response.redirect(self.context.absolute_url())
        agency = getUtility(IDirectory).agency_object(post.agency)
        query = self.request.get("QUERY_STRING", "")
        return self.request.response.redirect(
            f"{agency.absolute_url()}/@@{self.__name__}{'?' + query if query else ''}"
        )
