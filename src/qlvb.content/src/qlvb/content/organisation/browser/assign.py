"""Screen: give a post to a person for a period."""

from datetime import date
from plone import api
from qlvb.content import _
from qlvb.content.organisation.assignment import assign
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


class Assign(PostedForm):
    """On a post."""

    def agency(self):
        return getUtility(IDirectory).agency_of(self.context)

    def people(self):
        """People to choose from, those of the agency first: list of dict."""
        directory = getUtility(IDirectory)
        near = directory.people(self.agency().id)
        known = {person.userid for person in near}
        folder = api.portal.get()["people"]
        home = self.agency().id
        near += [
            directory.person(person.getId())
            for person in folder.objectValues()
            if person.home_agency == home and person.active and person.getId() not in known
        ]
        return [{"userid": person.userid, "fullname": person.fullname} for person in near]

    def current(self, name):
        """Value of a field as the form shows it."""
        stored = getattr(self.context, name) or ""
        return self.value(name, stored.isoformat() if isinstance(stored, date) else stored)

    def save(self):
        assign(self.context, self.value("holder"), self._day("valid_from"), self._day("valid_to"))
        return f"{api.portal.get().absolute_url()}/{self.agency().id}#{self.context.getId()}"

    def _day(self, name):
        text = self.value(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            message = _("organisation_error_date", default="Ngày không đúng.")
            raise Refused(Violation(name, "bad_date", message)) from None
