"""``<agency>/@@handover``: Bàn giao công việc, the work that people leave behind who go."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import clock
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.rules import LEAVES_SOON
from qlvb.content.clock import show_date
from zope.component import getUtility


class Handover(BrowserView):
    """People whose post ends within a month, has ended, or who have left, while records wait for them."""

    shell_section = "administration"
    days = LEAVES_SOON.days

    def rows(self):
        """list of dict fullname, post, day, gone (bool: it is over), open_work, url, post_url."""
        portal_url = api.portal.get().absolute_url()
        return [
            {
                "fullname": one.fullname,
                "post": one.post,
                "day": show_date(one.day),
                "gone": one.day is None or one.day < clock.today(),
                "open_work": one.open_work,
                "url": f"{portal_url}/people/{one.userid}",
                "post_url": f"{self.context.absolute_url()}/posts/{one.post_id}/@@assign" if one.post_id else "",
            }
            for one in getUtility(IAccounts).leaving(self.context.getId())
        ]
