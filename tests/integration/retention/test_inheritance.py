"""Catalogue entry, dossier, document: what gives the period, and when it is over."""

from datetime import date
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.retention.period import Period
from zope.component import getUtility


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
    IOwnPeriod(draft).determine(TEN, "TT 10/2022/TT-BNV, N1")
    assert said(draft) == (TEN, "own", None)
    assert IRetention(draft).due.reason == "unfiled"


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
