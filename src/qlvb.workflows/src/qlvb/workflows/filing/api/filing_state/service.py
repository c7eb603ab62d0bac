"""``@filing-state`` of an agency: who has built dossiers, and who has documents in none."""

from dataclasses import asdict
from qlvb.content import _
from qlvb.workflows.filing.api.answers import FilingService
from qlvb.workflows.filing.api.answers import refuse
from qlvb.workflows.filing.unfiled import list_url
from qlvb.workflows.filing.unfiled import unfiled_of
from qlvb.workflows.filing.unfiled import units
from zope.i18n import translate


class FilingStateGet(FilingService):
    """A line per person and per unit: documents dealt with and in no dossier, open and closed dossiers; ``year``
    narrows. ``unfiled_list``: the documents that were counted.
    """

    def answer(self):
        year = str(self.request.form.get("year") or "")
        if year and not (year.isascii() and year.isdigit() and len(year) == 4):
            refuse("year", "invalid_year", _("violation_filing_year", default="Năm không hợp lệ."), 400)
        agency, number = self.context.getId(), int(year) if year else None
        found = units(agency, number)

        def counted(whose, unfiled):
            return {"unfiled": unfiled, "unfiled_list": list_url(agency, whose, number, "@worklist")}

        return {
            "@id": f"{self.context.absolute_url()}/@filing-state",
            "items": [{**asdict(one), **counted(one.userid, one.unfiled)} for unit in found for one in unit.keepers],
            "units": [
                {
                    "unit": unit.unit,
                    "title": translate(unit.title, context=self.request),
                    **counted(f"@{agency}.{unit.unit}", unit.unfiled),
                }
                for unit in found
            ],
            "whole": counted(f"@{agency}", unfiled_of(agency, f"@{agency}", number)),
        }
