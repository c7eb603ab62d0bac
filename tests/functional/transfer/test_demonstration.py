"""The demonstration's transfers, made by their acts with real files: nothing is waved through."""

import pytest
from qlvb.content import clock
from qlvb.content.states import state_of
from qlvb.content.transfers.indexing import number_text
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.policy.demo.documents import run_jobs
from qlvb.policy.demo.transfers import create_transfers
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.transfer.forms import keeping
from zope.component import getUtility


def test_one_is_received_and_one_waits(functional_province, keys):
    if not getUtility(IConverter).available():
        pytest.skip("LibreOffice is not there")
    create_transfers(functional_province, run_jobs)
    found = {state_of(one): one for one in functional_province["skhcn"]["transfers"].objectValues()}
    assert set(found) == {"accepted", "proposed"}
    received = found["accepted"]
    assert [(item.state, item.faults) for item in ITransferItems(received).all()] == [("accepted", ())] * 2
    assert keeping.forms_of(received).signed_by() == 2
    assert number_text(received) == f"01/BBGN-{clock.today().year}"
    catalogue = functional_province["skhcn"]["dossiers"][str(clock.today().year - 1)]
    assert sorted(state_of(dossier) for dossier in catalogue.objectValues() if state_of(dossier) != "open") == ["archived", "archived", "closed"]
    create_transfers(functional_province, run_jobs)
    assert len(functional_province["skhcn"]["transfers"]) == 2
