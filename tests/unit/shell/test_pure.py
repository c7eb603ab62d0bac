"""Menus, tiles, columns, icons and versions: the pure parts of the shell."""

from datetime import date
import pytest
from qlvb.content.documents.interfaces import ARRIVAL_CHANNELS
from qlvb.content.index.columns import COLUMNS
from qlvb.policy.shell.columns import deadline_note
from qlvb.policy.shell.columns import page_numbers
from qlvb.policy.shell.icons import icon
from qlvb.policy.shell.menu import agencies_of
from qlvb.policy.shell.menu import blocks_of
from qlvb.policy.shell.menu import functions_of
from qlvb.policy.shell.menu import places_for
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.sections import SECTIONS
from qlvb.policy.shell.static_version import STATIC
from qlvb.policy.shell.static_version import digest
from qlvb.policy.shell.tiles import ARRIVALS
from qlvb.policy.shell.tiles import groups_for


GROUPS = ("skhcn.member", "skhcn.cntt.unit_leader", "snv.clerk", "Reviewers", "AuthenticatedUsers", "a.b")


def test_functions_come_from_groups():
    assert functions_of(GROUPS, "skhcn") == {"member", "unit_leader"}
    assert functions_of(GROUPS) == {"member", "unit_leader", "clerk"}
    assert agencies_of(GROUPS) == ["skhcn", "snv"]


def boxes_for(*functions):
    return {place.box for _section, places in places_for(set(functions)) for place in places if place.box}


def test_everybody_sees_what_he_can_use():
    assert "incoming.waiting" in boxes_for("clerk")
    assert "incoming.waiting" not in boxes_for("member", "specialist")
    assert "outgoing.to_review" in boxes_for("leader")
    assert "outgoing.to_review" not in boxes_for("member", "specialist")
    assert places_for(set()) == []
    administration = [section.id for section, _places in places_for({"manager"})]
    assert administration == ["administration"]


def test_top_menu_keeps_the_order_of_the_labels():
    assert [section.title.default for section in SECTIONS] == [
        "Văn bản đến",
        "Văn bản đi",
        "Xử lý công việc",
        "Chỉ đạo điều hành",
        "Hồ sơ công việc",
        "Lưu trữ",
        "Lịch công tác",
        "Thông tin tổng hợp",
        "Danh mục",
        "Quản trị",
    ]


def test_every_tile_has_a_place_in_the_menu_of_its_owner():
    for function in EVERYBODY:
        functions = {function, "member"}
        shown = boxes_for(*functions) | {"todo"}
        for group in groups_for(functions, stands_in=True):
            assert {tile.box for tile in group.tiles if tile.box} <= shown, function


def test_who_stands_in_for_somebody_sees_that_work_before_today():
    ids = [group.id for group in groups_for({"leader", "member"}, stands_in=True)]
    assert ids[-2:] == ["delegated", "today"] and "delegated" not in [one.id for one in groups_for({"leader", "member"})]
    assert [group.id for group in groups_for({"specialist", "member"}, stands_in=True)][-1] == "delegated"
    assert [group.id for group in groups_for(set(), stands_in=True)] == ["delegated"]


def test_clerks_keep_their_own_row():
    assert [group.id for group in groups_for({"clerk", "member"})] == ["clerk-incoming", "clerk-outgoing", "own"]


TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "due, working_days, tone",
    [
        (date(2026, 11, 22), -1, "bad"),
        (date(2026, 11, 23), 0, "warn"),
        (date(2026, 11, 26), 3, "warn"),
        (date(2026, 11, 27), 4, None),
    ],
)
def test_deadlines_far_off_are_not_mentioned(due, working_days, tone):
    note = deadline_note(due, TODAY, working_days)
    assert (note and note[0]) == tone


def test_what_is_overdue_is_counted_in_working_days_as_on_the_record():
    """Friday to Monday is one day of work, not three; over a weekend it is one, not none."""
    said = [deadline_note(date(2026, 11, 20), TODAY, -1), deadline_note(date(2026, 11, 21), date(2026, 11, 22), 0)]
    assert [(note[1].default, note[1].mapping) for note in said] == [("quá hạn ${days} ngày làm việc", {"days": 1})] * 2


@pytest.mark.parametrize(
    "day, said",
    [
        (8, ("bad", "quá hạn ${days} ngày", {"days": 15})),
        (23, ("warn", "hết hạn hôm nay", None)),
        (26, ("warn", "còn ${days} ngày", {"days": 3})),
        (27, None),
    ],
)
def test_terms_of_loans_run_in_days_of_the_calendar(day, said):
    note = deadline_note(date(2026, 11, day), TODAY, None)
    assert (note and (note[0], note[1].default, note[1].mapping)) == said


@pytest.mark.parametrize(
    "current, last, numbers",
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, None, 9]),
        (5, 9, [1, None, 4, 5, 6, None, 9]),
        (9, 9, [1, None, 8, 9]),
        (4, 9, [1, 2, 3, 4, 5, None, 9]),
    ],
)
def test_page_numbers(current, last, numbers):
    assert page_numbers(current, last) == numbers


def test_icons_are_silent_and_coloured_by_the_text():
    for name in ("bell", "qlvb", "lightning-charge-fill"):
        markup = icon(name)
        assert markup.startswith("<svg")
        assert markup.count('aria-hidden="true"') == 1
        assert "xmlns" not in markup
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_the_version_follows_the_content(tmp_path):
    (tmp_path / "a.css").write_text("a { color: red }")
    before = digest(tmp_path)
    assert digest(tmp_path) == before
    (tmp_path / "a.css").write_text("a { color: blue }")
    assert digest(tmp_path) != before


def test_style_sheets_name_no_other_host():
    for path in STATIC.glob("*.css"):
        assert "//" not in path.read_text().replace("/* ", "").replace(" */", ""), path


def test_every_column_has_a_title():
    assert all(column.title.default for column in COLUMNS.values())


def test_every_way_in_belongs_to_one_part_of_what_waits():
    ways = [way for part in ARRIVALS for way in dict(part.filters)["source"]]
    assert sorted(ways) == sorted(ARRIVAL_CHANNELS)


def entry(said):
    """``Thu nộp/Chờ 3*``: a group, a title, a count, and the place where one is."""
    words, _space, count = said.rstrip("*").partition(" ")
    group, _slash, title = words.rpartition("/")
    return {"group": group, "title": title, "count": int(count) if count else None, "current": said.endswith("*")}


@pytest.mark.parametrize(
    "entries, folds, shown",
    [
        ("", True, []),
        ("a,b 2", True, [("", False, False, "a b")]),
        ("a,g/b 2,g/c 3,g/d", True, [("", False, False, "a"), ("g", False, True, "b c d")]),
        ("g/b,g/c 0*,h/d,h/e", True, [("g", True, False, "b c"), ("h", False, False, "d e")]),
        ("g/b 2,a", True, [("", False, False, "g"), ("", False, False, "a")]),  # alone: under the group's name
        ("g/b 2,g/c,h/d", False, [("g", True, False, "b c"), ("h", True, False, "d")]),
    ],
)
def test_a_section_shows_its_groups(entries, folds, shown):
    found = blocks_of([entry(said) for said in entries.split(",") if said], folds)
    titles = [" ".join(one["title"] for one in block["entries"]) for block in found]
    seen = [(block["title"], block["open"], block["waits"], names) for block, names in zip(found, titles, strict=True)]
    assert seen == shown


def test_the_archive_stands_in_the_groups_of_its_menu():
    places = dict((section.id, places) for section, places in places_for({"archivist"}))["archive"]
    groups = list(dict.fromkeys(str(place.group.default) if place.group else place.title.default for place in places))
    assert groups == [
        "Danh mục hồ sơ", "Thu nộp", "Kho số", "Kho giấy", "Khai thác sử dụng", "Xác định giá trị và hủy",
        "Gói lưu trữ", "Báo cáo",
    ]  # fmt: skip
