"""Keeping a dossier: it gathers, is shared, printed, measured against its template."""

from BTrees.OOBTree import OOBTree
from datetime import date
from docx import Document
from io import BytesIO
from made_files import pdf
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IListing
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.filing.gathering import missing_from
from qlvb.workflows.filing.gathering import set_mode
from qlvb.workflows.filing.links import link_of
from qlvb.workflows.filing.sharing import readers
from qlvb.workflows.filing.sharing import title_of
from qlvb.workflows.filing.templates import completeness_of
from qlvb.workflows.filing.templates import save_templates
from qlvb.workflows.filing.templates import templates_from
from qlvb.workflows.filing.unfiled import keepers
from qlvb.workflows.filing.unfiled import list_url
from qlvb.workflows.filing.unfiled import unfiled_of
from qlvb.workflows.filing.unfiled import units
from qlvb.workflows.incoming.verification import ANNOTATION
from urllib.parse import parse_qsl
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture
def agency(province):
    return province["skhcn"]


@pytest.fixture
def received(province):
    def make(subject, **data):
        values = {
            "subject": subject,
            "document_type": "official_letter",
            "issuing_body": "Sở Nội vụ",
            "issue_date": date(2031, 3, 1),
            "arrival_channel": "post",
            **data,
        }
        return getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", values, "vanthuskhcn")

    return make


def inside(dossier):
    return [document.title for _item, document in IDossierContents(dossier).documents()]


def test_a_filed_document_brings_what_followed_from_it(dossier, received, document, perform):
    asked = received("Đề nghị phối hợp")
    answer = document("Trả lời", in_reply_to=asked.UID())
    received("Hồi báo", in_reply_to=answer.UID())
    other = document("Việc khác")
    perform("leminhanh", answer, "file", dossiers=[dossier.UID()])
    assert inside(dossier) == ["Trả lời", "Hồi báo"]
    IDossierContents(dossier).add(asked, "leminhanh")
    assert missing_from(dossier) == []
    assert other.title not in inside(dossier)


def test_nothing_comes_twice_and_nothing_of_others(dossier, received, document, perform):
    asked = received("Đề nghị")
    document("Trả lời", in_reply_to=asked.UID())
    document("Nơi khác", by="vuhaiyen", agency="snv", in_reply_to=asked.UID())
    IDossierContents(dossier).add(asked, "leminhanh")
    perform("leminhanh", dossier, "gather")
    assert inside(dossier) == ["Đề nghị", "Trả lời"]
    assert IDossierContents(dossier).totals()[0] == 2


def test_an_agency_that_only_wants_proposals(agency, dossier, received, document, perform, refused):
    set_mode(agency, "propose")
    asked = received("Đề nghị")
    IDossierContents(dossier).add(asked, "leminhanh")
    answer = document("Trả lời", in_reply_to=asked.UID())
    assert inside(dossier) == ["Đề nghị"]
    assert missing_from(dossier) == [answer]
    perform("leminhanh", dossier, "gather")
    assert inside(dossier) == ["Đề nghị", "Trả lời"]
    assert refused("leminhanh", dossier, "gather") == (409, {"nothing_to_gather"})
    with pytest.raises(Refused):
        set_mode(agency, "sometimes")


def test_nothing_comes_into_a_closed_dossier(dossier, received, document, refused):
    asked = received("Đề nghị")
    IDossierContents(dossier).add(asked, "leminhanh")
    fire(dossier, "close")
    document("Trả lời", in_reply_to=asked.UID())
    assert inside(dossier) == ["Đề nghị"]
    assert refused("leminhanh", dossier, "gather") == (409, {"wrong_state"})


def test_sharing_lets_people_and_units_read_and_no_more(dossier, perform, refused, login_as, box):
    reader = next(
        person.userid
        for person in getUtility(IDirectory).people("skhcn")
        if person.userid not in ("leminhanh", "phamquochuy", "nguyenthithuha", "buitrungkien", "hoangvanluu")
    )
    assert refused("leminhanh", dossier, "share_dossier") == (400, {"nobody"})
    perform("leminhanh", dossier, "share_dossier", people=[reader])
    with login_as(reader) as user:
        assert user.has_permission("View", dossier)
        assert not user.has_permission("qlvb: File in dossier", dossier) or reader == "vanthuskhcn"
        assert not user.has_permission("Modify portal content", dossier)
    assert box(reader, "dossiers.shared") == [dossier.UID()]
    perform("leminhanh", dossier, "unshare_dossier", principals=[reader])
    with login_as(reader) as user:
        assert not user.has_permission("View", dossier)
    assert box(reader, "dossiers.shared") == []
    perform("leminhanh", dossier, "share_dossier", units=["cntt"])
    assert box("phamquochuy", "dossiers.shared") == [dossier.UID()]
    perform("leminhanh", dossier, "share_dossier", people=[reader])
    unit, person = readers(dossier)  # the unit once, though each function in it has a group
    assert (title_of(unit), person) == ("Phòng Quản lý công nghệ thông tin và Chuyển đổi số", reader)
    perform("leminhanh", dossier, "unshare_dossier", principals=[unit])
    assert (box("phamquochuy", "dossiers.shared"), readers(dossier)) == ([], [reader])


def test_the_contents_list_as_a_file(dossier, document, perform):
    perform("leminhanh", document("V/v họp giao ban", page_count=3), "file", dossiers=[dossier.UID()])
    perform("leminhanh", dossier, "print_contents")
    perform("leminhanh", dossier, "print_contents")
    [kept] = IFileStore(dossier).files("result")
    assert len(kept.versions()) == 2
    paper = Document(BytesIO(kept.current.data()))
    assert [cell.text for cell in paper.tables[0].rows[0].cells] == [
        "STT",
        "Số, ký hiệu văn bản",
        "Ngày tháng năm văn bản",
        "Tên loại và trích yếu nội dung văn bản",
        "Tác giả văn bản",
        "Tờ số/Trang số",
        "Ghi chú",
    ]
    assert [cell.text for cell in paper.tables[0].rows[1].cells] == [f"({column})" for column in range(1, 8)]
    row = [cell.text for cell in paper.tables[0].rows[2].cells]
    assert (row[0], row[5], "V/v họp giao ban" in row[3]) == ("1", "1–3", True)
    assert any("Số, ký hiệu hồ sơ: 02.CNTT" in one.text for one in paper.paragraphs)


def test_completeness_against_the_template(agency, dossier, document, perform, box):
    components = [{"title": "Công văn"}, {"title": "Quyết định", "document_types": ["decision"]}]
    save_templates(agency, templates_from([{"id": "nang-cap", "title": "Nâng cấp", "components": components}]))
    assert completeness_of(dossier) is None
    perform("leminhanh", dossier, "choose_template", template="nang-cap")
    assert completeness_of(dossier).percent == 0
    perform("leminhanh", document(), "file", dossiers=[dossier.UID()])
    assert completeness_of(dossier).percent == 50
    assert box("leminhanh", "dossiers.incomplete") == [dossier.UID()]
    assert "component_missing" in {fault.code for fault in violations(dossier)}
    perform("leminhanh", document(document_type="decision"), "file", dossiers=[dossier.UID()])
    assert completeness_of(dossier).percent == 100
    assert box("leminhanh", "dossiers.incomplete") == []


def test_faults_lead_to_where_they_are_mended(dossier, document, perform, login_as):
    draft = document()
    perform("leminhanh", draft, "file", dossiers=[dossier.UID()])
    with login_as("leminhanh"):
        links = {fault.code: link_of(dossier, fault) for fault in violations(dossier)}
    assert links == {"document_draft": draft.absolute_url()}


def test_a_signature_that_does_not_hold_is_a_fault(dossier, received):
    record = received("Có chữ ký")
    IDossierContents(dossier).add(record, "leminhanh")
    stored = IFileStore(record).add("original", "van-ban.pdf", pdf(), "vanthuskhcn")
    assert violations(dossier) == []
    verdicts = {"checked": clock.now(), "verdicts": [{"verdict": "invalid"}]}
    IAnnotations(record)[ANNOTATION] = OOBTree({f"{stored.id}.1": verdicts})
    assert {fault.code for fault in violations(dossier)} == {"document_signature"}


def test_documents_in_no_dossier(dossier, received, perform, box, login_as):
    record = received("Việc đã xong")
    assert record.UID() not in box("hoangvanluu", "dossiers.unfiled")
    fire_finished(record)
    assert record.UID() in box("hoangvanluu", "dossiers.unfiled")
    IDossierContents(dossier).add(record, "leminhanh")
    assert record.UID() not in box("hoangvanluu", "dossiers.unfiled")
    with login_as("hoangvanluu"):
        [mine] = [one for one in keepers("skhcn", 2031) if one.userid == "leminhanh"]
    assert (mine.open, mine.unfiled, mine.unit) == (1, 0, "cntt")


def test_every_number_of_documents_in_no_dossier_opens_its_list(document, login_as):
    """A document of two people counts once in their unit; the whole agency has what leavers left, too."""
    people = ("leminhanh", "phamquochuy", "nguoidanghi")
    drafts = [document(f"V/v việc của {one}") for one in people]
    for draft, draft.drafter in zip(drafts, people, strict=True):
        fire_finished(draft, "qlvb_outgoing", "issued")
    with login_as("nguyenthithuha"):
        found = {unit.unit: unit for unit in units("skhcn")}
        assert {one.userid: one.unfiled for one in found["cntt"].keepers} == {"leminhanh": 1, "phamquochuy": 1}
        assert (found["cntt"].unfiled, unfiled_of("skhcn", "@skhcn")) == (2, 3)
        for whose, number in (("leminhanh", 1), ("@skhcn.cntt", 2), ("@skhcn", 3), ("@skhcn.", 0), ("@snv", 0)):
            asked = dict(parse_qsl(list_url("skhcn", whose).partition("?")[2]))
            listed = getUtility(IListing).query(asked.pop("box"), filters=asked).rows
            assert len(listed) == number == unfiled_of("skhcn", whose), whose
        for wrong in ("@", "@.", "a\0b"):
            with pytest.raises(Refused):
                getUtility(IListing).query("filing", filters={"unfiled": wrong})
    with login_as("tranduclong"):
        assert unfiled_of("skhcn", "@skhcn") == 0


def fire_finished(record, workflow="qlvb_incoming", state="finished"):
    """Bring a document to its end past the daily flow."""
    tool = api.portal.get_tool("portal_workflow")
    tool.setStatusOf(workflow, record, {"review_state": state, "action": "", "actor": "", "comments": ""})
    tool.getWorkflowById(workflow).updateRoleMappingsFor(record)
    record.reindexObject()
    record.reindexObjectSecurity()


def test_two_hundred_documents_are_looked_through_when_a_dossier_is_closed(dossier, received, perform, refused):
    records = [received(f"Văn bản {number}") for number in range(200)]
    for record in records:
        IDossierContents(dossier).add(record, "leminhanh")
    records[150].issue_date = None
    assert refused("leminhanh", dossier, "close") == (400, {"document_undated"})
    assert [fault.field for fault in violations(dossier)] == [records[150].UID()]
    records[150].issue_date = date(2031, 3, 1)
    perform("leminhanh", dossier, "close")
    assert violations(dossier) == []
    assert [item.order for item in IDossierContents(dossier).items()] == list(range(1, 201))


def test_closing_does_not_shorten(dossier, received, perform, refused):
    IDossierContents(dossier).add(received("Văn bản"), "leminhanh")
    assert refused("leminhanh", dossier, "close", retention_kind="years", retention_years=5) == (
        400,
        {"retention_shorter"},
    )
    perform("leminhanh", dossier, "close", retention_kind="years", retention_years=20)
    assert (dossier.retention_years, dossier.end_date) == (20, date(2031, 3, 3))
