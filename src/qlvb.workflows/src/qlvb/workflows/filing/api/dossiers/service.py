"""``@dossiers`` of an agency: the dossiers one may see, and opening one."""

from qlvb.content import _
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.interfaces import IListing
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import dossier_json
from qlvb.workflows.filing.api.answers import listed_json
from qlvb.workflows.filing.api.answers import refuse
from qlvb.workflows.filing.asked import dossiers_question
from qlvb.workflows.filing.own_fields import PREFIX
from zope.component import getUtility


STATES = ("open", "closed", "archived", "historical", "destroyed")


class DossiersGet(FilingService):
    """Filters: ``state`` (open, closed, archived, historical, destroyed), ``holder`` (userid), ``unit`` (of his),
    ``year``, ``heading`` (symbol), ``retention`` (kind), ``retention_years``, ``text`` (code or title, accents not
    needed), ``additional`` (``id=value`` of a field of the agency), each repeated for several values; batched.
    """

    def answer(self):
        form = self.request.form
        states = form.get("state") or []
        if not set(states if isinstance(states, list) else [states]) <= {"", *STATES}:
            refuse(
                "state", "state_unknown", _("violation_dossier_state", default="Trạng thái hồ sơ không hợp lệ."), 400
            )
        question = dossiers_question(self.context.getId(), form)
        batch = Batch(self.request, f"{self.context.absolute_url()}/@dossiers")
        page = getUtility(IListing).page(question, batch.start, batch.size, batch.after)
        return batch.envelope(page, listed_json(page.rows, self.request))


class DossiersPost(FilingService):
    """Open a dossier: ``{"year": 2026, "entry": "02.CNTT"}``, or with heading, title and retention; 201 with the
    dossier.

    ``additional`` is an object with what it says in the agency's fields. The rest of the body is the input of the
    catalogue's act ``open_dossier``.
    """

    def answer(self):
        body = dict(self.body())
        year, additional = body.pop("year", None), body.pop("additional", None)
        if isinstance(additional, dict):
            body |= {f"{PREFIX}{name}": value for name, value in additional.items()}
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
