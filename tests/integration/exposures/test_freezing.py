"""A report closes the record, every copy of its bytes in every agency, and nothing opens it but lifting."""

from outgoing_story import make_draft
from plone import api
import pytest
from plone.uuid.interfaces import IUUID
from qlvb.content.disposals.standing import violations
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.interfaces import LIFTED
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.lid import closed_by
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import ILeaving
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.consultation.agencies import request_of
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.exposures.ending import lift
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.standing.asking import standing_of
from zExceptions import Unauthorized
from zope.component import getUtility
from zope.i18n import translate


HEAD, OTHER_HEAD = "nguyenthithuha", "tranduclong"


def roles(record):
    """What is stored of permissions: dict."""
    return {name: value for name, value in vars(record.aq_base).items() if name.endswith("_Permission")}


def found(userid, login_as, **asked):
    with login_as(userid):
        page = getUtility(IListing).page(Question(**asked), 0, 50)
        return {row.uid for row in page.rows}


def test_nobody_opens_it_but_the_heads(sent, arrived, reports, sees):
    assert sees("vanthusnv", arrived) and sees("leminhanh", sent)
    case, is_new = reports("vanthusnv", arrived)
    assert is_new and case.state == OPEN and closed_by(arrived) == closed_by(sent) == case.id
    for userid in ("vanthusnv", "leminhanh", "vanthuskhcn", "skhcnqtdv", "quantri", "hoangvanluu"):
        assert not sees(userid, arrived) and not sees(userid, sent), userid
    assert sees(OTHER_HEAD, arrived) and not sees(OTHER_HEAD, sent)
    assert sees(HEAD, sent) and not sees(HEAD, arrived)
    assert not sees(HEAD, sent, "Modify portal content")


def test_it_says_that_it_waits_for_its_judge(sent, arrived, reports, login_as):
    before = standing_of(arrived)
    case, _new = reports("vanthusnv", arrived)
    found = standing_of(arrived)
    assert (found.kind, found.holders, found.since, found.days) == ("secret", [OTHER_HEAD], case.opened, 0)
    assert case.id in translate(found.sentence, target_language="vi")
    lift(case, OTHER_HEAD, False, "Không phải tài liệu mật")
    assert standing_of(arrived) == before


def test_what_gives_rights_does_not_open_it(sent, arrived, reports, sees):
    reports("vanthusnv", arrived)
    before = roles(arrived)
    tool = api.portal.get_tool("portal_workflow")
    arrived.manage_permission("View", ["Authenticated", "Manager"], 0)
    tool.getWorkflowsFor(arrived)[0].updateRoleMappingsFor(arrived)
    IGrants(arrived).grant("vuhaiyen", "Participant", "line", "9")
    arrived.manage_setLocalRoles("vuhaiyen", ["Manager", "Owner"])
    assert not sees("vuhaiyen", arrived) and not sees("quantri", arrived)
    assert roles(arrived) == before


def test_lifting_puts_back_exactly_what_was(sent, arrived, reports, sees, login_as):
    stored, grants = roles(arrived), {(one.principal, one.role) for one in IGrants(arrived).all()}
    case, _new = reports("vanthusnv", arrived)
    with login_as(OTHER_HEAD):
        lift(case, OTHER_HEAD, False, "Dấu của bản mẫu, không có nội dung mật")
    assert roles(arrived) == stored and {(one.principal, one.role) for one in IGrants(arrived).all()} == grants
    assert case.state == LIFTED and closed_by(arrived) == closed_by(sent) == ""
    assert sees("vanthusnv", arrived) and sees("leminhanh", sent)
    for version in (stored.current for stored in IFileStore(sent).files()):
        assert ILeaving(version).obstacle is None
    assert {"secret.closed", "secret.reported", "secret.lifted"} <= {one.event for one in IJournal(arrived).entries()}


def test_a_transition_below_the_lid_counts_when_it_is_lifted(arrived, reports, login_as):
    """The state may change meanwhile (a job): what is then right is what opens."""
    case, _new = reports("vanthusnv", arrived)
    api.portal.get_tool("portal_workflow").getWorkflowsFor(arrived)[0].updateRoleMappingsFor(arrived)
    kept = roles(arrived)
    with login_as(OTHER_HEAD):
        lift(case, OTHER_HEAD, False, "Dấu của bản mẫu, không có nội dung mật")
    assert roles(arrived) == kept and arrived.rolesOfPermission("View")


def test_lists_and_search_forget_it(arrived, sent, reports, login_as):
    catalogue = api.portal.get_tool("portal_catalog")
    assert IUUID(sent) in found("leminhanh", login_as, filters={"text": "Hang Gấu"})
    reports("vanthusnv", arrived)
    for userid in ("vanthusnv", "leminhanh", "quantri", "vanthuskhcn"):
        assert found(userid, login_as, filters={"text": "Hang Gấu"}) == set()
        with login_as(userid):
            assert not catalogue(UID=[IUUID(sent), IUUID(arrived)])
    assert found(HEAD, login_as, filters={"text": "Hang Gấu"}) == {IUUID(sent)}


def test_the_bytes_are_closed_wherever_they_lie(sent, arrived, reports, make, login_as):
    stored = IFileStore(sent).signed()
    data = stored.current.data()
    reports("vanthusnv", arrived)
    assert ILeaving(stored.current).obstacle.code == "secret_reported"
    elsewhere = make("Văn bản khác")
    with login_as("vanthuskhcn"), pytest.raises(Refused) as refused:
        IFileStore(elsewhere).add("original", "ban-sao.pdf", data, "vanthuskhcn")
    assert [one.code for one in refused.value.violations] == ["secret_reported"]
    assert IFileStore(elsewhere).files() == []


def test_no_act_is_done_by_anybody(sent, arrived, reports, login_as):
    reports("vanthusnv", arrived)
    for userid in ("vanthusnv", OTHER_HEAD, "quantri"):
        with login_as(userid):
            for act, found_wrong in IActs(arrived).possible():
                assert [one.code for one in found_wrong] == ["locked"], act.id
            with pytest.raises(Refused) as refused:
                IActs(arrived).perform("accept", {})
            assert refused.value.status == 409


def test_a_second_report_joins_and_a_stranger_is_refused(sent, arrived, reports):
    case, _new = reports("vanthusnv", arrived)
    again, is_new = reports("vanthusnv", arrived)
    assert again is case and not is_new and len(case.reports) == 1
    other, is_new = reports("leminhanh", sent, "Cùng một công văn, cũng thấy dấu mật")
    assert other is case and not is_new and len(case.reports) == 2
    with pytest.raises(Unauthorized):
        reports("vuhaiyen", sent)
    assert len(getUtility(ICases).all()) == 1


def test_only_chosen_files_are_followed(sent, arrived, reports, sees):
    annex = IFileStore(sent).files("annex")[0]
    only_here = IFileStore(sent).files("main")[0]
    case, _new = reports("leminhanh", sent, files=[only_here.id])
    assert closed_by(sent) and not closed_by(arrived) and sees("vanthusnv", arrived)
    assert ILeaving(annex.current).obstacle is None
    again, is_new = reports("vanthusnv", arrived)
    assert is_new and again.id != case.id and closed_by(sent) == case.id


@pytest.mark.parametrize("reason", ["", "ngắn", None, 5, "x" * 2001])
def test_without_a_reason_nothing_happens(arrived, reports, reason):
    with pytest.raises(Refused) as refused:
        reports("vanthusnv", arrived, reason)
    assert refused.value.status == 400 and not closed_by(arrived) and not getUtility(ICases).all()


def test_unknown_files_and_records_without_files_are_refused(arrived, reports, make):
    with pytest.raises(Refused) as refused:
        reports("vanthusnv", arrived, files=["x"])
    assert refused.value.status == 400
    with pytest.raises(Refused) as refused:
        reports("vanthuskhcn", make("Không có tệp"))
    assert refused.value.status == 409 and not getUtility(ICases).all()


def test_numbers_of_cases_count_by_year(province, clock):
    cases = getUtility(ICases)
    from qlvb.content import clock as now
    from qlvb.content.exposures.cases import Report

    said = Report("leminhanh", now.now(), "x")
    assert [cases.add("skhcn", "", said).id for _time in range(3)] == ["2026-001", "2026-002", "2026-003"]
    assert [case.id for case in cases.all()] == ["2026-003", "2026-002", "2026-001"]
    assert cases.all(agency="snv") == [] and cases.get(None) is None


def test_a_draft_and_the_requests_about_it_are_closed_together(province, clock, login_as, reports, sees):
    draft = make_draft(subject="V/v kho Hang Gấu, dự thảo")
    with login_as("leminhanh"):
        IActs(draft).perform("consult", {"people": [], "agencies": ["snv"], "working_days": 5, "question": "Về thời hạn"})
    request = request_of(IConsultations(draft).current().opinions[0])
    assert sees("vanthusnv", request)
    case, is_new = reports("vanthusnv", request)
    assert is_new and closed_by(draft) == closed_by(request) == case.id and case.agency == "snv"
    assert ILeaving(IFileStore(draft).main().current).obstacle is not None
    assert not sees("vanthusnv", request) and not sees("leminhanh", draft)
    with login_as(OTHER_HEAD):
        lift(case, OTHER_HEAD, False, "Bản nháp, không có nội dung mật")
    case, _new = reports("leminhanh", draft)
    assert closed_by(request) == case.id and case.parties["holder:snv"].state == "told"


@pytest.mark.parametrize("quietly", [False, True])
@pytest.mark.parametrize("folder", [False, True])
def test_it_is_not_deleted_by_itself_nor_with_its_folder(sent, reports, quietly, folder):
    reports("leminhanh", sent)
    gone = sent.__parent__ if folder else sent
    with pytest.raises(Refused):
        gone.__parent__._delObject(gone.getId(), suppress_events=quietly)
    assert closed_by(sent)


def test_it_is_on_no_list_of_a_disposal(sent, reports):
    assert "locked" not in {one.code for one in violations(sent, "expired")}
    reports("leminhanh", sent)
    assert "locked" in {one.code for one in violations(sent, "expired")}
