"""Rows named by UIDs, lists as a whole, and how much dossiers hold: with and without the rights of who looks."""

from plone.dexterity.utils import createContentInContainer
import pytest
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.dossiers.totals import pages_by_uid
from qlvb.content.dossiers.totals import totals_of
from qlvb.content.index import whole
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.question import Question
from qlvb.workflows.acts.interfaces import IActs
from zope.component import getUtility


def hide(document):
    for permission in ("View", "Access contents information"):
        document.manage_permission(permission, ["Manager"], 0)
    document.reindexObjectSecurity()


@pytest.fixture
def dossier(province, login_as):
    """An open dossier of Sở KH&CN."""
    catalogue = createContentInContainer(
        province["skhcn"]["dossiers"],
        "DossierCatalogue",
        checkConstraints=False,
        id="2026",
        title="Danh mục hồ sơ năm 2026",
        year=2026,
        headings=[{"key": "th", "symbol": "TH", "title": "Tổng hợp"}],
        entries=[
            {
                "number": 1,
                "heading": "th",
                "title": "Hồ sơ tổng hợp",
                "retention_kind": "permanent",
                "retention_years": None,
                "holder": "leminhanh",
                "note": "",
            }
        ],
    )
    with login_as("hoangvanluu"):
        IActs(catalogue).perform("approve_catalogue", {"decision": "05/QĐ-SKHCN"})
    return getUtility(IDossierFinder).open_from_entry(catalogue, "01.TH", "leminhanh")


def test_rows_by_uid_are_those_that_may_be_viewed(make, login_as):
    seen, hidden = make("Thấy được"), make("Không thấy được")
    hide(hidden)
    with login_as("leminhanh"):
        rows, there = rows_by_uid([seen.UID(), hidden.UID(), seen.UID(), "", "không có", "x' OR 1=1 --"])
    assert {uid: row.subject for uid, row in rows.items()} == {seen.UID(): "Thấy được"}
    assert there == {seen.UID(), hidden.UID()}


def test_more_uids_than_one_statement_names(make, login_as):
    uid = make("Một").UID()
    with login_as("leminhanh"):
        rows, there = rows_by_uid([*(f"none-{number}" for number in range(1200)), uid])
    assert list(rows) == [uid] and there == {uid}


def test_every_row_comes_once_and_in_order(make, login_as, monkeypatch):
    monkeypatch.setattr(whole, "MAX_SIZE", 2)
    for number in range(5):
        make(f"Văn bản {number}")
    hide(make("Văn bản 5"))
    question = Question(types=("IncomingDocument",), filters={"agency": "skhcn"}, sort="subject")
    with login_as("leminhanh"):
        found = [row.subject for row in whole.every_row(question)]
    assert found == [f"Văn bản {number}" for number in range(5)]
    assert list(whole.every_row(Question(types=("IncomingDocument",), filters={"agency": "snv"}))) == []


def test_a_dossier_counts_what_it_holds_whoever_looks(make, dossier, login_as):
    first, second, third = make("Một", page_count=3), make("Hai", page_count=4), make("Ba")
    hide(second)
    contents = IDossierContents(dossier)
    for document in (first, second, third):
        contents.add(document, "leminhanh")
    dossier.reindexObject()
    with login_as("leminhanh"):
        assert totals_of([dossier.UID(), "none"]) == {dossier.UID(): (3, 7), "none": (0, 0)}
        assert totals_of([]) == {}
        uids = [first.UID(), second.UID(), third.UID(), "none"]
        assert pages_by_uid(uids) == {first.UID(): 3, second.UID(): 4}
    contents.remove(first, "leminhanh", "Lưu nhầm hồ sơ khác")
    dossier.reindexObject()
    assert totals_of([dossier.UID()]) == {dossier.UID(): (2, 4)}
