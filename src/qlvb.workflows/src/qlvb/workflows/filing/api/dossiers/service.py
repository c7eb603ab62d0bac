"""``@dossiers`` of an agency: the dossiers one may see, and opening one."""

from plone import api
from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
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
        asked = {name: form.get(name) or "" for name in ("state", "holder", "year", "text")}
        question = Question(types=("Dossier",), filters={**asked, "agency": self.context.getId()}, sort="number")
        batch = Batch(self.request, f"{self.context.absolute_url()}/@dossiers")
        page = getUtility(IListing).page(question, batch.start, batch.size, batch.after)
        dossiers = [api.portal.get().unrestrictedTraverse(row.path, None) for row in page.rows]
        return batch.envelope(page, [dossier_json(found, self.request) for found in dossiers if found is not None])


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
