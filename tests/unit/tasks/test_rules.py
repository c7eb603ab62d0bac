"""The rules of tasks: progress, timeliness, extensions, the ladder, to whom work may be given."""

from datetime import date
from datetime import timedelta
import doctest
import pytest
from qlvb.content.tasks import executors
from qlvb.content.tasks.executors import Executor
from qlvb.policy.steering import charts
from qlvb.workflows.tasks import ladder
from qlvb.workflows.tasks import paragraphs
from qlvb.workflows.tasks import proposals
from qlvb.workflows.tasks import reckoning
from qlvb.workflows.tasks.boxes import approving_pairs
from qlvb.workflows.tasks.boxes import executing_pairs
from qlvb.workflows.tasks.boxes import following_pairs
from qlvb.workflows.tasks.extending import check_ask
from qlvb.workflows.tasks.paragraphs import paragraphs_of
from qlvb.workflows.tasks.paragraphs import sentences_of
from qlvb.workflows.tasks.reach import Standing
from qlvb.workflows.tasks.reach import refusal
from qlvb.workflows.tasks.reckoning import all_in
from qlvb.workflows.tasks.reckoning import progress_of
from qlvb.workflows.tasks.reckoning import timeliness
from types import SimpleNamespace


DUE = date(2026, 3, 10)


def days(start, end):
    """Calendar days in place of working days."""
    return (end - start).days


@pytest.mark.parametrize("module", [executors, charts, ladder, paragraphs, proposals, reckoning])
def test_examples_in_docstrings(module):
    found = doctest.testmod(module)
    assert found.attempted and not found.failed


@pytest.mark.parametrize(
    "own,children,expected",
    [
        (None, [], 0),
        (55, [], 55),
        (55, [("in_progress", 10), ("in_progress", 31)], 20),
        (55, [("finished", 0), ("assigned", None)], 50),
        (55, [("returned", 90), ("closed", 90)], 55),
        (0, [("finished", 100)] * 2 + [("in_progress", 99)], 99),
    ],
)
def test_progress_of_the_task_above(own, children, expected):
    assert progress_of(own, children) == expected


@pytest.mark.parametrize(
    "state,finished,today,expected",
    [
        ("in_progress", None, DUE, "in_time"),
        ("in_progress", None, DUE + timedelta(days=1), "late"),
        ("finished", DUE, DUE + timedelta(days=9), "in_time"),
        ("finished", DUE + timedelta(days=1), DUE + timedelta(days=9), "late"),
        ("closed", None, DUE + timedelta(days=9), ""),
    ],
)
def test_in_time_or_late(state, finished, today, expected):
    assert timeliness(state, DUE, finished, today) == expected


def test_all_rows_are_in_only_when_nobody_is_waited_for():
    assert not all_in([])
    assert not all_in([("in_progress", True), ("assigned", False)])
    assert all_in([("in_progress", True), ("finished", False), ("closed", False)])


SETTINGS = SimpleNamespace(most_extensions=2, longest_extension=10, ask_before=2, ask_late=False)


@pytest.mark.parametrize(
    "deadline,until,granted,today,code",
    [
        (None, None, 0, DUE, "no_deadline"),
        (DUE, None, 2, DUE - timedelta(days=5), "too_often"),
        (DUE, None, 0, DUE + timedelta(days=1), "asked_late"),
        (DUE, None, 0, DUE - timedelta(days=1), "asked_too_near"),
        (DUE, DUE, 0, DUE - timedelta(days=5), "not_later"),
        (DUE, DUE + timedelta(days=11), 0, DUE - timedelta(days=5), "too_long_extension"),
        (DUE, DUE + timedelta(days=10), 1, DUE - timedelta(days=2), None),
    ],
)
def test_limits_of_extensions(deadline, until, granted, today, code):
    found = check_ask(deadline, until, granted, today, SETTINGS, days)
    assert [violation.code for violation in found] == ([code] if code else [])


@pytest.mark.parametrize(
    "offset,expected",
    [(-9, ""), (-3, "before-3"), (-2, "before-3"), (-1, "before-1"), (0, "before-0"), (1, "after-1"), (6, "after-3")],
)
def test_the_rung_of_a_day(offset, expected):
    assert ladder.rung(DUE, DUE + timedelta(days=offset), [3, 1, 0], [1, 3, 7], days) == expected


LEADER = Standing("ha", "skhcn", functions=frozenset({"leader"}), below=frozenset({"xa"}))
HEAD = Standing("huy", "skhcn", functions=frozenset({"unit_leader"}), led=frozenset({"cntt"}), units=frozenset({"cntt"}))
CARRIER = Standing("anh", "skhcn", units=frozenset({"cntt"}), carries=True)
NOBODY = Standing("anh", "skhcn", units=frozenset({"cntt"}))


@pytest.mark.parametrize(
    "standing,executor,code",
    [
        (LEADER, Executor("skhcn", "cntt", "anh"), ""),
        (LEADER, Executor("xa"), ""),
        (LEADER, Executor("xa", "vp"), "inside_other_agency"),
        (LEADER, Executor("snv"), "agency_not_below"),
        (HEAD, Executor("skhcn", "cntt", "anh"), ""),
        (HEAD, Executor("skhcn", "qlkh"), "not_superior"),
        (HEAD, Executor("xa"), "agency_not_below"),
        (CARRIER, Executor("skhcn", "cntt", "bao"), ""),
        (CARRIER, Executor("skhcn", "cntt"), "not_superior"),
        (NOBODY, Executor("skhcn", "cntt", "bao"), "not_superior"),
        (NOBODY, Executor("skhcn", "cntt", "anh"), ""),
    ],
)
def test_to_whom_work_may_be_given(standing, executor, code):
    assert refusal(executor, standing) == code


def test_paragraphs_keep_their_pages_and_orders():
    text = "KẾT LUẬN\n1. Giao Sở Nội vụ chủ trì rà soát\nbiên chế, xong trước 30/6.\n2\na) Các đơn vị ghi nhận kết quả;\n- Ngắn\n"
    found = paragraphs_of(text)
    assert [(one.page, one.order) for one in found] == [(1, True), (2, False)]
    assert found[0].text.endswith("biên chế, xong trước 30/6.")
    assert paragraphs_of("") == []


def test_the_frame_of_a_document_is_nobodys_task():
    head = "HỘI TIN HỌC TỈNH SƠN HẢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 34/HTH-VP\n"
    text = head + "Kính gửi: Quý cơ quan\nĐề nghị Quý cơ quan cử người tham gia.\nNGƯỜI ĐẠI DIỆN"
    [item] = paragraphs_of(head + "Kính gửi: Quý cơ quan.\nĐề nghị Quý cơ quan cử người tham gia.\nNGƯỜI ĐẠI DIỆN")
    assert item.text == "Đề nghị Quý cơ quan cử người tham gia."
    assert "cử người tham gia" in paragraphs_of(text)[0].text  # what runs into the head is kept whole
    plan = (
        "ỦY BAN NHÂN DÂN TỈNH SƠN HẢI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: /KH-UBND KHẨN Sơn Hải, ngày tháng năm\nKẾ HOẠCH\nTriển khai tại các cơ quan trong tháng 12.\n"
        "Nơi nhận:\n- Sở Khoa học và Công nghệ;\n- Lưu: VT, VP.\nTM. ỦY BAN NHÂN DÂN Đặng Văn Phúc\n"
        "- Phụ lục: Sở Nội vụ báo cáo số liệu."
    )
    assert [one.text for one in paragraphs_of(plan)] == [
        "Triển khai tại các cơ quan trong tháng 12.",
        "- Phụ lục: Sở Nội vụ báo cáo số liệu.",
    ]


@pytest.mark.parametrize(
    "paragraph, expected",
    [
        ("Giao Sở Nội vụ rà soát biên chế.", 1),
        ("Giao Sở Nội vụ rà soát biên chế. Giao Sở Y tế báo cáo.", 2),
        ("Giao Sở Nội vụ rà soát biên chế; Sở Y tế phối hợp, báo cáo trước 30/6.", 2),
        ("Giao Sở Nội vụ rà soát biên chế. Hoàn thành trước 30/6/2026. Báo cáo kết quả trước 15/7.", 1),
        ("Qua kiểm tra cho thấy còn chậm. Giao Sở Nội vụ rà soát biên chế. Tình hình còn khó.", 1),
        ("Giao GS. TS. Nguyễn Văn A và UBND TP. Hạ Long phối hợp triển khai.", 1),
        ("Thực hiện mục 1.2 của Kế hoạch; giao các sở báo cáo.", 1),  # no capital after it: one sentence
        ("Yêu cầu các sở hoàn thành trước 30/6. Đề nghị Sở Y tế (cơ quan thường trực) báo cáo.", 2),
    ],
)
def test_each_sentence_that_orders_is_an_item(paragraph, expected):
    found = sentences_of(paragraph)
    assert len(found) == expected and " ".join(found) == paragraph


def test_sentences_keep_the_page_on_which_they_begin():
    text = "1. Giao Sở Nội vụ rà soát biên chế của các cơ quan.\n2\n2. Sở Y tế rà soát, báo cáo\n3\ntrước 30/6. Giao Sở Tài chính phối hợp."
    assert [(one.page, one.text[:6]) for one in paragraphs_of(text)] == [(1, "1. Gia"), (2, "2. Sở "), (3, "Giao S")]


def test_boxes_follow_the_state():
    assert set(executing_pairs("assigned", ["anh"], False)) == {("tasks.to_accept", "anh")}
    assert set(executing_pairs("to_extend", ["anh"], True)) == {
        ("tasks.in_progress", "anh"),
        ("tasks.extensions", "anh"),
        ("tasks.chased", "anh"),
    }
    assert set(approving_pairs("to_approve", "unit", ["heads"], "ha", False)) == {("tasks.to_approve", "heads")}
    assert set(approving_pairs("to_approve", "assigner", ["heads"], "ha", False)) == {("tasks.to_approve", "ha")}
    assert set(approving_pairs("in_progress", "", [], "ha", True)) == {("tasks.to_approve", "ha")}
    assert set(following_pairs("closed", "instruction", "ha", ["ha"], True)) == set()
    assert ("tasks.instructions", "ha") in set(following_pairs("in_progress", "instruction", "ha", ["ha"], False))


@pytest.mark.parametrize(
    "words, expected",
    [
        ("hoàn thành trước ngày 31/12", "2026-12-31"),
        ("trước ngày 10/01 gửi về Văn phòng", "2027-01-10"),
        ("trình Giám đốc trước 5-12-2026, xong trước ngày 20.12.2026", "2026-12-20"),
        ("từ ngày 01/12 đến hết ngày 05 tháng 12", "2026-12-05"),
        ("Thời hạn: ngày 30/11/2026", "2026-11-30"),
        ("báo cáo trước ngày 15", "2026-12-15"),
        ("trong năm 2027", "2027-12-31"),
        ("trước quý II/2027", "2027-03-31"),
        ("theo Quyết định số 12/QĐ-UBND ngày 12/12/2026", None),
        ("trước ngày 31/02/2027", None),
        ("trước ngày 22/11/2026", None),
        ("trong tháng 13/2026", None),
        ("", None),
    ],
)
def test_until_when_a_sentence_orders(words, expected):
    found = proposals.deadline_in(words, date(2026, 11, 23))
    assert found == (date.fromisoformat(expected) if expected else None)


def test_the_title_is_no_part_of_the_first_order():
    title = "Thông báo kết luận cuộc họp về tiến độ nâng cấp phần mềm"
    text = "THÔNG BÁO\nKết luận cuộc họp về tiến độ\nnâng cấp phần mềm\nGiao Sở Nội vụ rà soát biên chế."
    assert [one.text for one in paragraphs_of(text, title)] == ["Giao Sở Nội vụ rà soát biên chế."]
    assert paragraphs_of(text, "Giấy mời họp")[0].text.startswith("Kết luận cuộc họp")
