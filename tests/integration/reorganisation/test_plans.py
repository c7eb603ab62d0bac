"""Departments renamed, merged, dissolved and split; an agency renamed; what goes along and what stays."""

from datetime import timedelta
from plone import api
from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content import clock
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.open_work import count_open
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.reorganisation.interfaces import IReorganisations
from qlvb.content.violations import Refused
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.reorganisation import acts
from qlvb.workflows.reorganisation import asking
from qlvb.workflows.reorganisation import jobs
from qlvb.workflows.tasks.interfaces import IJobTemplates
from zope.component import getUtility


SYSTEM = "quantri"
NEW = {"title": "Phòng Công nghệ số", "symbol": "CNS"}


def directory():
    return getUtility(IDirectory)


def refused(function, *args):
    with pytest.raises(Refused) as caught:
        function(*args)
    return caught.value.status, {one.code for one in caught.value.violations}


def counted(plan):
    return {finding.what: finding.count for finding in plan.trial[1]}


def moves(record):
    return [entry.detail for entry in IJournal(record).entries(events=("reorganised",))]


def test_a_dry_run_counts_and_changes_nothing(values, draft, arrival, tasks):
    task = tasks.give()
    plan = acts.draft(values("merge_units", ["cntt", "qlkh"], NEW), SYSTEM)
    before = directory().departments("skhcn")
    acts.try_out(plan.id, SYSTEM)
    found = counted(plan)
    assert plan.state == "trial" and plan.trial[2] == ()
    assert found["outgoing_open"] == found["incoming_open"] == found["tasks_open"] == 1
    assert found["outgoing_closed"] == found["tasks_closed"] == 0
    assert found["posts"] == 2 and found["accounts"] == 2 and found["codes"] == 1
    assert directory().departments("skhcn") == before and "cong-nghe-so" not in arrival.aq_parent
    assert draft.drafting_unit == "cntt" and task.executing_unit == "cntt" and moves(draft) == []
    acts.withdraw(plan.id, SYSTEM)
    getUtility(IRunner).run_pending()
    assert plan.state == "withdrawn" and directory().departments("skhcn") == before
    assert refused(acts.withdraw, plan.id, SYSTEM) == (409, {"wrong_state"})


def test_merged_departments_go_on_as_one(carry_out, draft, arrival, tasks):
    task = tasks.give(coordinators=["skhcn.qlkh"])
    plan = carry_out("merge_units", ["cntt", "qlkh"], NEW)
    assert plan.state == "done" and plan.made == ("cns",)
    assert [unit.id for unit in directory().departments("skhcn") if unit.id in ("cns", "cntt", "qlkh")] == ["cns"]
    closed = directory().department("skhcn", "cntt")
    assert closed.closed_on == clock.today() and closed.successors == ("cns",)
    assert directory().heir("skhcn", "qlkh") == "cns"
    assert {post.department for post in directory().person("leminhanh").posts} == {"cns"}
    assert directory().holders("skhcn", "unit_leader", "cns") == ["phamquochuy"]
    assert draft.drafting_unit == "cns" and [line.department for line in ILines(arrival).all()] == ["cns"]
    assert task.executing_unit == "cns" and task.coordinators == ["skhcn.cns"]
    for record in (draft, arrival, task):
        (said,) = moves(record)
        assert said["unit"] == "Phòng Công nghệ số" and said["decision"] == "45/QĐ-SKHCN"
    assert plan.moved == {"OutgoingDocument": 1, "IncomingDocument": 1, "Task": 1}
    assert [event[2] for event in plan.events] == ["made", "tried", "confirmed", "began", "done"]


def test_people_keep_their_work_and_get_the_groups_of_both(carry_out, draft, arrival, tasks, login_as):
    task = tasks.give()
    with login_as("phamquochuy"):
        assert task.UID() in [row.uid for row in getUtility(IListing).query("tasks.to_accept").rows]
    before = count_open(["leminhanh", "phamquochuy"], "skhcn")
    carry_out("merge_units", ["cntt", "qlkh"], NEW)
    assert count_open(["leminhanh", "phamquochuy"], "skhcn") == before
    assert {"skhcn.cns.unit_leader", "skhcn.cntt.unit_leader", "skhcn.qlkh.unit_leader"} <= directory().principals(
        "phamquochuy"
    )
    assert "skhcn.cntt.unit_leader" not in directory().principals("leminhanh")
    with login_as("phamquochuy"):
        assert task.UID() in [row.uid for row in getUtility(IListing).query("tasks.to_accept").rows]


def test_what_has_ended_keeps_its_department_and_its_readers(carry_out, draft, login_as, portal):
    draft.drafting_unit = "cntt"
    portal.portal_workflow.setStatusOf(
        "qlvb_outgoing",
        draft,
        {"review_state": "cancelled", "action": None, "actor": "system", "comments": "", "time": draft.created()},
    )
    draft.reindexObject()
    carry_out("merge_units", ["cntt", "qlkh"], NEW)
    assert draft.drafting_unit == "cntt" and moves(draft) == []
    with login_as("phamquochuy"):
        assert "UnitLeader" in api.user.get_roles(obj=draft)
    assert directory().department("skhcn", draft.drafting_unit).title.startswith("Phòng Quản lý công nghệ")


def test_a_department_is_dissolved_into_another_with_its_standard_jobs(carry_out, province):
    template = IJobTemplates(province["skhcn"]).put(
        "Sao lưu", [{"subject": "Sao lưu", "executor": "skhcn.cntt", "working_days": 2}], unit="cntt"
    )
    carry_out("dissolve_unit", ["cntt"], "qlkh")
    assert IJobTemplates(province["skhcn"]).get(template.id).unit == "qlkh"
    assert directory().heir("skhcn", "cntt") == "qlkh"
    assert {post.department for post in directory().person("phamquochuy").posts} == {"qlkh"}


def test_a_split_gives_work_to_where_the_posts_go(carry_out, draft, arrival, tasks):
    task = tasks.give()
    other = {"title": "Phòng Chuyển đổi số", "symbol": "CĐS"}
    plan = carry_out("split_unit", ["cntt"], NEW, other, posts={"chuyen-vien-cntt": 1})
    assert plan.made == ("cns", "cds")
    assert {post.department for post in directory().person("leminhanh").posts} == {"cds"}
    assert {post.department for post in directory().person("phamquochuy").posts} == {"cns"}
    assert draft.drafting_unit == "cds" and [line.department for line in ILines(arrival).all()] == ["cds"]
    assert task.executing_unit == "cns"  # the department's own: with the keeper
    assert directory().heir("skhcn", "cntt") == "cns"


def test_a_department_may_give_away_a_part_and_stay(carry_out, draft):
    plan = carry_out("split_unit", ["cntt"], "cntt", NEW, posts={"chuyen-vien-cntt": 1})
    assert plan.made == ("cntt", "cns") and directory().department("skhcn", "cntt").closed_on is None
    assert draft.drafting_unit == "cns"
    assert {post.department for post in directory().person("phamquochuy").posts} == {"cntt"}


def test_a_renamed_department_is_remembered_under_its_name_of_the_day(carry_out, draft, province):
    carry_out("rename_unit", ["cntt"], NEW)
    info, today = directory().department("skhcn", "cntt"), clock.today()
    assert (info.title, info.symbol) == ("Phòng Công nghệ số", "CNS")
    assert info.title_on(today - timedelta(days=1)).startswith("Phòng Quản lý công nghệ")
    assert info.title_on(today) == info.title_on(None) == "Phòng Công nghệ số"
    assert moves(draft) == [] and draft.drafting_unit == "cntt"


def test_a_renamed_agency_reports_its_code_within_fifteen_days(carry_out, province):
    plan = carry_out("rename_agency", [], {"title": "Sở Khoa học, Công nghệ và Số", "symbol": "SKHCNS"})
    info = directory().agency("skhcn")
    assert (info.title, info.symbol) == ("Sở Khoa học, Công nghệ và Số", "SKHCNS")
    assert info.past_names[0][:2] == ("Sở Khoa học và Công nghệ", "SKHCN")
    assert province["skhcn"].body_name == "SỞ KHOA HỌC, CÔNG NGHỆ VÀ SỐ"
    plans = getUtility(IReorganisations)
    assert plans.waiting_codes() == [plan] and plan.code_due == clock.today() + timedelta(days=15)
    assert refused(acts.settle_code, plan.id, {"identifier": "H99.08", "decision": ""}, SYSTEM) == (
        400,
        {"identifier_wrong", "decision_missing"},
    )
    assert refused(acts.settle_code, plan.id, {"identifier": "x", "decision": "9/QĐ"}, SYSTEM) == (
        400,
        {"identifier_wrong"},
    )
    old = info.identifier
    acts.settle_code(plan.id, {"identifier": "H99.77", "decision": "99/QĐ-UBND"}, SYSTEM)
    assert directory().agency("skhcn").identifier == "H99.77" and plans.waiting_codes() == []
    assert directory().agency_by_identifier(old).id == directory().agency_by_identifier("H99.77").id == "skhcn"
    assert refused(acts.settle_code, plan.id, {"decision": "1"}, SYSTEM) == (409, {"code_settled"})


def test_a_plan_must_be_tried_and_is_confirmed_once(values, province):
    plan = acts.draft(values("merge_units", ["cntt", "qlkh"], NEW), SYSTEM)
    assert refused(acts.confirm, plan.id, SYSTEM) == (409, {"not_tried"})
    acts.try_out(plan.id, SYSTEM)
    acts.change(plan.id, values("merge_units", ["cntt", "qlkh"], {"title": "Phòng Số"}), SYSTEM)
    assert plan.state == "draft" and plan.trial is None
    acts.try_out(plan.id, SYSTEM)
    acts.confirm(plan.id, SYSTEM)
    assert refused(acts.confirm, plan.id, SYSTEM) == (409, {"wrong_state"})
    other = acts.draft(values("rename_unit", ["cntt"], {"title": "Phòng Khác", "symbol": "K"}), SYSTEM)
    acts.try_out(other.id, SYSTEM)
    assert {one.code for one in other.trial[2]} == {"other_plan"}
    assert refused(acts.confirm, other.id, SYSTEM) == (409, {"other_plan"})
    assert refused(getUtility(IReorganisations).get, 99) == (404, {"plan_unknown"})


def test_it_begins_on_its_day_and_can_be_withdrawn_until_then(values, province):
    later = (clock.today() + timedelta(days=2)).isoformat()
    plan = acts.draft(values("merge_units", ["cntt", "qlkh"], NEW, effective=later), SYSTEM)
    acts.try_out(plan.id, SYSTEM)
    acts.confirm(plan.id, SYSTEM)
    getUtility(IRunner).run_pending()
    assert plan.state == "confirmed" and directory().department("skhcn", "cntt").closed_on is None
    with clock.held(clock.now() + timedelta(days=2)):
        getUtility(IRunner).run_pending()
        assert plan.state == "done"
    assert refused(acts.withdraw, plan.id, SYSTEM) == (409, {"wrong_state"})


def test_what_came_in_between_stops_the_worker_before_anything_is_done(values, province):
    plan = acts.draft(values("dissolve_unit", ["cntt"], "qlkh"), SYSTEM)
    acts.try_out(plan.id, SYSTEM)
    acts.confirm(plan.id, SYSTEM)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(province["skhcn"]["departments"]["qlkh"], check_linkintegrity=False)
    getUtility(IRunner).run_pending()
    job = asking.job_of(plan)
    assert job.state == "failed" and "Có phòng ban không thuộc cơ quan này" in job.error
    assert plan.state == "confirmed" and directory().department("skhcn", "cntt").closed_on is None
    acts.retry(plan.id, SYSTEM)
    assert asking.job_of(plan).state == "queued"
    acts.withdraw(plan.id, SYSTEM)
    getUtility(IRunner).run_pending()
    assert plan.state == "withdrawn" and directory().department("skhcn", "cntt").closed_on is None


def test_a_stretch_done_twice_moves_nothing_twice(carry_out, draft, arrival, monkeypatch):
    monkeypatch.setattr(jobs, "MOST", 1)
    plan = carry_out("merge_units", ["cntt", "qlkh"], NEW)
    assert plan.state == "done" and plan.place == len(plan.uids) == 2
    plan.state, plan.place = "running", 0
    asking.ask_for_job(plan, SYSTEM)
    getUtility(IRunner).run_pending()
    assert plan.state == "done" and len(moves(draft)) == len(moves(arrival)) == 1


def test_a_worker_that_dies_in_a_stretch_leaves_it_whole_for_the_next(carry_out, draft, arrival, tasks, monkeypatch):
    """What kill -9 leaves: the organisation is changed, no record of the stretch is, the job is claimed by nobody."""
    task, real, seen = tasks.give(), jobs.hand_on, []

    def dying(record, *args):
        seen.append(record)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return real(record, *args)

    monkeypatch.setattr(jobs, "hand_on", dying)
    with pytest.raises(KeyboardInterrupt):
        carry_out("merge_units", ["cntt", "qlkh"], NEW)
    (plan,) = getUtility(IReorganisations).all()
    assert (plan.state, plan.place, plan.moved) == ("running", 0, {})
    assert [moves(record) for record in (draft, arrival, task)] == [[], [], []]
    assert directory().heir("skhcn", "cntt") == "cns"
    assert directory().holders("skhcn", "unit_leader", "cntt") == ["phamquochuy"]  # nobody is without a head meanwhile
    monkeypatch.setattr(jobs, "hand_on", real)
    with clock.held(clock.now() + timedelta(hours=1)):
        getUtility(IRunner).run_pending()
    assert plan.state == "done" and plan.place == len(plan.uids) == 3
    assert [len(moves(record)) for record in (draft, arrival, task)] == [1, 1, 1]


def test_running_intake_stands_against_it(values, province):
    transfer = createContentInContainer(
        province["skhcn"]["transfers"], "Transfer", checkConstraints=False, title="Nộp năm 2025", drafting_unit="cntt"
    )
    plan = acts.draft(values("dissolve_unit", ["cntt"], "qlkh"), SYSTEM)
    acts.try_out(plan.id, SYSTEM)
    assert [(one.field, one.code) for one in plan.trial[2]] == [("units", "open_intake")]
    assert transfer.title in str(plan.trial[2][0].message.mapping)
