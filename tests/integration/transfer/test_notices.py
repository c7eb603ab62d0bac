"""Thirty days before, and when it is late: holders and archivists are told once a month."""

from datetime import date
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.index.interfaces import IListing
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.showing import shown
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.transfer import deadlines
from qlvb.workflows.transfer.interfaces import ITransferSettings
import pytest
from zope.component import getUtility
from zope.i18n import translate


@pytest.fixture(autouse=True)
def nothing_is_committed(province, monkeypatch):
    monkeypatch.setattr(deadlines.transaction, "commit", lambda: None)


def run(day):
    with held(day):
        return deadlines.TransferNotices().run(now())


def texts(userid):
    return [str(notice.text.mapping["count"]) for notice in getUtility(INotices).of(userid).newest() if notice.event == "transfer_due"]


def test_told_thirty_days_before_and_when_it_is_late(dossiers):
    dossiers(2, documents=0, end_date=date(2025, 12, 1))  # the earlier deadline is 30/01/2026
    assert run(date(2025, 12, 30))["told"] == 0
    assert run(date(2025, 12, 31))["told"] == 2  # the holder and the archivist
    assert run(date(2025, 12, 31))["told"] == 0
    assert texts("leminhanh") == texts("hoangvanluu") == ["2"]
    (due,) = [one for one in shown(getUtility(INotices).of("leminhanh").newest()) if one.event == "transfer_due"]
    assert due.address.endswith("/@@worklist?box=transfers.due")  # a notice of many leads to their list
    assert run(date(2026, 12, 1))["told"] == 2
    assert run(date(2026, 12, 2))["told"] == 2  # overdue
    assert len(texts("leminhanh")) == 2  # the board does not keep the one of a year ago


def test_boxes_follow_the_periods_that_the_agency_sets(province, dossiers, login_as):
    dossiers(1, documents=0, end_date=date(2026, 9, 1))

    def counted(day):
        with login_as("leminhanh"), held(day):
            return tuple(getUtility(IListing).counts(["transfers.due", "transfers.overdue"]).values())

    assert counted(date(2026, 10, 2)) == (1, 0)
    assert counted(date(2026, 9, 30)) == (0, 0)
    assert counted(date(2027, 9, 2)) == (1, 1)
    ITransferSettings(province["skhcn"]).change({"digital_days": 30, "by_year": True})
    assert run(date(2026, 9, 2))["renewed"] == 1
    assert counted(date(2026, 9, 3)) == (1, 0)
    assert counted(date(2027, 9, 2)) == (1, 0)
    assert counted(date(2028, 1, 1)) == (1, 1)
    assert run(date(2026, 9, 3))["renewed"] == 0


def test_construction_counts_from_final_settlement(province, dossiers, login_as):
    ITransferSettings(province["skhcn"]).change({"construction_headings": "XD, CNTT"})
    dossiers(1, documents=0, end_date=date(2025, 12, 1), retention_event=date(2026, 11, 1))
    with login_as("hoangvanluu"):
        for day, expected in ((date(2026, 11, 30), 0), (date(2026, 12, 1), 1), (date(2027, 2, 1), 1)):
            with held(day):
                assert getUtility(IListing).counts(["transfers.due"])["transfers.due"] == expected
        with held(date(2027, 2, 2)):
            assert getUtility(IListing).counts(["transfers.overdue"])["transfers.overdue"] == 1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 12, 10), "phải nộp lưu trước 01/12/2026; chưa nộp."),
        (date(2026, 2, 1), "đến hạn nộp lưu 30/01/2026, quá hạn sau 01/12/2026; chưa nộp."),
        (date(2026, 12, 2), "quá hạn nộp lưu từ 01/12/2026; chưa nộp."),
    ],
)
def test_a_closed_dossier_says_when_it_is_to_be_handed_over(dossiers, day, words):
    (dossier,) = dossiers(1, documents=0)
    with held(day):
        sentence = IStanding(dossier).standing().sentence
    assert translate(sentence, target_language="vi") == f"Đã kết thúc 01/12/2025; {words}"


def test_what_is_due_on_one_day_stands_in_the_order_in_which_it_was_made(dossiers, login_as):
    """Rows that were new in one transaction got their ids, which settle ties, by their random UIDs."""
    dossiers(9)
    with login_as("leminhanh"):
        rows = getUtility(IListing).query("transfers.due").rows
    assert [row.reference for row in rows] == [f"{number:02d}.CNTT" for number in range(1, 10)]
