"""``@dossiers`` of an agency: the dossiers one may see, and opening one."""

from plone.restapi.batching import HypermediaBatch
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import dossier_json
from qlvb.workflows.filing.api.answers import refuse
from zope.component import getUtility


STATES = ("open", "closed")


class DossiersGet(FilingService):
    """Filters: ``state`` (open, closed), ``holder`` (userid), ``year``, ``text`` (code or title, accents not
    needed); batched.
    """

    def answer(self):
        form = self.request.form
        state, year = form.get("state") or None, form.get("year") or None
        if state is not None and state not in STATES:
            refuse(
                "state", "state_unknown", _("violation_dossier_state", default="Trạng thái hồ sơ không hợp lệ."), 400
            )
        if year is not None and not str(year).isdigit():
            refuse("year", "year_invalid", _("violation_dossier_year", default="Năm phải là một số."), 400)
        found = getUtility(IDossierFinder).dossiers(
            self.context.getId(),
            state=state,
            holder=form.get("holder") or None,
            text=form.get("text") or "",
            year=int(year) if year else None,
        )
        batch = HypermediaBatch(self.request, [dossier for dossier in found if may("View", dossier)])
        result = {
            "@id": batch.canonical_url,
            "items_total": batch.items_total,
            "items": [dossier_json(dossier, self.request) for dossier in batch],
        }
        if batch.links:
            result["batching"] = batch.links
        return result


class DossiersPost(FilingService):
    """Open a dossier: ``{"year": 2026, "entry": "02.CNTT"}``, or with heading, title and retention; 201 with the
    dossier.

    The rest of the body is the input of the catalogue's act ``open_dossier``.
    """

    def answer(self):
        body = dict(self.body())
        year = body.pop("year", None)
        finder = getUtility(IDossierFinder)
        catalogue = next((found for found in finder.catalogues(self.context.getId()) if found.year == year), None)
        if catalogue is None or not may("View", catalogue):
            refuse(
                "year",
                "catalogue_unknown",
                _("violation_catalogue_unknown", default="Năm này chưa có danh mục hồ sơ."),
                404,
            )
        result = IActs(catalogue).perform("open_dossier", body, self.key)
        dossier = finder.opened(catalogue, result["code"])
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", dossier.absolute_url())
        return dossier_json(dossier, self.request)
