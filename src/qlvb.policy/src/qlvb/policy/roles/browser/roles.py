"""``@@roles``: Nhóm quyền. What posts give is changed at the posts of each agency, which keep their former holders."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.policy.roles.table import holders
from qlvb.policy.roles.table import role_groups
from zope.i18n import translate


class Roles(BrowserView):
    """One role at a time: its acts by type and state, its holders by agency."""

    shell_section = "administration"

    def __call__(self):
        self.groups = role_groups()
        asked = self.request.form.get("role")
        self.group = next((one for one in self.groups if one.role == asked), self.groups[0])
        return self.index()

    def tabs(self):
        """list of dict title, url, current."""
        base = f"{self.context.absolute_url()}/@@roles"
        return [
            {"title": one.title, "url": f"{base}?role={one.role}", "current": one.role == self.group.role}
            for one in self.groups
        ]

    def abilities(self):
        """list of dict title, acts (title, states)."""
        return [
            {
                "title": one.title,
                "acts": [{"title": title, "states": self._states(states)} for _id, title, states in one.acts],
            }
            for one in self.group.abilities
        ]

    def _states(self, states):
        return ", ".join(translate(state, context=self.request) for state in states)

    def holders(self):
        """list of dict agency, url, people (fullname, url)."""
        portal_url = api.portal.get().absolute_url()
        return [
            {
                "agency": agency.title,
                "url": f"{portal_url}/{agency.id}",
                "people": [
                    {"fullname": person.fullname, "url": f"{portal_url}/people/{person.userid}"} for person in people
                ],
            }
            for agency, people in (holders(self.group.function) if self.group.function else ())
        ]
