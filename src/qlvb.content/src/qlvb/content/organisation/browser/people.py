"""Screen: the people of an agency, for its administrator."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content.clock import VIETNAM
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from qlvb.content.text import name_key
from zope.component import getUtility


NEVER = 2000


class People(BrowserView):
    """Người dùng: people whose account the agency looks after, and those who hold posts in it."""

    shell_section = "administration"

    @property
    def text(self):
        text = self.request.form.get("text", "")
        return text.strip()[:100] if isinstance(text, str) else ""

    def rows(self):
        directory = getUtility(IDirectory)
        agency = self.context.getId()
        folder = api.portal.get()["people"]
        holders = set(directory.holders(agency, "member"))
        wanted = fold(self.text).split()
        found = []
        for person in folder.objectValues():
            if person.home_agency != agency and person.getId() not in holders:
                continue
            if not all(word in f"{fold(person.title)} {person.getId()}" for word in wanted):
                continue
            found.append(self._row(person, directory, agency))
        return sorted(found, key=lambda row: (not row["active"], name_key(row["fullname"])))

    def _row(self, person, directory, agency):
        posts = [post for post in directory.person(person.getId()).posts if post.agency == agency]
        departments = dict.fromkeys(post.department for post in posts if post.department)
        return {
            "userid": person.getId(),
            "fullname": person.title,
            "posts": [post.title for post in posts],
            "departments": [self._unit(directory.department(agency, name)) for name in departments],
            "email": person.email or "",
            "phone": person.phone or "",
            "last_login": self._last_login(person.getId()),
            "active": bool(person.active),
            "url": person.absolute_url(),
        }

    def _unit(self, info):
        return {"title": info.title, "symbol": info.symbol or info.title}

    def _last_login(self, userid):
        member = api.user.get(userid=userid)
        moment = member.getProperty("last_login_time", None) if member is not None else None
        if not moment or moment.year() <= NEVER:
            return ""
        return moment.asdatetime().astimezone(VIETNAM).strftime("%d/%m/%Y %H:%M")
