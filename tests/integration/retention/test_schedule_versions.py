"""The schedule changes by versions; dossiers follow when they are asked to, and never silently."""

from dataclasses import replace
from datetime import date
from plone import api
from dossier_fixtures import codes
import pytest
from qlvb.content.dossiers.interfaces import ICatalogueRows
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.retention.interfaces import IRetentionSchedule
from qlvb.content.retention.period import Period
from qlvb.content.retention.schedule import ScheduleRow
from qlvb.content.retention.vocabularies import RetentionSchedule
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.many import jobs
from qlvb.workflows.acts.many.runs import ActRuns
from qlvb.workflows.filing.retention_changes import changes_of
from qlvb.workflows.filing.retention_changes import differing
from qlvb.workflows.filing.retention_changes import follow
from qlvb.workflows.outbox.interfaces import IRunner
from zope.component import getUtility


REASON = "Theo Thông tư mới ban hành"
pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture
def schedule(province):
    return IRetentionSchedule(province)


@pytest.fixture
def dossier(approved, schedule):
    """Governed by row N1 (five years)."""
    found = getUtility(IDossierFinder).open_from_entry(approved, "02.CNTT", "leminhanh")
    found.retention_years, found.retention_row = 5, "N1"
    found.retention_basis = schedule.current().row("N1").basis
    found.reindexObject()
    return found


def longer(schedule, token="N1", years=20):
    return replace(schedule.current().row(token), period=Period("years", years))


def test_versions(schedule):
    assert schedule.current().number == 1
    first = schedule.current().rows
    version = schedule.change([longer(schedule)], [], "hoangvanluu", REASON, 1)
    assert (version.number, version.by, version.reason) == (2, "hoangvanluu", REASON)
    assert schedule.current().row("N1").period == Period("years", 20)
    assert schedule.version(1).rows == first
    assert len(schedule.current().rows) == len(first)
    assert schedule.change([longer(schedule)], [], "hoangvanluu", REASON).number == 2
    assert [one.number for one in schedule.versions()] == [2, 1]
    taken = schedule.change([], ["N1"], "hoangvanluu", REASON)
    assert (taken.number, taken.row("N1")) == (3, None)


def test_refusals(schedule):
    assert codes(schedule.change, [longer(schedule)], [], "hoangvanluu", "ngắn") == (400, {"reason_missing"})
    assert codes(schedule.change, [], ["XX"], "hoangvanluu", REASON) == (400, {"row_unknown"})
    schedule.change([longer(schedule)], [], "hoangvanluu", REASON)
    assert codes(schedule.change, [], ["N1"], "hoangvanluu", REASON, 1) == (409, {"someone_was_faster"})


OWN = ScheduleRow("CQ1", "", "", "Đề tài cấp tỉnh", "", Period("years", 30), "", "QĐ 12/QĐ-SKHCN", True)


def test_an_agency_adds_rows_and_lengthens_periods_for_itself_alone(province, schedule):
    agency, other = IRetentionSchedule(province["skhcn"]), IRetentionSchedule(province["snv"])
    assert (agency.current().number, agency.current().shared, agency.current().rows) == (1, 1, schedule.current().rows)
    version = agency.change([OWN, longer(schedule)], [], "hoangvanluu", REASON, 1)
    assert (version.number, version.rows[0], version.own) == (2, OWN, {"CQ1", "N1"})
    assert version.row("N1").period == Period("years", 20)
    assert schedule.current().number == other.current().number == 1
    assert other.current().row("CQ1") is None and other.current().row("N1").period == Period("years", 5)
    schedule.change([longer(schedule, years=50)], [], "quantri", REASON)
    assert (agency.current().row("N1").period, agency.current().own) == (Period("years", 50), {"CQ1"})
    assert agency.change([schedule.current().row("N2")], [], "hoangvanluu", REASON).number == 2
    assert agency.change([], ["CQ1"], "hoangvanluu", REASON).row("CQ1") is None
    assert [one.number for one in agency.versions()] == [3, 2, 1] and agency.version(2).row("CQ1") == OWN


def test_an_agency_neither_shortens_nor_takes_out_what_all_share(province, schedule):
    agency = IRetentionSchedule(province["skhcn"])
    shorter = longer(schedule, years=2)
    assert codes(agency.change, [shorter], [], "hoangvanluu", REASON) == (400, {"below_prescribed"})
    assert codes(agency.change, [], ["N1"], "hoangvanluu", REASON) == (400, {"row_shared"})
    assert codes(agency.change, [], ["XX"], "hoangvanluu", REASON) == (400, {"row_unknown"})
    assert agency.current().number == 1


@pytest.mark.parametrize("userid, site, own", [("quantri", True, True), ("hoangvanluu", False, True), ("skhcnqtdv", False, True), ("leminhanh", False, False)])
def test_only_who_keeps_the_province_s_schedule_changes_it(province, login_as, userid, site, own):
    with login_as(userid):
        may = api.user.get_permissions
        assert may(obj=province).get("qlvb: Manage retention schedule") is site
        assert may(obj=province["skhcn"]).get("qlvb: Manage retention schedule") is own


def test_vocabulary_is_the_version_in_force(schedule):
    terms = list(RetentionSchedule()(None))
    assert len(terms) == 296
    assert all(term.token.isascii() for term in terms)
    assert [term.value for term in RetentionSchedule()(None, query="phieu tin nhiem")] == ["N2"]
    schedule.change([], ["N2"], "hoangvanluu", REASON)
    assert [term.value for term in RetentionSchedule()(None, query="phieu tin nhiem")] == []


def test_dossiers_keep_what_they_have_until_asked(schedule, dossier, login_as):
    schedule.change([longer(schedule)], [], "hoangvanluu", REASON)
    assert IRetention(dossier).period == Period("years", 5)
    with login_as("hoangvanluu"):
        [one] = differing("skhcn")
        assert (one.row.uid, one.longer, one.period) == (dossier.UID(), True, Period("years", 5))
        assert codes(IActs(dossier).perform, "follow_schedule", {"reason": "ngắn"})[0] == 400
        IActs(dossier).perform("follow_schedule", {"reason": REASON})
        assert differing("skhcn") == []
        assert codes(IActs(dossier).perform, "follow_schedule", {"reason": REASON}) == (409, {"nothing_to_follow"})
    assert IRetention(dossier).period == Period("years", 20)
    [entry] = IJournal(dossier).entries(events=["act.follow_schedule"])
    assert (entry.detail["old"], entry.detail["new"], entry.detail["reason"]) == ("05 năm", "20 năm", REASON)


def test_the_line_of_the_catalogue_beats_the_row_of_the_schedule(schedule, approved):
    """Inherited from the series (the line: ten years), not from the class (row N1: five), whatever the class becomes."""
    row = schedule.current().row("N1")
    lines = [{**one, "row": row.token, "basis": row.basis} for one in approved.entries]
    ICatalogueRows(approved).change(approved.headings, lines, "hoangvanluu", REASON)
    dossier = getUtility(IDossierFinder).open_from_entry(approved, "02.CNTT", "leminhanh")
    for years in (5, 20):
        schedule.change([longer(schedule, years=years)], [], "hoangvanluu", REASON)
        found = IRetention(dossier)
        assert (dossier.retention_row, found.period, found.inherited_from) == ("N1", Period("years", 10), "entry")


def test_a_rule_touches_only_what_it_governs_and_nothing_finished(schedule, dossier, approved, login_as):
    other = getUtility(IDossierFinder).open_from_entry(approved, "01.TH", "leminhanh")
    schedule.change([longer(schedule)], [], "hoangvanluu", REASON)
    with login_as("hoangvanluu"):
        assert [one.row.uid for one in differing("skhcn")] == [dossier.UID()]
        assert "follow_schedule" not in {act.id for act in IActs(other).all()}
        IActs(dossier).perform("follow_schedule", {"reason": REASON})
    for record in (dossier, other):
        assert IJournal(record).count("act.follow_schedule") == (1 if record is dossier else 0)


def test_not_below_what_is_prescribed(dossier, login_as):
    with login_as("hoangvanluu"):
        acts = IActs(dossier)
        data = {"retention_row": "N1", "retention_kind": "years", "retention_years": 3, "reason": REASON}
        assert codes(acts.perform, "determine_retention", data) == (400, {"below_prescribed"})
        acts.perform("determine_retention", {**data, "retention_years": 12})
    found = IRetention(dossier)
    assert (found.period, found.inherited_from, found.basis) == (Period("years", 12), "own", "TT 10/2022/TT-BNV, N1")


def test_only_the_archivist_once_it_is_closed(dossier, login_as, state):
    data = {"retention_kind": "permanent", "reason": REASON}
    with login_as("phamquochuy"):
        assert codes(IActs(dossier).perform, "determine_retention", data)[0] == 403
    with login_as("leminhanh"):
        IActs(dossier).perform("determine_retention", data)
    assert IRetention(dossier).period == Period("permanent")


def test_extended_by_hand(dossier, login_as):
    dossier.end_date = date(2031, 2, 1)
    data = {"retention_kind": "years", "retention_years": 5, "reason": REASON}
    with login_as("hoangvanluu"):
        early = {**data, "retention_extended": "2035-01-01"}
        assert codes(IActs(dossier).perform, "determine_retention", early) == (400, {"extended_earlier"})
        IActs(dossier).perform("determine_retention", {**data, "retention_extended": "2040-06-30"})
    assert IRetention(dossier).due.date == date(2040, 6, 30)
    [entry] = IJournal(dossier).entries(events=["act.determine_retention"])
    assert (entry.detail["old_due"], entry.detail["new_due"]) == ("2037-01-01", "2040-06-30")


LONGER = {"retention_kind": "permanent", "retention_years": None, "retention_basis": "Luật", "reason": REASON}


def test_a_document_may_demand_more(dossier, document, login_as):
    draft = document()
    IDossierContents(dossier).add(draft, "leminhanh")
    IGrants(draft).grant("hoangvanluu", "Participant", "archive", "test")
    draft.reindexObjectSecurity()
    with login_as("hoangvanluu"):
        IActs(draft).perform("determine_own_period", LONGER)
    assert IRetention(dossier).period == Period("permanent")
    [entry] = IJournal(draft).entries(events=["act.determine_own_period"])
    assert (entry.actor, entry.detail["reason"]) == ("hoangvanluu", REASON)


@pytest.mark.parametrize("userid", ["leminhanh", "phamquochuy", "nguyenthithuha", "vanthuskhcn", "skhcnqtdv"])
def test_only_archivists_determine_periods(dossier, document, login_as, userid):
    draft = document()
    IGrants(draft).grant(userid, "Participant", "archive", "test")
    draft.reindexObjectSecurity()
    with login_as(userid):
        assert codes(IActs(draft).perform, "determine_own_period", LONGER) == (403, {"forbidden"})
        assert codes(IActs(dossier).perform, "follow_schedule", {"reason": REASON}) == (403, {"forbidden"})


def test_a_finished_disposal_stays_as_it_was(schedule, dossier, login_as):
    fire(dossier, "close")
    fire(dossier, "destroy")
    dossier.reindexObject()
    schedule.change([longer(schedule)], [], "hoangvanluu", REASON)
    with login_as("hoangvanluu"):
        assert differing("skhcn") == []
        assert codes(IActs(dossier).perform, "follow_schedule", {"reason": REASON})[0] == 409
    assert IRetention(dossier).period == Period("years", 5)


@pytest.fixture
def governed(approved, schedule):
    """Five dossiers under row N1, one under N2 that says what the row says."""
    finder, found = getUtility(IDossierFinder), []
    for number in range(6):
        row = schedule.current().row("N1" if number < 5 else "N2")
        found.append(
            finder.open_unplanned(
                approved,
                "th",
                "leminhanh",
                title=f"Hồ sơ {number}",
                retention_kind=row.period.kind,
                retention_years=row.period.years,
                retention_row=row.token,
                retention_basis=row.basis,
            )
        )
    return found


def run_of(userid):
    runs = ActRuns(userid)
    [run] = runs.of_act("skhcn", "follow_schedule")
    return runs, run


def test_the_worker_brings_dossiers_in_step_and_names_what_it_refused(schedule, governed, login_as, monkeypatch):
    """Stretch by stretch, each asking for the next: one that was cut off is done again from its beginning."""
    monkeypatch.setattr(jobs, "MOST", 2)
    schedule.change([longer(schedule)], [], "hoangvanluu", REASON)
    with login_as("hoangvanluu"):
        [change] = changes_of(differing("skhcn"))
        assert (change.governing.token, change.period, change.count, change.longer) == ("N1", Period("years", 5), 5, True)
        assert codes(follow, "skhcn", "hoangvanluu", {"reason": "ngắn"}) == (400, {"too_short"})
        assert codes(follow, "skhcn", "hoangvanluu", {"reason": REASON}, ["N2"]) == (409, {"nothing_to_follow"})
        run, new = follow("skhcn", "hoangvanluu", {"reason": REASON}, only_check=True, key="k")
        assert new and follow("skhcn", "hoangvanluu", {"reason": REASON}, key="k") == (run, False)
    getUtility(IRunner).run_pending()
    assert (dict(run.counts), IRetention(governed[0]).period) == ({"done": 5, "refused": 0}, Period("years", 5))
    runs, run = run_of("hoangvanluu")
    assert runs.state(run) == "done"
    runs.remove(run)
    with login_as("hoangvanluu"):
        follow("skhcn", "hoangvanluu", {"reason": REASON}, ["N1"])
    fire(governed[3], "close")
    fire(governed[3], "destroy")
    getUtility(IRunner).run_pending(limit=1)
    runs, run = run_of("hoangvanluu")
    assert (run.place, run.total, runs.state(run)) == (2, 5, "running")
    getUtility(IRunner).run_pending()
    assert (dict(run.counts), runs.state(run)) == ({"done": 4, "refused": 1}, "done")
    assert [(one["uid"], one["code"]) for one in run.refusals] == [(governed[3].UID(), "wrong_state")]
    assert [IRetention(one).period.years for one in governed[:5]] == [20, 20, 20, 5, 20]
    assert [IJournal(one).count("act.follow_schedule") for one in governed] == [1, 1, 1, 0, 1, 0]


def test_who_lost_the_right_meanwhile_changes_nothing(schedule, governed, login_as):
    schedule.change([longer(schedule)], [], "hoangvanluu", REASON)
    with login_as("hoangvanluu"):
        uids = [one.row.uid for one in differing("skhcn")]
    run, _new = ActRuns("leminhanh").ask("skhcn", "follow_schedule", {"reason": REASON}, uids)
    getUtility(IRunner).run_pending()
    assert (dict(run.counts), {one["code"] for one in run.refusals}) == ({"done": 0, "refused": 5}, {"forbidden"})
    assert IRetention(governed[0]).period == Period("years", 5)
