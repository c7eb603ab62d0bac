"""From the request to the return: who decides, what is refused, what is told, what the lists say."""

from archive_fixtures import add_document
from archive_fixtures import make_box
from archive_fixtures import make_dossiers
from archive_fixtures import pdf
from archive_fixtures import refused
from datetime import date
from datetime import timedelta
from holding import place
import pytest
from qlvb.content import clock
from qlvb.content.disposals.twins import PROPOSED_IN
from qlvb.content.index.columns import COLUMNS
from qlvb.content.index.interfaces import IListing
from qlvb.content.readings.boxes import BOOK
from qlvb.content.readings.boxes import LENT
from qlvb.content.readings.boxes import MINE
from qlvb.content.readings.boxes import OVERDUE
from qlvb.content.readings.boxes import WAITING
from qlvb.content.stores.interfaces import IPlaces
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.disposal.creation import create_disposal
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.outbox.transactions import Savepoints
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.periodic import Loans
from qlvb.workflows.readings.records import called
from qlvb.workflows.readings.records import found_by
from qlvb.workflows.readings.records import lent_to
from qlvb.workflows.readings.settings import IReadingSettings
from qlvb.workflows.readings.telling import tell_asked
from qlvb.workflows.standing.interfaces import IStanding
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate


DUE = "2026-12-08"


def listed(login_as, userid, box):
    with login_as(userid):
        return [row.uid for row in getUtility(IListing).query(box).rows]


def told(userid):
    return [notice.event for notice in getUtility(INotices).of(userid).newest()]


def test_asked_lent_overdue_and_back(dossier, ask, does, days, login_as):
    reading = ask(dossier)
    tell_asked(reading, "leminhanh")
    # Six working days, without the Day of Vietnamese Culture (24/11) and the weekend.
    assert reading.answer_due == date(2026, 12, 2)
    assert told("hoangvanluu")[0] == "reading_asked"
    assert listed(login_as, "hoangvanluu", "readings.waiting") == [reading.UID()]
    assert listed(login_as, "leminhanh", "readings.mine") == [reading.UID()]
    does("hoangvanluu", reading, "lend", record="01.KT", due=DUE)
    assert state_of(reading) == "lent"
    assert lent_to(dossier) == reading
    assert told("leminhanh")[0] == "reading_answered"
    assert listed(login_as, "hoangvanluu", "readings.waiting") == []
    assert listed(login_as, "hoangvanluu", "readings.lent") == [reading.UID()]
    assert listed(login_as, "hoangvanluu", "readings.overdue") == []
    work = Loans(Savepoints())
    days.set(date(2026, 12, 6))
    assert work.run(days.now())["coming"] == 1
    assert work.run(days.now())["coming"] == 0
    days.set(date(2026, 12, 9))
    assert work.run(days.now())["overdue"] == 1
    assert work.run(days.now())["overdue"] == 0
    days.set(date(2026, 12, 15))
    assert work.run(days.now())["overdue"] == 1
    assert listed(login_as, "hoangvanluu", "readings.overdue") == [reading.UID()]
    assert "reading_due" in told("leminhanh") and "reading_due" in told("hoangvanluu")
    does("hoangvanluu", reading, "chase_reading", message="Cần hồ sơ để kiểm kê")
    does("hoangvanluu", reading, "extend_reading", due="2026-12-20", reason="Còn đang đối chiếu")
    assert listed(login_as, "hoangvanluu", "readings.overdue") == []
    does("hoangvanluu", reading, "return_reading", note="Đủ tài liệu")
    assert (state_of(reading), reading.returned_on) == ("returned", date(2026, 12, 15))
    assert lent_to(dossier) is None
    assert listed(login_as, "hoangvanluu", "readings.lent") == []
    assert refused(does, "hoangvanluu", reading, "return_reading") == (409, {"wrong_state"})


def test_paper_is_lent_once(dossier, ask, does, days):
    first, second = ask(dossier), ask(dossier, by="phamquochuy")
    does("hoangvanluu", first, "lend", record="01.KT", due=DUE)
    assert refused(does, "hoangvanluu", second, "lend", record="01.KT", due=DUE) == (409, {"already_lent"})
    does("hoangvanluu", first, "return_reading")
    does("hoangvanluu", second, "lend", record="01.KT", due=DUE)


def test_a_restricted_dossier_is_the_leaders_to_decide(dossier, ask, does, days, login_as):
    dossier.access_conditions = "Sử dụng có điều kiện"
    reading = ask(dossier)
    assert listed(login_as, "nguyenthithuha", "readings.waiting") == [reading.UID()]
    assert refused(does, "hoangvanluu", reading, "lend", record="01.KT", due=DUE) == (403, {"forbidden"})
    does("nguyenthithuha", reading, "lend", record="01.KT", due=DUE)
    assert state_of(reading) == "lent"


def test_a_leader_sees_no_request_that_is_not_his(dossier, ask, days, login_as):
    ask(dossier)
    assert listed(login_as, "nguyenthithuha", "readings.waiting") == []


def test_secret_records_are_refused(dossier, ask, does, days, login_as):
    with login_as("leminhanh"):
        document = add_document(dossier, pdf(1))
    reading = ask(dossier, kind="screen")
    document.secrecy = "confidential"
    assert refused(does, "hoangvanluu", reading, "lend", record="01.KT", due=DUE) == (400, {"record_secret"})
    assert refused(ask, dossier, by="phamquochuy") == (400, {"record_secret"})
    document.secrecy = "none"
    dossier.access_conditions = "Mật"
    assert refused(ask, dossier, by="phamquochuy") == (400, {"record_secret"})


@pytest.mark.parametrize(
    "values, code",
    [
        ({"kind": "theft"}, "choice_unknown"),
        ({"purpose": ""}, "choice_unknown"),
        ({"purpose_text": "Đọc"}, "too_short"),
        ({"asked_for": "x" * 501}, "too_long"),
        ({"record": "0" * 32}, "record_unknown"),
    ],
)
def test_a_bad_request_names_its_field(dossier, ask, days, values, code):
    status, codes = refused(ask, dossier, **values)
    assert (status, code in codes) == (400, True)


def test_who_may_ask(dossier, ask, days):
    assert ask(dossier, by="vuhaiyen").requester == "vuhaiyen"  # of another agency
    assert refused(ask, dossier, by="quantri") == (403, {"forbidden"})
    assert refused(ask, dossier, by="vuhaiyen") == (409, {"asked_already"})
    assert refused(ask, dossier, by="hoangvanluu", requester="") == (400, {"reader_missing"})
    outsider = ask(
        dossier, by="hoangvanluu", requester="", reader_name="Trần Văn Bình", reader_paper="Giấy giới thiệu 12/GGT"
    )
    assert outsider.requester == ""


def test_answers_that_cannot_be(dossier, ask, does, days):
    reading = ask(dossier, kind="screen")
    assert refused(does, "hoangvanluu", reading, "lend", record="99.XX", due=DUE) == (400, {"record_unknown"})
    assert refused(does, "hoangvanluu", reading, "lend", record="01.KT", due="2026-12-09") == (400, {"due_long"})
    assert refused(does, "hoangvanluu", reading, "lend", record="01.KT", due="2026-11-22") == (400, {"due_past"})
    assert refused(does, "leminhanh", reading, "lend", record="01.KT", due=DUE) == (403, {"forbidden"})
    assert refused(does, "hoangvanluu", reading, "refuse_reading", reason="Không")[0] == 400
    does("hoangvanluu", reading, "refuse_reading", reason="Hồ sơ đang được chỉnh lý")
    assert refused(does, "leminhanh", reading, "withdraw_reading") == (409, {"wrong_state"})


def test_what_is_held_is_read_but_not_lent_out(filled, ask, does, days, runner):
    paper, screen = ask(filled), ask(filled, kind="screen", by="phamquochuy")
    place(filled)
    status, codes = refused(does, "hoangvanluu", paper, "lend", record="01.KT", due=DUE)
    assert (status, codes) == (409, {"held"})
    does("hoangvanluu", screen, "lend", record="01.KT", due=DUE)
    runner.run_pending()
    assert len(copies_of(screen)) == 1


def test_a_code_that_several_years_have_is_named_with_its_year(dossier, province, days):
    other = make_dossiers(province, 1, year=2033)[0]
    assert found_by("01.KT", "skhcn") is None
    assert found_by("01.KT/2032", "skhcn") == dossier
    assert found_by("01.KT / 2033", "skhcn") == other
    assert found_by(dossier.UID(), "skhcn") == dossier
    assert found_by(dossier.UID(), "snv") is None
    assert found_by("", "skhcn") is None
    assert called(other) == "01.KT/2033"


def test_what_is_up_for_destruction_is_not_lent_out(dossier, ask, does, days):
    disposal = create_disposal("skhcn", {"title": "Xét hủy", "formation": "Kế toán", "contents": "Chứng từ"}, "hoangvanluu")
    IAnnotations(dossier)[PROPOSED_IN] = disposal.UID()
    reading = ask(dossier)
    assert refused(does, "hoangvanluu", reading, "lend", record="01.KT", due=DUE) == (409, {"under_disposal"})


@pytest.fixture
def box(province):
    """Four dossiers in a box: 01.KT to 04.KT."""
    found = make_dossiers(province, 4)
    made = make_box(province)
    for one in found:
        getUtility(IPlaces).put(one, made, by="hoangvanluu")
    return made, found


READER = {"purpose": "official", "purpose_text": "Thanh tra việc thu chi quý 1"}


def test_a_whole_box_is_lent_and_comes_back(box, ask, does, days):
    """Each dossier for itself: what is refused of one keeps none of the others back."""
    made, (first, second, third, fourth) = box
    outside = {**READER, "reader_name": "Trần Văn Bình", "reader_paper": "Giấy giới thiệu 12"}
    assert refused(does, "hoangvanluu", made, "lend_box", **outside, due="2027-02-22") == (400, {"due_long"})
    assert refused(does, "hoangvanluu", made, "lend_box", **READER)[0] == 400
    assert refused(does, "leminhanh", made, "lend_box", **outside, due="2027-02-21")[0] == 403
    does("hoangvanluu", ask(first), "lend", record="01.KT", due=DUE)
    place(second)
    fourth.access_conditions = "Hạn chế"
    result = does("hoangvanluu", made, "lend_box", **outside, due="2027-02-21")
    assert [(one["code"], one["status"]) for one in result["items"]] == [("02.KT", 409), ("03.KT", 200), ("04.KT", 403)]
    assert (result["done"], result["refused"]) == (1, 2)
    assert "02.KT" in result["message"]
    assert [lent_to(one) is not None for one in (first, second, third, fourth)] == [True, False, True, False]
    assert lent_to(third).reader_name == "Trần Văn Bình"
    back = does("hoangvanluu", made, "return_box", note="Đủ")
    assert (back["done"], back["refused"], lent_to(first), lent_to(third)) == (2, 0, None, None)
    assert refused(does, "hoangvanluu", made, "return_box") == (409, {"nothing_to_do"})


def test_the_agency_says_for_how_long_paper_is_lent(province, dossier, ask, does, days):
    settings = IReadingSettings(province["skhcn"])
    assert settings.values() == {"loan_days": 90}
    for wrong in (0, 3651, "lâu"):
        assert refused(settings.change, {"loan_days": wrong})[0] == 400
    settings.change({"loan_days": 7})
    reading = ask(dossier)
    assert refused(does, "hoangvanluu", reading, "lend", record="01.KT", due="2026-12-01") == (400, {"due_long"})
    does("hoangvanluu", reading, "lend", record="01.KT", due="2026-11-30")
    assert refused(does, "hoangvanluu", reading, "extend_reading", due="2026-12-01") == (400, {"due_long"})


def test_lists_say_by_when_what_is_due():
    """A request is answered by a day, a loan comes back by one: neither is a deadline of handling."""
    titles = {box.id: [str(COLUMNS[name].title.default) for name in box.columns] for box in (WAITING, LENT, OVERDUE, MINE, BOOK)}
    assert "Hạn trả lời" in titles["readings.waiting"] and "Ngày mượn" not in titles["readings.waiting"]
    assert all("Hạn trả" in titles[name] for name in titles if name != "readings.waiting")
    assert not any("Hạn xử lý" in found for found in titles.values())


def test_it_says_whose_turn_it_is(dossier, ask):
    reading = ask(dossier)

    def said():
        return translate(IStanding(reading).standing().sentence, target_language="vi")

    assert said() == f"Chờ Hoàng Văn Lưu trả lời, hạn {reading.answer_due:%d/%m/%Y}."
    assert IStanding(reading).standing().holders == ["hoangvanluu"]
    reading.due = clock.today()
    fire(reading, "lend")
    assert said() == f"Lê Minh Anh đang khai thác, đến hết ngày {reading.due:%d/%m/%Y}."
    reading.due -= timedelta(days=1)
    assert said() == f"Lê Minh Anh chưa trả, quá hạn từ ngày {reading.due:%d/%m/%Y}."
