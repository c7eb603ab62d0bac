"""The extract of the archive for a period: its dossiers and documents, the destroyed ones as what is left of them.

What has been destroyed appears with date, decision and person, never as if it had not been (Noark 5, 6.4.27; NĐ
113/2025/NĐ-CP Điều 20). The extract is a list like others, so it is exported like others.
"""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.stores.boxes import EXTRACT
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


#: States in which a dossier or document belongs to the archive or has done so.
STATES = ("closed", "archived", "historical", "finished", "issued", "recalled", "replaced", "given_back", "destroyed")
#: What is listed -> the types, in the order of the screen.
LEVELS = {"all": EXTRACT.types, "dossiers": ("Dossier",)}
#: Years of one extract.
MOST_YEARS = 100


@dataclass(frozen=True)
class Extract:
    """Of the years ``first`` to ``last``; ``level`` one of LEVELS."""

    agency: str
    first: int
    last: int
    level: str = "all"

    @property
    def filters(self):
        """dict of the filters of the list."""
        years = [str(year) for year in range(self.first, self.last + 1)]
        return {"agency": self.agency, "year": years, "state": list(STATES), "type": list(LEVELS[self.level])}

    @property
    def period(self):
        """ "2024", "2020–2024"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    def counts(self):
        """dict ``total``, ``destroyed``, ``dossiers``, ``documents``: of what the current user may see."""
        total, destroyed = self._count(), self._count(state="destroyed")
        dossiers = self._count(type="Dossier")
        return {"total": total, "destroyed": destroyed, "dossiers": dossiers, "documents": total - dossiers}

    def _count(self, **narrower):
        return getUtility(IListing).count(Question(box=EXTRACT.id, filters={**self.filters, **narrower}))


def extract_of(agency_id, form, today):
    """Extract of what a form or address says: ``from``, ``to`` (years, those of ``today`` by default), ``level``.

    :raises Refused: 400 no years, the wrong way round, too many; no such level.
    """
    found, years = [], []
    for name in ("from", "to"):
        text = str(form.get(name) or today.year)
        years.append(int(text) if text.isascii() and text.isdecimal() and len(text) == 4 else 0)
        if not years[-1]:
            message = _("violation_extract_year", default="Hãy ghi năm bằng bốn chữ số.")
            found.append(Violation(name, "year_wrong", message))
    if not found and not 0 <= years[1] - years[0] < MOST_YEARS:
        message = _(
            "violation_extract_period",
            default="Năm đầu không sau năm cuối, và mỗi lần không quá ${most} năm.",
            mapping={"most": str(MOST_YEARS)},
        )
        found.append(Violation("to", "period_wrong", message))
    level = form.get("level") or "all"
    if level not in LEVELS:
        message = _("violation_extract_level", default="Chỉ trích xuất được hồ sơ, hoặc hồ sơ và văn bản.")
        found.append(Violation("level", "level_unknown", message))
    if found:
        raise Refused(found)
    return Extract(agency_id, years[0], years[1], level)
