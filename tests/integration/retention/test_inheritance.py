"""Catalogue entry, dossier, document: what gives the period, and when it is over."""

from contextlib import ExitStack
from datetime import date
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.cells import due_of
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.retention.ending import end_of_work
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.retention.period import Period
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.disposal.candidates import expired
from qlvb.workflows.rights.interfaces import IGrants
from zope.component import getUtility
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


TEN, TWENTY, PERMANENT = Period("years", 10), Period("years", 20), Period("permanent")


@pytest.fixture
def dossiers(approved):
    """Ten years by the catalogue, and permanent."""
    finder = getUtility(IDossierFinder)
    return [finder.open_from_entry(approved, code, "leminhanh") for code in ("02.CNTT", "01.CNTT")]


@pytest.fixture
def dossier(dossiers):
    return dossiers[0]


def said(record):
    found = IRetention(record)
    return found.period, found.inherited_from, found.due and found.due.date


def test_a_dossier_inherits_from_its_line(dossier):
    assert said(dossier) == (TEN, "entry", None)
    dossier.retention_kind = dossier.retention_years = None
    assert said(dossier) == (TEN, "entry", None)


def test_a_dossier_with_a_period_of_its_own_keeps_it(approved, dossier):
    dossier.retention_years = 20
    dossier.end_date = date(2031, 5, 1)
    approved.entries = [{**row, "retention_years": 5} for row in approved.entries]
    assert said(dossier) == (TWENTY, "own", date(2052, 1, 1))


def test_nothing_determines_a_period(approved):
    finder = getUtility(IDossierFinder)
    dossier = finder.open_unplanned(approved, "cntt", "leminhanh", title="Hồ sơ đột xuất")
    assert said(dossier) == (None, "", None)
    assert IRetention(dossier).due is None


def test_a_document_without_dossier(document):
    draft = document()
    assert said(draft) == (None, "", None)
    assert IRetention(draft).due.reason == "unfiled"
    IOwnPeriod(draft).determine(TEN, "TT 10/2022/TT-BNV, N1")
    assert said(draft) == (TEN, "own", None)
    assert IRetention(draft).due.reason == "work_open"


def listed(login_as, box):
    with login_as("hoangvanluu"):
        return [
            (row.uid, due.date, due.reason)
            for row in getUtility(IListing).query(box).rows
            if (due := due_of(row)) is not None
        ]


def test_a_loose_document_counts_from_the_end_of_its_work(dossiers, document, login_as, hold):
    """Its day and reason are listed; a dossier that keeps it longer puts the day off (the longest wins)."""
    letter = document()
    IGrants(letter).grant("hoangvanluu", "Participant", "archive", "test")
    letter.issue_date = date(2031, 4, 1)
    set_state(letter, "issued")
    IOwnPeriod(letter).determine(TEN, "TT 10/2022/TT-BNV, N1")
    assert said(letter) == (TEN, "own", date(2042, 1, 1))
    assert listed(login_as, "retention.documents") == [(letter.UID(), date(2042, 1, 1), "counted")]
    assert listed(login_as, "disposals.expiring") == []
    hold(date(2041, 12, 1))
    assert listed(login_as, "disposals.expiring") == [(letter.UID(), date(2042, 1, 1), "counted")]
    assert [one.record for one in expired("skhcn", date(2042, 1, 1))] == []
    with login_as("hoangvanluu"):
        assert expired("skhcn", date(2041, 12, 31)) == []
        assert [one.record for one in expired("skhcn", date(2042, 1, 1))] == [letter]
    IDossierContents(dossiers[0]).add(letter, "leminhanh")
    assert listed(login_as, "retention.documents") == [(letter.UID(), None, "work_open")]
    assert listed(login_as, "disposals.expiring") == []
    dossiers[0].end_date = date(2035, 5, 1)
    notify(ObjectModifiedEvent(dossiers[0]))
    with login_as("hoangvanluu"):
        IActs(dossiers[0]).perform(
            "determine_retention", {"retention_kind": "years", "retention_years": 20, "reason": "Theo Thông tư mới"}
        )
    assert listed(login_as, "retention.documents") == [(letter.UID(), date(2056, 1, 1), "counted")]


def test_a_received_document_counts_from_the_day_it_was_dealt_with(province):
    data = {
        "subject": "V/v báo cáo",
        "document_type": "official_letter",
        "issuing_body": "Sở Nội vụ",
        "issue_date": date(2030, 12, 20),
        "arrival_date": date(2030, 12, 28),
        "arrival_channel": "post",
    }
    with clock.held(date(2031, 1, 2)):
        record = getUtility(IDocumentFactory).create("IncomingDocument", "skhcn", data, "vanthuskhcn")
    assert end_of_work(record) is None
    set_state(record, "finished")
    assert end_of_work(record) == date(2030, 12, 28)
    with clock.held(date(2031, 3, 5)):
        IJournal(record).append("act.finish", "leminhanh", {"from": "in_progress", "to": "finished"})
    assert end_of_work(record) == date(2031, 3, 5)


def set_state(record, state):
    """Past the daily flow, which is no matter here."""
    tool = api.portal.get_tool("portal_workflow")
    [name] = tool.getChainFor(record)
    tool.setStatusOf(name, record, {"review_state": state, "action": "", "actor": "", "comments": ""})
    tool.getWorkflowById(name).updateRoleMappingsFor(record)
    record.reindexObject()
    record.reindexObjectSecurity()


@pytest.fixture
def hold():
    with ExitStack() as stack:
        yield lambda day: stack.enter_context(clock.held(day))


def test_the_longest_document_wins_in_a_dossier(dossier, document):
    draft = document()
    IOwnPeriod(draft).determine(TWENTY, "TT 10/2022/TT-BNV, N3")
    IDossierContents(dossier).add(draft, "leminhanh")
    assert said(dossier)[:2] == (TWENTY, "document")
    assert IRetention(dossier).source == draft
    assert IRetention(dossier).basis == "TT 10/2022/TT-BNV, N3"
    IOwnPeriod(draft).determine(None, "")
    assert said(dossier)[:2] == (TEN, "entry")
    IOwnPeriod(draft).determine(PERMANENT, "Luật")
    assert said(dossier)[:2] == (PERMANENT, "document")
    IDossierContents(dossier).remove(draft, "leminhanh", "Nhầm hồ sơ")
    assert said(dossier)[:2] == (TEN, "entry")


def test_a_document_in_two_dossiers_stays_as_long_as_the_longer_needs_it(dossiers, document):
    draft = document()
    for one in dossiers:
        IDossierContents(one).add(draft, "leminhanh")
        one.end_date = date(2031, 5, 1)
    assert said(draft) == (PERMANENT, "dossier", None)
    dossiers[1].retention_kind, dossiers[1].retention_years = "years", 15
    assert said(draft) == (Period("years", 15), "dossier", date(2047, 1, 1))
    dossiers[0].end_date = None
    assert said(draft)[2] is None
    dossiers[0].end_date = date(2041, 5, 1)
    assert said(draft) == (Period("years", 15), "dossier", date(2052, 1, 1))


def test_what_is_due_until_a_day_is_found_in_the_index(dossiers, login_as):
    for one, year in zip(dossiers, (2031, 2035), strict=True):
        one.retention_kind, one.retention_years = "years", 10
        one.end_date = date(year, 5, 1)
        one.reindexObject()

    def codes(**filters):
        question = Question(types=("Dossier",), filters={"agency": "skhcn", **filters}, sort="retention_due")
        with login_as("hoangvanluu"):
            return [row.reference for row in getUtility(IListing).page(question).rows if row.year == 2031]

    assert codes(retention_due_from="2040-01-01", retention_due_to="2042-01-01") == ["02.CNTT"]
    assert codes(retention_due_from="2042-01-02") == ["01.CNTT"]
    assert codes(retention_due_from="2042-01-01") == ["02.CNTT", "01.CNTT"]
    dossiers[0].end_date = None
    dossiers[0].reindexObject()
    assert codes(retention_due_to="2050-01-01") == ["01.CNTT"]
