"""Who checks a transfer reads the documents of its dossiers, as long as they are with the archive."""

from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.index.question import Question
from qlvb.content.index.whole import every_row
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.transfer.access import shut_documents
from qlvb.workflows.transfer.upgrades import to_1009


REASON = "Thiếu văn bản kết thúc nhiệm vụ"


def documents_of(dossier):
    return [document for _item, document in IDossierContents(dossier).documents()]


@pytest.fixture
def checked(dossiers, transfer, cast, clean, run_jobs):
    """A transfer of two dossiers with two documents each, under check; a third dossier that is not in it."""
    first, second, other = dossiers(3, documents=2)
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(first), IUUID(second)])
    cast.drafter.does(one, "submit_transfer")
    assert not any(cast.archivist.sees(document) for document in documents_of(first))
    cast.archivist.does(one, "check_transfer")
    run_jobs()
    return one, first, second, other


def listed(login_as, userid):
    with login_as(userid):
        return {row.uid for row in every_row(Question(types=("IncomingDocument",)))}


def test_the_archivist_reads_what_he_checks_and_nothing_else(checked, cast, login_as):
    transfer, first, second, other = checked
    for document in documents_of(first) + documents_of(second):
        assert cast.archivist.sees(document)
        assert not cast.archivist.sees(document, "Modify portal content")
        assert not cast.archivist.sees(document, "qlvb: Edit files")
        assert [grant.cause for grant in IGrants(document).explain("hoangvanluu")] == ["transfer"]
    assert not any(cast.archivist.sees(document) for document in documents_of(other))
    found = listed(login_as, "hoangvanluu")
    assert {IUUID(document) for document in documents_of(first) + documents_of(second)} <= found
    assert not {IUUID(document) for document in documents_of(other)} & found


def test_not_after_they_went_back(checked, cast, login_as, run_jobs):
    transfer, first, second, _other = checked
    cast.archivist.does(transfer, "return_transfer", dossiers=[IUUID(first)], reason=REASON)
    assert not any(cast.archivist.sees(document) for document in documents_of(first))
    assert all(cast.archivist.sees(document) for document in documents_of(second))
    assert not {IUUID(document) for document in documents_of(first)} & listed(login_as, "hoangvanluu")
    cast.drafter.does(transfer, "resubmit_dossiers", unchanged_reason="Văn bản kết thúc đã có ở dòng cuối")
    run_jobs()
    assert all(cast.archivist.sees(document) for document in documents_of(first))


def test_not_after_many_went_back(checked, cast, run_jobs, monkeypatch):
    monkeypatch.setattr("qlvb.workflows.transfer.completing.AT_ONCE", 1)
    transfer, first, second, _other = checked
    cast.archivist.does(transfer, "return_transfer", dossiers=[IUUID(first), IUUID(second)], reason=REASON)
    run_jobs()
    assert not any(cast.archivist.sees(document) for document in documents_of(first) + documents_of(second))


def test_a_document_taken_out_meanwhile_is_shut_too(checked, cast):
    transfer, first, _second, _other = checked
    document = documents_of(first)[0]
    fire(first, "reopen")
    IDossierContents(first).remove(document, "leminhanh", "Xếp nhầm hồ sơ")
    cast.archivist.does(transfer, "return_transfer", dossiers=[IUUID(first)], reason=REASON)
    assert not cast.archivist.sees(document)


def test_secret_documents_keep_to_those_who_were_given_them(dossiers, transfer, cast, clean, run_jobs):
    (dossier,) = dossiers(1, documents=2)
    secret, open_to_all = documents_of(dossier)
    secret.secrecy = "secret"
    one = transfer()
    cast.drafter.does(one, "add_dossiers", dossiers=[IUUID(dossier)])
    cast.drafter.does(one, "submit_transfer")
    cast.archivist.does(one, "check_transfer")
    run_jobs()
    assert (cast.archivist.sees(secret), cast.archivist.sees(open_to_all)) == (False, True)


def test_taken_over_he_reads_them_because_they_are_archived(checked, cast, run_jobs):
    transfer, first, second, _other = checked
    cast.archivist.does(transfer, "return_transfer", dossiers=[IUUID(second)], reason=REASON)
    cast.archivist.does(transfer, "accept_transfer")
    run_jobs()
    assert [item.state for item in ITransferItems(transfer).all()] == ["accepted", "left_out"]
    for document in documents_of(first):
        assert [grant.cause for grant in IGrants(document).explain("hoangvanluu")] == ["archive"]
    assert not any(cast.archivist.sees(document) for document in documents_of(second))


def test_what_cannot_be_taken_is_shut(checked, cast, run_jobs):
    transfer, first, _second, _other = checked
    cast.archivist.does(transfer, "accept_transfer")
    fire(first, "reopen")
    run_jobs()
    assert [item.state for item in ITransferItems(transfer).all()] == ["failed", "accepted"]
    assert not any(cast.archivist.sees(document) for document in documents_of(first))


def test_sites_that_check_already_are_brought_up(checked, cast, province):
    transfer, first, second, _other = checked
    cast.archivist.does(transfer, "return_transfer", dossiers=[IUUID(second)], reason=REASON)
    shut_documents(transfer, IUUID(first))
    assert not any(cast.archivist.sees(document) for document in documents_of(first))
    to_1009(province.portal_setup)
    assert all(cast.archivist.sees(document) for document in documents_of(first))
    assert not any(cast.archivist.sees(document) for document in documents_of(second))
