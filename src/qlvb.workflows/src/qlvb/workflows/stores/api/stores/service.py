"""``@stores`` of an agency and ``@places`` of a store or shelf: what is there, and adding to it; ``@box``: a box."""

from AccessControl import getSecurityManager
from qlvb.content.answering import AnsweringService
from qlvb.content.lookup import may_view
from qlvb.content.lookup import visible_record
from qlvb.content.states import state_of
from qlvb.content.stores.interfaces import IPlaces
from qlvb.content.stores.interfaces import IStorageBox
from qlvb.workflows.readings.records import lent_to
from qlvb.workflows.stores.acts import held_below
from qlvb.workflows.stores.browser.box import full_code
from qlvb.workflows.stores.creation import create_places
from zope.component import getUtility


FIELDS = ("code", "title", "address", "note", "capacity", "count")


def place_json(place):
    """dict of a store, shelf or box."""
    found = {
        "@id": place.absolute_url(),
        "@type": place.portal_type,
        "UID": place.UID(),
        "code": place.code,
        "title": place.title,
        "note": place.note or "",
        "state": state_of(place),
        "dossiers": held_below(place),
    }
    if IStorageBox.providedBy(place):
        found.update({"capacity": place.capacity, "full_code": full_code(place)})
    return found


class PlacesGet(AnsweringService):
    """What lies directly here, by code: stores of an agency, shelves of a store, boxes of a shelf."""

    def container(self):
        return self.context

    def answer(self):
        container = self.container()
        items = sorted((one for one in container.objectValues() if may_view(one)), key=lambda one: one.code)
        return {"@id": f"{self.context.absolute_url()}/{self.name}", "items": [place_json(one) for one in items]}

    name = "@places"


class PlacesPost(PlacesGet):
    """Adds: ``{"code", "title", "address" (store), "note", "capacity", "count" (boxes)}``; 201 with what it made."""

    def answer(self):
        body = self.body()
        by = getSecurityManager().getUser().getId()
        made = create_places(self.container(), {name: body.get(name) for name in FIELDS}, by)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made[0].absolute_url())
        return {"items": [place_json(one) for one in made]}


class StoresGet(PlacesGet):
    """The stores of the agency, by code."""

    name = "@stores"

    def container(self):
        return self.context["stores"]


class StoresPost(PlacesPost):
    """Adds a store: ``{"code", "title", "address", "note"}``; 201."""

    def container(self):
        return self.context["stores"]


class BoxGet(AnsweringService):
    """A box with the dossiers in it by number, as far as one may see them, and who has borrowed which."""

    def answer(self):
        items = []
        for number, uid in getUtility(IPlaces).contents(self.context):
            dossier = visible_record(uid)
            reading = lent_to(dossier) if dossier is not None else None
            shown = {"number": number, "UID": uid if dossier is not None else None}
            if dossier is not None:
                place = getUtility(IPlaces).of(dossier)
                shown |= {
                    "@id": dossier.absolute_url(),
                    "code": dossier.code,
                    "title": dossier.title,
                    "paper_file_code": place.paper_file_code,
                }
                shown["lent"] = reading and {"@id": reading.absolute_url(), "due": reading.due.isoformat()}
            items.append(shown)
        return {**place_json(self.context), "items": items}
