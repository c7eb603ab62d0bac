"""Forms: delegate, say that one is away, be back."""

from AccessControl import Unauthorized
from AccessControl import getSecurityManager
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.delegations.vocabularies import DIRECTION_TITLES
from qlvb.content.delegations.vocabularies import MODE_TITLES
from qlvb.content.documents.document_types import document_types
from qlvb.content.lookup import object_at
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.access import demand_own
from qlvb.workflows.delegation.access import manages
from qlvb.workflows.delegation.creation import create_delegation
from qlvb.workflows.delegation.interfaces import IAbsences
from qlvb.workflows.delegation.telling import tell_made
from qlvb.workflows.delegation.values import as_day
from qlvb.workflows.delegation.values import as_list
from urllib.parse import urlsplit
from zope.component import getUtility


class AgencyForm(PostedForm):
    """Base: who fills it in, and for whom he may."""

    @property
    def agency(self):
        return getUtility(IDirectory).agency_object(getUtility(IDirectory).agency_of(self.context).id)

    @property
    def userid(self):
        return getSecurityManager().getUser().getId()

    @property
    def manages(self):
        """bool: also for others."""
        return manages(self.agency)

    @property
    def today(self):
        return clock.today().isoformat()

    def people(self):
        """Active people of the agency: list of dict."""
        directory = getUtility(IDirectory)
        found = []
        for person in directory.people(self.agency.getId()):
            post = directory.main_post(person.userid, self.agency.getId())
            title = f"{person.fullname} ({post.title})" if post and post.title else person.fullname
            found.append({"userid": person.userid, "title": title})
        return found

    def chosen(self, name):
        """Values ticked: list."""
        return as_list(self.request.form.get(name, []), name)


class AddDelegation(AgencyForm):
    """``@@add-delegation``."""

    def receivers(self):
        """Everybody but oneself; administrators choose for others: list of dict."""
        return [person for person in self.people() if self.manages or person["userid"] != self.userid]

    def modes(self):
        return [
            {"value": value, "title": title, "checked": value == self.value("mode", "review")}
            for value, title in MODE_TITLES.items()
        ]

    def directions(self):
        return [
            {"value": value, "title": title, "checked": value in self.chosen("directions")}
            for value, title in DIRECTION_TITLES.items()
        ]

    def types(self):
        return [
            {"value": kind.identifier, "title": kind.title, "checked": kind.identifier in self.chosen("document_types")}
            for kind in document_types().values()
            if kind.group != "archival_only"
        ]

    def save(self):
        values = {name: self.value(name) for name in ("receiver", "mode", "basis", "basis_document", "reason")}
        values["basis_document"] = uid_said(values["basis_document"])
        values["giver"] = self.value("giver") or self.userid
        demand_own(self.agency, values["giver"], "giver")
        values.update({name: as_day(self.value(name), name) for name in ("valid_from", "valid_to")})
        values.update({name: self.chosen(name) for name in ("directions", "document_types")})
        values["tasks"] = bool(self.value("tasks"))
        delegation = create_delegation(self.agency.getId(), values, self.userid)
        tell_made(delegation, self.userid)
        api.portal.show_message(_("delegation_made", default="Đã lập ủy quyền."), self.request)
        return delegation.absolute_url()


def uid_said(typed):
    """str: the UID of the document whose address was typed or pasted; anything else as it is."""
    portal = api.portal.get()
    path = urlsplit(typed).path.removeprefix(urlsplit(portal.absolute_url()).path).strip("/").removesuffix("/view")
    if "/" not in path:
        return typed
    try:
        return IUUID(object_at(path), None) or typed
    except (KeyError, AttributeError, Unauthorized):
        return typed


class AddAbsence(AgencyForm):
    """``@@add-absence``."""

    def save(self):
        person = self.value("person") or self.userid
        demand_own(self.agency, person, "person")
        values = {"note": self.value("note"), "deputy": self.value("deputy")}
        values.update({name: as_day(self.value(name), name) for name in ("first", "last")})
        getUtility(IAbsences).set(person, values, self.userid)
        api.portal.show_message(_("absence_made", default="Đã ghi vắng mặt."), self.request)
        return self.context.absolute_url()


class RemoveAbsence(AgencyForm):
    """``@@remove-absence``: POST ``person``, ``id``."""

    def index(self):
        return self.request.response.redirect(self.context.absolute_url())

    def save(self):
        demand_own(self.agency, self.value("person"), "person")
        getUtility(IAbsences).remove(self.value("person"), self.value("id"))
        api.portal.show_message(_("absence_removed", default="Đã bỏ vắng mặt."), self.request)
        return self.context.absolute_url()
