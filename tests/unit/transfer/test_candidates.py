"""Which dossiers may be put into a transfer."""

from dataclasses import replace
from datetime import date
import pytest
from qlvb.workflows.transfer.candidates import Candidate
from qlvb.workflows.transfer.candidates import candidate_violations


TODAY = date(2026, 11, 22)
GOOD = Candidate("01.CNTT", "skhcn", "closed", "years", 10, date(2025, 1, 6), date(2025, 12, 1), unit="cntt")


@pytest.mark.parametrize(
    ("changes", "kind", "codes"),
    [
        ({}, "current", []),
        ({"transfer": "this"}, "current", []),
        ({"unit": ""}, "current", []),
        ({"agency": "snv"}, "current", ["dossier_elsewhere"]),
        ({"state": "open"}, "current", ["dossier_state"]),
        ({"state": "archived"}, "current", ["dossier_state"]),
        ({"transfer": "other"}, "current", ["dossier_taken"]),
        ({"held": True}, "current", ["dossier_held"]),
        ({"appraised": True}, "current", ["dossier_appraised"]),
        ({"retention": "", "years": None}, "current", ["retention_missing"]),
        ({"years": 4}, "current", ["retention_short"]),
        ({"end": None}, "current", ["dossier_dates"]),
        ({"end": date(2026, 11, 23)}, "current", ["dossier_dates"]),
        ({"start": date(2026, 1, 1)}, "current", ["dossier_dates"]),
        ({"unit": "vp"}, "current", ["dossier_of_other_unit"]),
        ({"state": "open", "held": True, "years": 3}, "current", ["dossier_state", "dossier_held", "retention_short"]),
        ({"state": "archived", "retention": "permanent", "years": None}, "historical", []),
        ({"state": "archived"}, "historical", ["not_permanent"]),
        ({"retention": "permanent", "years": None}, "historical", ["dossier_state"]),
    ],
)
def test_rules(changes, kind, codes):
    found = candidate_violations(replace(GOOD, **changes), kind, "skhcn", "cntt", "this", TODAY)
    assert [violation.code for violation in found] == codes
    assert all(violation.field == "dossiers" for violation in found)
