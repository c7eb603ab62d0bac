"""``@filing-state`` of an agency: who has built dossiers, and who has documents in none."""

from dataclasses import asdict
from qlvb.content import _
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import refuse
from qlvb.workflows.filing.unfiled import keepers


class FilingStateGet(FilingService):
    """A line per person: documents dealt with and in no dossier, open and closed dossiers; ``year`` narrows."""

    def answer(self):
        year = str(self.request.form.get("year") or "")
        if year and not (year.isascii() and year.isdigit() and len(year) == 4):
            refuse("year", "invalid_year", _("violation_filing_year", default="Năm không hợp lệ."), 400)
        found = keepers(self.context.getId(), int(year) if year else None)
        return {"@id": f"{self.context.absolute_url()}/@filing-state", "items": [asdict(one) for one in found]}
