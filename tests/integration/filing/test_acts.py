"""Acts of filing, by the people of the story."""

from datetime import date
import made_files
from pdfa_parts import right
from pdfa_parts import saved
from pdfa_parts import script
from pdfa_parts import set_root
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.filing.acts.documents import File
from qlvb.workflows.filing.archival import progress
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.transfer.interfaces import ITransferSettings
from zope.component import getUtility


pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture
def dossier(approved, perform):
    perform("leminhanh", approved, "open_dossier", entry="02.CNTT")
    return getUtility(IDossierFinder).opened(approved, "02.CNTT")


@pytest.fixture
def filed(dossier, document, perform):
    record = document()
    perform("leminhanh", record, "file", dossiers=[dossier.UID()])
    return record


def test_catalogue_is_approved_by_those_who_manage_it(catalogue, perform, refused, state):
    assert refused("leminhanh", catalogue, "approve_catalogue")[0] == 403
    assert refused("hoangvanluu", catalogue, "open_dossier", entry="02.CNTT") == (409, {"wrong_state"})
    perform("hoangvanluu", catalogue, "approve_catalogue", decision="05/QĐ-SKHCN")
    assert (state(catalogue), catalogue.decision) == ("approved", "05/QĐ-SKHCN")
    assert refused("hoangvanluu", catalogue, "approve_catalogue") == (409, {"wrong_state"})


def test_faulty_catalogue_is_not_approved(catalogue, refused, state):
    catalogue.entries = [{**catalogue.entries[0], "heading": "khac"}]
    assert refused("hoangvanluu", catalogue, "approve_catalogue") == (400, {"heading_unknown"})
    assert state(catalogue) == "draft"


def test_open_dossier_from_entry(dossier, refused, approved, state):
    assert (dossier.holder, state(dossier)) == ("leminhanh", "open")
    assert refused("leminhanh", approved, "open_dossier", entry="02.CNTT")[0] == 400
    assert refused("leminhanh", approved, "open_dossier", entry="01.CNTT") == (403, {"forbidden"})


def test_open_unplanned_dossier(approved, perform, refused):
    assert refused("leminhanh", approved, "open_dossier") == (400, {"entry_missing"})
    assert refused("leminhanh", approved, "open_dossier", heading="th") == (400, {"title_missing", "retention_missing"})
    result = perform(
        "leminhanh",
        approved,
        "open_dossier",
        heading="th",
        title="Hồ sơ bão số 3",
        retention_kind="years",
        retention_years=20,
    )
    assert result["code"] == "02.TH"
    opened = getUtility(IDossierFinder).opened(approved, "02.TH")
    assert (opened.holder, opened.retention_years) == ("leminhanh", 20)


def test_outsiders_open_nothing(approved, refused):
    assert refused("vuhaiyen", approved, "open_dossier", entry="02.CNTT")[0] == 403


def test_file_and_unfile(dossier, filed, perform, refused):
    assert [item.uid for item in IDossierContents(dossier).items()] == [filed.UID()]
    assert [entry.event for entry in IJournal(filed).entries()][-2:] == ["dossier.added", "act.file"]
    assert refused("leminhanh", filed, "unfile", dossier=dossier.UID(), reason="nhầm")[0] == 400
    perform("leminhanh", filed, "unfile", dossier=dossier.UID(), reason="Lưu nhầm hồ sơ khác")
    assert IDossierContents(dossier).items() == []
    assert refused("leminhanh", filed, "unfile", dossier=dossier.UID(), reason="Lưu nhầm hồ sơ khác")[0] == 400


def test_filing_is_proposed_when_the_work_on_a_document_is_over(dossier, document, perform, login_as, monkeypatch):
    record = document()
    with login_as("leminhanh"):
        assert File(record).emphasis == "normal"
        monkeypatch.setattr(File, "state", "issued")
        assert File(record).emphasis == "primary"
    with login_as("vanthuskhcn"):
        assert File(record).emphasis == "normal"
    perform("leminhanh", record, "file", dossiers=[dossier.UID()])
    with login_as("leminhanh"):
        assert File(record).emphasis == "normal"


def test_filing_needs_a_dossier_of_ones_own(dossier, approved, document, refused, perform):
    perform("phamquochuy", approved, "open_dossier", entry="01.CNTT")
    foreign = getUtility(IDossierFinder).opened(approved, "01.CNTT")
    assert refused("leminhanh", document(), "file", dossiers=[foreign.UID()])[0] == 400
    record = document(by="vuhaiyen", agency="snv")
    assert refused("vuhaiyen", record, "file", dossiers=[dossier.UID()]) == (409, {"no_open_dossier"})
    assert refused("leminhanh", document(), "file", dossiers=[])[0] == 400


def test_closing_lists_everything_that_is_missing(dossier, document, perform, refused):
    assert refused("leminhanh", dossier, "close") == (400, {"dossier_empty"})
    perform("leminhanh", document(), "file", dossiers=[dossier.UID()])
    assert refused("leminhanh", dossier, "close") == (400, {"document_draft"})
    undated = document()
    undated.document_number, undated.document_symbol = 5, "SKHCN-VP"
    perform("leminhanh", undated, "file", dossiers=[dossier.UID()])
    assert refused("leminhanh", dossier, "close") == (400, {"document_draft", "document_undated"})
    dossier.retention_kind, dossier.entry = None, ""
    assert {violation.code for violation in violations(dossier)} == {
        "document_draft",
        "document_undated",
        "retention_missing",
    }


BYTES = {
    "docx": made_files.docx,
    "xlsx": lambda: made_files.xlsx(["a", 1]),
    "zip": lambda: made_files.archive({"a.txt": b"a"}),
    "png": made_files.image,
}


@pytest.mark.parametrize(
    ("role", "name", "state", "official", "refused_as"),
    [
        ("main", "a.docx", "failed", False, {"document_format"}),
        ("main", "a.docx", "failed", True, set()),
        ("main", "a.docx", "queued", False, set()),
        ("main", "a.docx", "ready", False, set()),
        ("annex", "so-lieu.xlsx", "failed", True, {"document_format"}),
        ("annex", "so-lieu.zip", "none", False, {"document_format"}),
        ("annex", "ban-ve.png", "none", False, set()),
        ("original", "goc.docx", "failed", False, set()),
        ("comment", "gop-y.zip", "none", False, set()),
    ],
)
def test_closing_asks_for_archival_forms(complete, filed, login_as, role, name, state, official, refused_as):
    store = IFileStore(filed)
    store.add(role, name, BYTES[name.rpartition(".")[2]](), "leminhanh").current.pdf_state = state
    if official:
        store.add("signed", "a.pdf", made_files.pdf(1), "nguyenthithuha", kind="signed")
    with login_as("leminhanh"):
        found = [one for one in violations(complete) if one.code == "document_format"]
    assert {one.code for one in found} == refused_as
    assert all(one.message.mapping["file"] == name and one.field == filed.UID() for one in found)


def test_closing_asks_for_pdfa_where_the_agency_decided_so(complete, filed, province, perform, refused, state, login_as):
    """Noark 5, 3.2.9: a form that archives do not take keeps the dossier open."""
    with right() as pdf:
        stored = IFileStore(filed).add("main", "thu.pdf", saved(pdf), "leminhanh")
    settings = ITransferSettings(province["skhcn"])
    settings.change({"closing_pdfa": True})
    annex = IFileStore(filed).add("annex", "phu-luc.pdf", made_files.pdf(1), "leminhanh")
    assert refused("leminhanh", complete, "close") == (400, {"document_pdfa"})
    with login_as("leminhanh"):
        (found,) = [one for one in violations(complete) if one.code == "document_pdfa"]
    assert (found.field, found.message.mapping["file"]) == (filed.UID(), "phu-luc.pdf")
    assert "ISO 19005-2, 6.6.4" in found.message.mapping["lacks"]
    IFileStore(filed).replace(stored.id, "khoa.pdf", made_files.pdf(2), "leminhanh")
    assert len([one for one in violations(complete) if one.code == "document_pdfa"]) == 2
    settings.change({"closing_pdfa": False})
    assert violations(complete) == []
    settings.change({"closing_pdfa": True})
    IFileStore(filed).remove(annex.id, "leminhanh")
    with right("3") as pdf:
        IFileStore(filed).replace(stored.id, "thu.pdf", saved(pdf), "leminhanh")
    perform("leminhanh", complete, "close", end_date="2031-03-03", retention_kind="years", retention_years=20)
    assert state(complete) == "closed"


def test_closing_takes_no_claim_for_pdfa(complete, filed, province, perform, refused, login_as, monkeypatch):
    """A file that says it is PDF/A and is not keeps the dossier open; many files are judged by the worker."""
    ITransferSettings(province["skhcn"]).change({"closing_pdfa": True})
    with right() as pdf:
        set_root(OpenAction=script)(pdf)
        stored = IFileStore(filed).add("main", "thu.pdf", saved(pdf), "leminhanh")
    with login_as("leminhanh"):
        (found,) = violations(complete)
    assert (found.code, found.field) == ("document_pdfa", filed.UID())
    monkeypatch.setattr("qlvb.workflows.filing.checklist.AT_ONCE", -1)
    monkeypatch.setattr("qlvb.workflows.transfer.intake.pdfa.kept._SEEN", {})
    assert refused("leminhanh", complete, "close") == (400, {"pdfa_unjudged"})
    assert progress(complete) == (0, 1)
    perform("leminhanh", complete, "check_pdfa")
    getUtility(IRunner).run_pending()
    assert progress(complete) == (1, 1) and not stored.current.archival_check.archival
    monkeypatch.setattr("qlvb.workflows.transfer.intake.pdfa.kept._SEEN", {})
    assert refused("leminhanh", complete, "close") == (400, {"document_pdfa"})
    assert IJournal(complete).count("dossier.pdfa_checked") == 1
    monkeypatch.setenv("QLVB_VERAPDF", "verapdf-khac")  # another judge judges anew
    assert progress(complete) == (0, 1)
    ITransferSettings(province["skhcn"]).change({"closing_pdfa": False})
    assert refused("leminhanh", complete, "check_pdfa") == (409, {"pdfa_not_asked"})


@pytest.fixture
def complete(dossier, filed):
    filed.document_number, filed.document_symbol, filed.issue_date = 5, "SKHCN-VP", date(2031, 3, 1)
    return dossier


def test_close_and_reopen(complete, filed, perform, refused, state, document):
    assert refused("leminhanh", complete, "close", end_date="2031-03-04") == (400, {"end_in_future"})
    assert refused("leminhanh", complete, "close", retention_kind="years", retention_years=None) == (
        400,
        {"retention_missing"},
    )
    assert refused("vanthuskhcn", complete, "close")[0] == 403
    perform("leminhanh", complete, "close", end_date="2031-03-03", retention_kind="years", retention_years=20)
    assert (state(complete), complete.end_date, complete.retention_years) == ("closed", date(2031, 3, 3), 20)
    with pytest.raises(Refused) as caught:
        IDossierContents(complete).add(document(), "leminhanh")
    assert caught.value.status == 409
    assert refused("leminhanh", filed, "unfile", dossier=complete.UID(), reason="Lưu nhầm hồ sơ khác")[0] == 400
    assert refused("leminhanh", complete, "reopen", reason="quên")[0] == 400
    perform("hoangvanluu", complete, "reopen", reason="Công việc còn tiếp tục")
    assert (state(complete), complete.end_date) == ("open", None)
    entry = list(IJournal(complete).entries())[-1]
    assert (entry.event, entry.detail["reason"]) == ("act.reopen", "Công việc còn tiếp tục")


@pytest.mark.parametrize("userid", ["phamquochuy", "nguyenthithuha", "vanthuskhcn", "skhcnqtdv", "vuhaiyen", "quantri"])
def test_only_holder_and_archivist_reopen(complete, perform, refused, state, userid):
    perform("leminhanh", complete, "close", end_date="2031-03-03", retention_kind="years", retention_years=20)
    reason = "Công việc còn tiếp tục"
    assert refused(userid, complete, "reopen", reason=reason)[0] == 403
    assert (state(complete), IJournal(complete).count("act.reopen")) == ("closed", 0)
    for keeper in ("leminhanh", "hoangvanluu"):
        perform(keeper, complete, "reopen", reason=reason)
        perform(keeper, complete, "close", end_date="2031-03-03", retention_kind="years", retention_years=20)
    assert [entry.actor for entry in IJournal(complete).entries(events=["act.reopen"])] == ["leminhanh", "hoangvanluu"]


def test_closing_before_the_start(complete, refused):
    complete.start_date = date(2031, 3, 2)
    assert refused("leminhanh", complete, "close", end_date="2031-03-01") == (400, {"end_before_start"})
