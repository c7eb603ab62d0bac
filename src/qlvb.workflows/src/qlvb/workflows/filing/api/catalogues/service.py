"""``@catalogues`` of an agency: its dossier catalogues by year, and next year's."""

from qlvb.content import _
from qlvb.content.dossiers.catalogue import entries
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.acts.api.collections import CollectionPost
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.new_catalogue import make_catalogue
from qlvb.workflows.filing.new_catalogue import year_of
from zope.component import getUtility
from zope.i18n import translate


HEADINGS = ("activities", "units")


def catalogue_json(catalogue, request):
    """dict of a catalogue without its rows; they are at its ``@catalogue-rows``."""
    state = state_of(catalogue)
    return {
        "@id": catalogue.absolute_url(),
        "UID": catalogue.UID(),
        "year": catalogue.year,
        "state": {"id": state, "title": translate(title_of_state("DossierCatalogue", state), context=request)},
        "entries": len(entries(catalogue)),
    }


class CataloguesGet(FilingService):
    """The dossier catalogues of the agency, the newest first."""

    def answer(self):
        found = getUtility(IDossierFinder).catalogues(self.context.getId())
        return {
            "@id": f"{self.context.absolute_url()}/@catalogues",
            "items": [catalogue_json(one, self.request) for one in found],
            "items_total": len(found),
        }


class CataloguesPost(CollectionPost):
    """Draft the catalogue of a year from the newest one before it: ``year`` (number), ``headings`` (``activities`` as
    before, or ``units`` of the agency). 201 with it; its rows are put in place by ``@catalogue-rows``.
    """

    portal_type = "DossierCatalogue"

    def made(self, by):
        body = self.body()
        found = unknown_fields(body, ("year", "headings"))
        if body.get("headings", HEADINGS[0]) not in HEADINGS:
            message = _(
                "violation_catalogue_headings", default="Đề mục theo hoạt động (activities) hoặc đơn vị (units)."
            )
            found.append(Violation("headings", "headings_unknown", message))
        if found:
            raise Refused(found)
        section = self.context["dossiers"]
        return make_catalogue(section, year_of(section, body.get("year")), by, body.get("headings") == "units")

    def shown(self, record):
        return catalogue_json(record, self.request)
