"""The agencies that are linked with the one-stop system, and whom it may name as submitter and signer."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.onestop.api.service import OneStopService
from qlvb.workflows.onestop.api.service import not_found
from qlvb.workflows.onestop.incoming import agency_of_code
from qlvb.workflows.onestop.incoming import signers_of
from zope.component import getUtility


class UnitsGet(OneStopService):
    """The linked units; ``/<code>/users?role=submitter|signer``: their people."""

    def answer(self):
        directory = getUtility(IDirectory)
        if not self.path:
            found = [directory.agency(unit) for unit in self.link.settings["units"]]
            return {"items": [unit_json(agency) for agency in found if agency is not None]}
        agency = agency_of_code(self.path[0])
        linked = agency is not None and agency.id in self.link.settings["units"]
        if len(self.path) != 2 or self.path[1] != "users" or not linked:
            raise not_found("unit")
        role = self.request.form.get("role", "submitter")
        if role not in ("submitter", "signer"):
            text = _("violation_onestop_role", default="role phải là submitter hoặc signer.")
            raise Refused(Violation("role", "invalid", text))
        submitters = [person.userid for person in directory.people(agency.id)]
        people = signers_of(agency) if role == "signer" else submitters
        return {"items": [person_json(userid, agency) for userid in people]}


def unit_json(agency):
    """dict of an AgencyInfo: ``code`` is what submissions name, ``id`` the name in this site."""
    return {"code": agency.identifier or agency.id, "id": agency.id, "name": agency.title}


def person_json(userid, agency):
    """dict: account, name and post of a person."""
    directory = getUtility(IDirectory)
    post = directory.main_post(userid, agency.id)
    position = post.title if post is not None else ""
    return {"account": userid, "fullName": directory.person(userid).fullname, "position": position}
