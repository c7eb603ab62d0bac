"""Searching by fields, choosing columns, and reading what a snippet is cut from."""

from datetime import date
import pytest
from qlvb.content.desks.choices import choose_columns
from qlvb.content.desks.choices import chosen_columns
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.texts import texts_of
from qlvb.content.violations import Refused
from zope.component import getUtility


def found(**filters):
    page = getUtility(IListing).page(Question(types=SEARCHED, filters=filters, sort="subject"))
    return [row.subject for row in page.rows]


@pytest.fixture
def papers(make):
    make("Báo cáo thu chi", original_number="45", document_symbol="BC-SNV", signatory_name="Trần Văn Bình")
    make("Kế hoạch 100% thủy_lợi", original_number="7", document_symbol="KH-SNV", field_of_work="Thủy lợi")
    make("Giấy mời", issuing_body="Sở Tài chính", issue_date=date(2025, 12, 31))


@pytest.mark.parametrize(
    "filters, expected",
    [
        ({"subject": "bao cao"}, ["Báo cáo thu chi"]),
        ({"subject": "100% thuy_loi"}, ["Kế hoạch 100% thủy_lợi"]),
        ({"subject": "1%0"}, []),
        ({"symbol": "bc snv"}, ["Báo cáo thu chi"]),
        ({"reference": "45/BC"}, ["Báo cáo thu chi"]),
        ({"signatory": "Trần Văn Bình"}, ["Báo cáo thu chi"]),
        ({"signatory": ["Không ai", "Trần Văn Bình"]}, ["Báo cáo thu chi"]),
        ({"field_of_work": "Thủy"}, ["Kế hoạch 100% thủy_lợi"]),
        ({"issuing_body": "Sở Tài chính"}, ["Giấy mời"]),
        ({"issue_to": "2025-12-31"}, ["Giấy mời"]),
        ({"issue_from": "2026-01-01", "subject": "giay"}, []),
        ({"dossier": ["0" * 32]}, []),
    ],
)
def test_every_field_narrows(papers, login_as, filters, expected):
    with login_as("vanthuskhcn"):
        assert found(**filters) == expected


@pytest.mark.parametrize(
    "filters", [{"number": "x"}, {"number": "1" * 20}, {"symbol": "%"}, {"subject": "\0"}, {"dossier": ["a\0"]}]
)
def test_values_that_cannot_be_are_refused(papers, login_as, filters):
    with login_as("vanthuskhcn"), pytest.raises(Refused) as refused:
        found(**filters)
    assert [one.code for one in refused.value.violations] == ["invalid_filter"]


def test_columns_are_kept_for_one_person_and_one_list(province):
    default = ("reference", "subject")
    assert choose_columns("leminhanh", "incoming.all", ["note", "subject", "note"]) == ("note", "subject")
    assert chosen_columns("leminhanh", "incoming.all", default) == ("note", "subject")
    assert chosen_columns("leminhanh", "outgoing.all", default) == default
    assert chosen_columns("phamquochuy", "incoming.all", default) == default
    assert choose_columns("leminhanh", "incoming.all", ["note"]) == ("note", "subject")
    assert choose_columns("leminhanh", "incoming.all", []) == ()
    assert chosen_columns("leminhanh", "incoming.all", default) == default


@pytest.mark.parametrize(
    "list_id, ids", [("x", ["colour"]), ("x", "note"), ("x", [5]), ("x", None), ("", ["note"]), (None, ["note"])]
)
def test_columns_that_are_none_are_refused(province, list_id, ids):
    with pytest.raises(Refused) as refused:
        choose_columns("leminhanh", list_id, ids)
    assert refused.value.status == 400


def test_texts_are_only_of_what_may_be_viewed(make, login_as):
    seen, hidden = make("Thấy được"), make("Không thấy được")
    for permission in ("View", "Access contents information"):
        hidden.manage_permission(permission, ["Manager"], 0)
    hidden.reindexObjectSecurity()
    with login_as("leminhanh"):
        assert list(texts_of([seen.UID(), hidden.UID(), "x' OR 1=1 --"])) == [seen.UID()]
