"""Boxes: one query, one number, and only what the person may view."""

from datetime import date
import pytest
from qlvb.content import clock
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.interfaces import IListing
from qlvb.content.violations import Refused
from zope.component import getUtilitiesFor
from zope.component import getUtility


@pytest.fixture
def listing():
    return getUtility(IListing)


def subjects(page):
    return [row.subject for row in page.rows]


def test_every_box_is_complete(province):
    boxes = dict(getUtilitiesFor(IBox))
    assert len(boxes) >= 28
    for name, box in boxes.items():
        assert box.id == name
        assert box.title.default and box.empty.default
        assert box.members or box.types


def test_person_and_group_tokens(make, listing, login_as):
    make("Của riêng tôi", "incoming.unread|leminhanh")
    make("Của văn thư", "incoming.waiting|snv.clerk")
    with login_as("leminhanh"):
        assert subjects(listing.query("incoming.unread")) == ["Của riêng tôi"]
        assert listing.query("incoming.waiting").total == 0
    with login_as("vanthusnv"):
        assert subjects(listing.query("incoming.waiting")) == ["Của văn thư"]
        assert listing.counts(["incoming.waiting", "incoming.unread"]) == {"incoming.waiting": 1, "incoming.unread": 0}


def test_counts_equal_lists_for_every_box_and_person(make, listing, login_as):
    boxes = sorted(name for name, _box in getUtilitiesFor(IBox))
    people = ["leminhanh", "vanthuskhcn", "nguyenthithuha", "tranduclong"]
    for number, box in enumerate(boxes):
        for index, userid in enumerate(people):
            if (number + index) % 3:
                make(f"Việc {number} của {index}", f"{box}|{userid}")
    with clock.held(date(2026, 1, 20)):
        for userid in people:
            with login_as(userid):
                counts = listing.counts(boxes)
                assert sum(counts.values()) > 0
                for box in boxes:
                    page = listing.query(box, size=200)
                    assert (box, counts[box]) == (box, page.total)
                    assert len(page.rows) == min(200, page.total)


def test_nobody_sees_rows_he_may_not_view(make, listing, login_as):
    document = make("Không cho xem", "incoming.unread|leminhanh")
    with login_as("leminhanh"):
        assert listing.query("incoming.unread").total == 1
    for permission in ("View", "Access contents information"):
        document.manage_permission(permission, ["Manager"], 0)
    document.reindexObjectSecurity()
    with login_as("leminhanh"):
        assert listing.query("incoming.unread").rows == []
        assert listing.counts(["incoming.unread", "todo", "incoming.all"]) == {
            "incoming.unread": 0,
            "todo": 0,
            "incoming.all": 0,
        }
        assert listing.search("Không cho xem").total == 0


def test_deadline_boxes_follow_the_clock(make, listing, login_as):
    make("Hạn ngày 20", "incoming.in_progress|leminhanh", arrival_date=date(2026, 1, 6), due_date=date(2026, 1, 20))
    make("Không hạn", "incoming.in_progress|leminhanh")
    make("Xong rồi", "incoming.done|leminhanh", arrival_date=date(2026, 1, 6), due_date=date(2026, 1, 20))
    dated = ["incoming.due", "incoming.overdue"]
    with login_as("leminhanh"):
        for day, expected in [(16, (0, 0)), (17, (1, 0)), (20, (1, 0)), (21, (0, 1))]:
            with clock.held(date(2026, 1, day)):
                assert tuple(listing.counts(dated).values()) == expected
                assert tuple(listing.query(box).total for box in dated) == expected


def test_one_record_in_two_boxes_is_one_piece_of_work(make, listing, login_as):
    make("Hai hộp", "incoming.unread|leminhanh incoming.in_progress|leminhanh")
    with login_as("leminhanh"):
        assert listing.query("todo").total == 1
        assert listing.counts(["todo"]) == {"todo": 1}


def test_most_urgent_first_then_deadline(make, listing, login_as):
    token = "incoming.unread|leminhanh"
    make("Thường", token)
    make("Thường có hạn", token, due_date=date(2027, 1, 1))
    make("Hỏa tốc", token, urgency="express")
    make("Khẩn", token, urgency="urgent")
    with login_as("leminhanh"):
        assert subjects(listing.query("incoming.unread")) == ["Hỏa tốc", "Khẩn", "Thường có hạn", "Thường"]


def test_no_sort_loses_a_row(make, listing, login_as):
    make("Một", "incoming.unread|leminhanh")
    make("Hai", "incoming.unread|leminhanh", due_date=date(2027, 1, 1), urgency="urgent")
    with login_as("leminhanh"):
        for sort in ("priority", "changed", "issue_date", "arrival_date", "due_date", "number", "reference", "subject"):
            assert listing.query("incoming.unread", sort=sort).total == 2
            assert listing.query("incoming.unread", sort=f"-{sort}").total == 2


def test_pages(make, listing, login_as):
    for number in range(7):
        make(f"Văn bản {number}", "incoming.unread|leminhanh")
    with login_as("leminhanh"):
        first = listing.query("incoming.unread", sort="subject", size=3)
        last = listing.query("incoming.unread", sort="subject", start=6, size=3)
    assert (first.total, first.pages, first.number, len(first.rows)) == (7, 3, 1, 3)
    assert (last.number, subjects(last)) == (3, ["Văn bản 6"])


def test_text_filter_needs_no_accents(make, listing, login_as):
    make("Quyết định phê duyệt đề án đô thị thông minh", "incoming.unread|leminhanh")
    make("Giấy mời họp", "incoming.unread|leminhanh")
    with login_as("leminhanh"):
        for text in (
            "phe duyet",
            "ĐÔ THỊ",
            "đề án thông mi",
            "Sở Nội vụ đô thị",
            "12/SNV do thi",
            "phe\u0302 duye\u0323\u0302t",
        ):
            page = listing.query("incoming.unread", filters={"text": text})
            assert subjects(page) == ["Quyết định phê duyệt đề án đô thị thông minh"], text
            assert listing.counts(["incoming.unread"], filters={"text": text}) == {"incoming.unread": 1}
        assert listing.search("giay moi").total == 1


def test_filters_narrow(make, listing, login_as):
    make("A", "incoming.unread|leminhanh", urgency="urgent")
    make("B", "incoming.unread|leminhanh", issue_date=date(2026, 1, 2))
    with login_as("leminhanh"):
        assert subjects(listing.query("incoming.unread", filters={"urgency": ["urgent"]})) == ["A"]
        assert subjects(listing.query("incoming.unread", filters={"issue_to": "2026-01-03"})) == ["B"]
        assert listing.query("incoming.unread", filters={"agency": "snv"}).total == 0


def test_unknown_box_is_refused(province, listing):
    with pytest.raises(Refused) as caught:
        listing.query("incoming.everything")
    assert caught.value.status == 400
