"""GET ``<agency>/@periods?direction=outgoing``: years and months with their number of documents."""

from qlvb.content.answering import AnsweringService
from qlvb.content.documents.periods import periods


class PeriodsGet(AnsweringService):
    """Years and months with their number of documents, read from the folders' counters; newest first."""

    def answer(self):
        direction = self.request.form.get("direction", "outgoing")
        years = periods(self.context.getId(), direction)
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
