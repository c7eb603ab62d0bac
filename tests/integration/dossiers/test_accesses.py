"""Accesses to dossiers, documents and the system, counted from journals and sign-ins (NĐ 30/2020 Phụ lục VI, 6a, 6b)."""

from datetime import date
from datetime import datetime
from dossier_fixtures import make_catalogue
from io import BytesIO
from openpyxl import load_workbook
from outgoing_story import make_draft
from plone import api
from Products.PlonePAS.events import UserLoggedInEvent
import pytest
from qlvb.content.clock import held
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.viewing import note_opening
from qlvb.content.index.building import collected_rows
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.policy.archive.accesses import read
from qlvb.policy.archive.accesses import tables_of
from qlvb.policy.archive.browser.accesses import sheet_of
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility
from zope.event import notify
from zope.globalrequest import getRequest


ARCHIVIST = "hoangvanluu"
MARCH = {"from": "2026-03-01", "to": "2026-03-31"}


def look(document, *moments):
    for moment in moments:
        IJournal(document).append("file_viewed", "leminhanh", {"file": "f1", "version": 1, "filename": "a.pdf"}, when=moment)
    renew(document)


def at(day, hour=9):
    with held(datetime(2026, 3, day, hour)) as moment:
        return moment


def sign_in(*userids):
    for userid in userids:
        notify(UserLoggedInEvent(api.user.get(userid=userid).getUser()))


@pytest.fixture
def looked_at(province, login_as):
    """Two dossiers with one document in common: three looks at the common one, one at the other, one in April."""
    with held(date(2026, 1, 5)):
        catalogue = make_catalogue(province)
        with login_as(ARCHIVIST):
            IActs(catalogue).perform("approve_catalogue", {})
        opened = [getUtility(IDossierFinder).open_from_entry(catalogue, code, "leminhanh") for code in ("02.CNTT", "01.TH")]
        common, single = make_draft(), make_draft()
        for dossier, document in ((opened[0], common), (opened[1], common), (opened[1], single)):
            IDossierContents(dossier).add(document, "leminhanh")
    look(common, at(2), at(2, 23), at(9))
    look(single, at(9), datetime.fromisoformat("2026-04-01T08:00:00+07:00"))
    return opened


def tables(form, unit=""):
    return {table.id: table for table in tables_of(read("skhcn", {**form, "unit": unit}))}


def numbers(table, name):
    return [(row.title, row.number(name)) for row in table.rows]


def test_looks_are_kept_by_vietnams_day(looked_at):
    (_one, document), *_rest = IDossierContents(looked_at[0]).documents()
    days = [(date.fromordinal(row["day"]), row["count"]) for row in collected_rows(document)["looks"]]
    assert days == [(date(2026, 3, 2), 2), (date(2026, 3, 9), 1)]


def test_sum_and_ranking_of_dossiers(looked_at, login_as):
    with login_as(ARCHIVIST):
        found = tables(MARCH)
        narrowed = tables({**MARCH, "heading": looked_at[0].code.split(".")[1]})
        april = tables({"from": "2026-04-01", "to": "2026-04-30"})
    ranking = [(row.detail, row.number("looks"), row.number("documents")) for row in found["dossier_ranking"].rows]
    assert ranking == [(looked_at[1].code, 4, 2), (looked_at[0].code, 3, 1)]
    assert found["dossier_ranking"].rows[0].url == looked_at[1].absolute_url()
    # Of both dossiers together each look counts once.
    total = found["headings"].total
    assert [total.number(name) for name in ("looks", "documents", "dossiers")] == [4, 2, 2]
    assert [row.number("looks") for row in narrowed["dossier_ranking"].rows] == [3]
    assert [row.number("looks") for row in april["dossier_ranking"].rows] == [1]


def test_opening_a_dossier_is_an_access_once_an_hour(looked_at, login_as):
    """It counts at the dossier and its heading, not as a look at a document; a document without files counts alike."""
    dossier, paper = looked_at[0], IDossierContents(looked_at[1]).documents()[1][1]
    with login_as(ARCHIVIST):
        for hour, minute in ((8, 0), (8, 30), (9, 40)):
            with held(datetime(2026, 3, 20, hour, minute)):
                note_opening(dossier, getRequest())
        with held(datetime(2026, 3, 20, 10)):
            note_opening(paper, getRequest())
        found = tables(MARCH)
    assert IJournal(dossier).count("opened") == 2 and IJournal(paper).count("opened") == 1
    ranking = {row.detail: (row.number("looks"), row.number("documents")) for row in found["dossier_ranking"].rows}
    assert ranking == {looked_at[1].code: (5, 2), dossier.code: (5, 1)}
    total = found["headings"].total
    assert [total.number(name) for name in ("looks", "documents", "dossiers")] == [7, 2, 2]


def test_whoever_may_not_view_does_not_count_it(looked_at, login_as):
    with login_as("tranduclong"):
        assert tables(MARCH)["dossier_ranking"].rows == ()


def test_sign_ins_by_unit_and_day(province, login_as):
    with held(date(2026, 3, 3)):
        sign_in("leminhanh", "leminhanh", "nguyenthithuha")
    with held(date(2026, 3, 4)):
        sign_in("leminhanh", ARCHIVIST)
    with held(date(2026, 4, 4)):
        sign_in("leminhanh")
    with login_as(ARCHIVIST):
        found = tables(MARCH)
        one = tables(MARCH, unit="cntt")
        year = tables({"from": "2026-01-01", "to": "2026-12-31"})
    assert "agencies" not in found
    total = found["units"].total
    assert (total.number("entries"), total.number("people")) == (5, 3)
    assert [(row.key, row.number("entries"), row.number("people")) for row in one["units"].rows] == [("cntt", 3, 1)]
    assert numbers(found["times"], "entries") == [("04/03/2026", 2), ("03/03/2026", 3)]
    assert numbers(year["times"], "entries") == [("04/2026", 1), ("03/2026", 5)]
    with login_as("quantri"):
        assert dict((row.key, row.number("entries")) for row in tables(MARCH)["agencies"].rows)["skhcn"] == 5


def test_a_program_that_holds_a_token_is_no_person(province):
    with held(date(2026, 3, 3)):
        sign_in("quantri")
    assert tables(MARCH)["units"].total.number("entries") == 0


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ({"from": "03/2026"}, {("from", "day_wrong")}),
        ({"from": "2026-04-01", "to": "2026-03-01"}, {("from", "span_wrong")}),
        ({"unit": "khong-co"}, {("unit", "unknown_unit")}),
        ({"unit": ["cntt"], "heading": "x" * 61}, {("unit", "unknown_unit"), ("heading", "heading_wrong")}),
    ],
)
def test_bad_input(province, form, expected):
    with pytest.raises(Refused) as caught:
        read("skhcn", form)
    assert {(one.field, one.code) for one in caught.value.violations} == expected


def test_spreadsheet(looked_at, login_as):
    with login_as(ARCHIVIST):
        written = sheet_of(read("skhcn", MARCH), "Sở Khoa học và Công nghệ", "vi").written()
    rows = list(load_workbook(BytesIO(written)).active.values)
    heads = next(row for row in rows if row[0] == "Bảng")
    ranked = next(row for row in rows if row[0] == "Hồ sơ được truy cập nhiều nhất")
    assert (ranked[heads.index("Số, ký hiệu")], ranked[heads.index("Lượt truy cập")]) == (looked_at[1].code, 4)
