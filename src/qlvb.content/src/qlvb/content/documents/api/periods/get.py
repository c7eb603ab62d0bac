"""GET ``<agency>/@periods?direction=outgoing``: years and months with their number of documents."""

from plone.restapi.services import Service
from qlvb.content.documents.periods import periods
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response


class PeriodsGet(Service):
    """Years and months with their number of documents, read from the folders' counters; newest first."""

    def reply(self):
        direction = self.request.form.get("direction", "outgoing")
        try:
            years = periods(self.context.getId(), direction)
        except Refused as refused:
            return refused_response(self.request, refused)
        return {
            "@id": f"{self.context.absolute_url()}/@periods?direction={direction}",
            "direction": direction,
            "items": [self._year(year) for year in years],
        }

    def _year(self, year):
        return {
            "@id": self._url(year.path),
            "year": year.year,
            "count": year.count,
            "months": [
                {"@id": self._url(month.path), "month": month.month, "count": month.count} for month in year.months
            ],
        }

    def _url(self, path):
        return self.request.physicalPathToURL(path)
