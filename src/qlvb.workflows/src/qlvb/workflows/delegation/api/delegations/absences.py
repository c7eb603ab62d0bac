"""``@absences`` of an agency: who is away, and saying so."""

from AccessControl import getSecurityManager
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.access import demand_own
from qlvb.workflows.delegation.interfaces import IAbsences
from qlvb.workflows.delegation.values import as_day
from qlvb.workflows.delegation.values import as_text
from zope.component import getUtility


def absence_json(userid, absence):
    """dict of an absence with names."""
    directory = getUtility(IDirectory)
    deputy = {"id": absence.deputy, "name": directory.person(absence.deputy).fullname} if absence.deputy else None
    return {
        "id": absence.id,
        "person": {"id": userid, "name": directory.person(userid).fullname},
        "first": absence.first.isoformat(),
        "last": absence.last.isoformat(),
        "note": absence.note,
        "deputy": deputy,
    }


class AbsencesGet(AnsweringService):
    """Everybody of the agency who is or will be away."""

    def answer(self):
        found = getUtility(IAbsences).of_agency(self.context.getId())
        return {
            "@id": f"{self.context.absolute_url()}/@absences",
            "items": [absence_json(userid, absence) for userid, absence in found],
        }


class AbsencesPost(AnsweringService):
    """``{"first", "last", "note", "deputy"}``; ``person`` is oneself, for administrators of the agency anybody."""

    def answer(self):
        body, by = self.body(), getSecurityManager().getUser().getId()
        person = as_text(body.get("person"), "person") or by
        demand_own(self.context, person, "person")
        values = {name: as_text(body.get(name), name) for name in ("note", "deputy")}
        values.update({name: as_day(body.get(name), name) for name in ("first", "last")})
        absence = getUtility(IAbsences).set(person, values, by)
        self.request.response.setStatus(201)
        return absence_json(person, absence)


class AbsencesDelete(PathService):
    """``@absences/<person>/<id>``: back again."""

    def answer(self):
        person, absence_id = (*self.path, "", "")[:2]
        demand_own(self.context, person, "person")
        getUtility(IAbsences).remove(person, absence_id)
        return self.reply_no_content()
