"""``@archive-extract`` of an agency."""

from qlvb.content import clock
from qlvb.content.answering import AnsweringService
from qlvb.content.stores.boxes import EXTRACT
from qlvb.policy.archive.extract import extract_of


class ExtractGet(AnsweringService):
    """How many dossiers and documents the archive has of a period (``from``, ``to``: years; ``level``: all, dossiers),
    the destroyed ones among them. ``export`` with a ``format`` is what ``POST @exports`` takes.
    """

    def answer(self):
        found = extract_of(self.context.getId(), self.request.form, clock.today())
        return {
            "@id": f"{self.context.absolute_url()}/@archive-extract",
            "from": found.first,
            "to": found.last,
            **found.counts(),
            "export": {"list": EXTRACT.id, "filters": found.filters, "title": found.period},
        }
