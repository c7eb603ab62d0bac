"""Packages of a dossier and of its part taken in at the same moment: one is taken in again, and finds the other."""

from persistent.mapping import PersistentMapping
import pytest
from qlvb.content.kept import kept_under
from qlvb.workflows.packages.ingesting.known import DIVIDED
from qlvb.workflows.packages.ingesting.known import note_divided
from second_looks import second_look
import transaction
from ZODB.POSException import ConflictError


@pytest.mark.parametrize("taken_before", [False, True])
def test_two_that_belong_together_are_not_taken_in_side_by_side(functional_province, taken_before):
    section = functional_province["snv"]["dossiers"]
    if taken_before:
        note_divided("snv", "H99.12.2026.09.CNTT")
    transaction.commit()
    with second_look(section) as (manager, other):
        kept_under(other, DIVIDED, PersistentMapping)["H99.12.2026.01.CNTT"] = 1
        note_divided("snv", "H99.12.2026.01.CNTT")
        transaction.commit()
        with pytest.raises(ConflictError):
            manager.commit()
