"""What answers or continues a filed document joins its dossier by itself (story, step 6)."""

from given_tasks import Tasks
from made_files import pdf
from made_files import xlsx
import pytest
from qlvb.content.disposals.destroying import erase
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.lookup import visible_record
from qlvb.content.states import state_of
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.filing.browser.beside import Beside
from qlvb.workflows.filing.contents_list import rows_of
from qlvb.workflows.filing.gathering import gather
from qlvb.workflows.filing.gathering import missing_from
from qlvb.workflows.filing.gathering import set_mode
from qlvb.workflows.filing.joining import join
from qlvb.workflows.filing.task_reports import role_of
from qlvb.workflows.packages.model_of import package_of
from qlvb.workflows.tasks.upgrades import to_1004
from zope.component import getUtility


@pytest.fixture
def finder():
    return getUtility(IDossierFinder)


@pytest.fixture
def filed(dossier, document):
    record = document("V/v triển khai phiên bản nâng cấp")
    IDossierContents(dossier).add(record, "leminhanh")
    return record


def codes(finder, record):
    return [dossier.code for dossier in finder.dossiers_of(record)]


def test_reply_that_comes_back_joins(filed, finder):
    data = {
        "subject": "Trả lời",
        "document_type": "official_letter",
        "issuing_body": "Sở Nội vụ",
        "in_reply_to": filed.UID(),
        "arrival_channel": "internal",
    }
    reply = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", data, "system")
    assert codes(finder, reply) == ["02.CNTT"]


def test_draft_related_to_a_filed_document_joins(filed, finder, document):
    assert codes(finder, document(related_documents=[filed.UID()])) == ["02.CNTT"]


def test_relation_given_later_joins_when_asked(filed, finder, document):
    record = document()
    assert codes(finder, record) == []
    record.related_documents = [filed.UID()]
    join(record, "leminhanh")
    join(record, "leminhanh")
    assert codes(finder, record) == ["02.CNTT"]


def test_other_agencies_keep_their_own_dossiers(filed, finder, document):
    assert codes(finder, document(by="vuhaiyen", agency="snv", related_documents=[filed.UID()])) == []


def test_closed_dossier_stays_as_it_is(filed, dossier, finder, document):
    fire(dossier, "close")
    assert codes(finder, document(related_documents=[filed.UID()])) == []


@pytest.fixture
def tasks(province, login_as):
    return Tasks(login_as)


@pytest.fixture
def directed(dossier, province):
    """A received letter in the dossier: the leader gives a task from it."""
    data = {
        "subject": "Đề nghị cung cấp số liệu",
        "document_type": "official_letter",
        "issuing_body": "Sở Nội vụ",
        "arrival_channel": "post",
    }
    record = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", data, "vanthuskhcn")
    IDossierContents(dossier).add(record, "leminhanh")
    return record


def inside(dossier):
    return [document for _item, document in IDossierContents(dossier).documents()]


def test_received_directed_carried_out_drafted_answered(tasks, directed, dossier, finder, document):
    """The chain "đến → bút phê → nhiệm vụ → dự thảo → đi" lies in the dossier without a click (features F4)."""
    task = tasks.give(source=directed)
    tasks.do(task, "accept_task", "phamquochuy")
    below = tasks.give(by="phamquochuy", leads=["user:leminhanh"], parent=task.UID())
    tasks.do(below, "accept_task", "leminhanh")
    draft = find_record(tasks.do(below, "draft_for_task", "leminhanh")["uid"])
    assert tasks.refused(below, "draft_for_task", "leminhanh") == (409, {"draft_exists"})
    assert inside(dossier) == [directed, draft]
    named = document("Báo cáo số liệu")
    assert codes(finder, named) == []
    tasks.do(below, "complete", "leminhanh", text="Đã báo cáo", reply=named.UID())
    assert inside(dossier) == [directed, draft, named]
    assert missing_from(dossier) == []


def test_a_draft_for_a_task_answers_the_letter_that_gave_it(tasks, directed):
    task = tasks.give(source=directed)
    tasks.do(task, "accept_task", "phamquochuy")
    draft = find_record(tasks.do(task, "draft_for_task", "phamquochuy")["uid"])
    assert (draft.in_reply_to, list(draft.related_documents)) == (directed.UID(), [directed.UID()])
    assert (draft.drafter, [row["name"] for row in draft.recipients]) == ("phamquochuy", ["Sở Nội vụ"])


def test_results_of_tasks_wait_where_the_agency_wants_proposals(tasks, directed, dossier, province, document):
    set_mode(province["skhcn"], "propose")
    task = tasks.give(source=directed)
    tasks.do(task, "accept_task", "phamquochuy")
    named = document("Báo cáo số liệu", by="phamquochuy")
    tasks.do(task, "complete", "phamquochuy", text="Đã báo cáo", reply=named.UID())
    assert (inside(dossier), missing_from(dossier)) == ([directed], [named])
    assert gather(dossier, "leminhanh") == [named]


def test_results_of_other_agencies_stay_with_them(tasks, directed, dossier, document):
    task = tasks.give(source=directed, leads=["user:leminhanh"])
    tasks.do(task, "accept_task", "leminhanh")
    foreign = document("Nơi khác", by="vuhaiyen", agency="snv")
    foreign.manage_setLocalRoles("leminhanh", ["Participant"])
    foreign.reindexObjectSecurity()
    tasks.do(task, "complete", "leminhanh", text="Đã báo cáo", reply=foreign.UID())
    assert (inside(dossier), missing_from(dossier)) == ([directed], [])


def test_tabs_show_tasks_and_what_proves_their_reports(tasks, directed, dossier, login_as):
    task = tasks.give(source=directed)
    tasks.do(task, "accept_task", "phamquochuy")
    IFileStore(task).add("result", "so-lieu.pdf", pdf(), "phamquochuy")
    to_1004(None)  # of older sites: the same again
    beside = Beside(dossier, dossier.REQUEST, [directed.UID()])
    with login_as("phamquochuy"):
        assert [row["title"] for row in beside.rows("tasks")] == [task.subject]
        assert [(row["title"], row["note"]) for row in beside.rows("files")] == [("so-lieu.pdf", task.subject)]
    with login_as("leminhanh"):
        assert Beside(dossier, dossier.REQUEST, [directed.UID()]).rows("tasks") == []


def files(*named):
    return [{"filename": name, "data": data} for name, data in named]


def test_a_report_with_files_is_a_document_of_the_dossier(tasks, directed, dossier, login_as):
    """Numbered, its pages counted, by who reported; again and again the same document."""
    task = tasks.give(source=directed)
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "report", "phamquochuy", text="Đang làm", progress=40)
    assert inside(dossier) == [directed]
    proof = files(("so-lieu.xlsx", xlsx(["a", 1])), ("bao-cao.pdf", pdf(3)))
    tasks.do(task, "complete", "phamquochuy", text="Đã rà soát xong", files=proof)
    [_letter, made] = inside(dossier)
    tasks.do(task, "take_back", "phamquochuy")
    tasks.do(task, "report", "phamquochuy", text="Làm tiếp", progress=90)
    assert inside(dossier) == [directed, made] and missing_from(dossier) == [] and gather(dossier, "leminhanh") == []
    assert (state_of(made), made.subject) == ("finished", f"Báo cáo kết quả nhiệm vụ: {task.subject}")
    assert (made.issuing_body, made.signatory_name, made.note) == ("Sở Khoa học và Công nghệ", "Phạm Quốc Huy", "Đã rà soát xong")
    kept = [(file.role, file.current.filename) for file in IFileStore(made).files()]
    assert kept == [("annex", "so-lieu.xlsx"), ("main", "bao-cao.pdf")]
    with login_as("leminhanh"):
        row = rows_of(dossier)[1]
        assert (row.order, row.pages, row.subject) == (2, "1–3", made.subject)
        assert Beside(dossier, None, [directed.UID()]).rows("files") == []
        assert visible_record(made.UID()) is not None
    with login_as("vuhaiyen"):
        assert visible_record(made.UID()) is None
    packed = package_of(dossier, "AIP", {}).documents[1]
    assert [packed.fields[name] for name in ("numberOfPage", "organName")] == ["3", "Sở Khoa học và Công nghệ"]
    assert [file.role for file in packed.files] == ["main", "annex"]


def test_what_is_destroyed_of_a_report_is_gone_from_its_task(tasks, directed, dossier):
    task = tasks.give(source=directed)
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "report", "phamquochuy", text="Đang làm", progress=40, files=files(("khac.pdf", pdf(1))))
    tasks.do(task, "complete", "phamquochuy", text="Xong", files=files(("bao-cao.pdf", pdf(3))))
    [first, second] = [stored for stored in IFileStore(task).files()]
    [_letter, _progress, made] = inside(dossier)
    erase(made, {"disposal": "", "decision": "20/QĐ-SKHCN", "decided_by": "", "reason": "expired"}, "system")
    assert [stored.id for stored in IFileStore(task).kept()] == [first.id]
    assert (second.current.data(), first.current.data() != b"") == (b"", True)
    assert [entry.detail["count"] for entry in IJournal(task).entries(events=["report_destroyed"])] == [1]


def test_reports_become_documents_when_asked_where_the_agency_wants_proposals(tasks, directed, dossier, province):
    set_mode(province["skhcn"], "propose")
    task = tasks.give(source=directed, secrecy="confidential")
    tasks.do(task, "accept_task", "phamquochuy")
    tasks.do(task, "complete", "phamquochuy", text="Xong", files=files(("bao-cao.pdf", pdf(2))))
    assert inside(dossier) == [directed]
    tasks.do(dossier, "gather", "leminhanh")
    [_letter, made] = inside(dossier)
    assert made.secrecy == "confidential"
    assert tasks.refused(dossier, "gather", "leminhanh") == (409, {"nothing_to_gather"})


@pytest.mark.parametrize(
    ("mimetype", "free", "role"),
    [
        ("application/pdf", True, "main"),
        ("application/pdf", False, "annex"),
        ("image/png", True, "annex"),
        ("application/zip", True, "annex"),
        ("application/vnd.rar", True, "original"),
        ("text/x-unknown", True, "original"),
    ],
)
def test_what_a_file_of_a_report_is(mimetype, free, role):
    assert role_of(mimetype, free) == role
