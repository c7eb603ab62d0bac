"""Arranging tiles, and the keys: pure functions, and the scripts held to the lists of keys."""

import doctest
from pathlib import Path
from qlvb.content.desks import arrangement
from qlvb.content.desks.arrangement import arranged
from qlvb.policy.guides import chapters
from qlvb.policy.guides.reading import PAGES
from qlvb.policy.guides.reading import guide
from qlvb.policy.shell import tiles
from qlvb.policy.shell.browser import arrange
from qlvb.policy.shell.keys import DESK
from qlvb.policy.shell.keys import TDOFFICE
from qlvb.policy.shell.keys import keys_for
from qlvb.policy.shell.places import EVERYBODY


STATIC = Path(tiles.__file__).parents[1]


def test_the_examples_in_docstrings_hold():
    for module in (arrangement, arrange, chapters):
        assert doctest.testmod(module).failed == 0
        assert doctest.testmod(module).attempted > 0


def test_a_tile_that_came_later_stands_where_the_product_puts_it():
    assert arranged(["a", "new", "b"], ["b", "a"]) == ["b", "a", "new"]
    assert arranged(["a", "b"], ["gone", "b", "a"]) == ["b", "a"]


def test_hiding_every_tile_of_a_group_hides_its_heading():
    groups = tiles.groups_for({"leader", "member"})
    today = groups[-1]
    hidden = [tiles.tile_id(today, tile) for tile in today.tiles]
    assert today not in [group for group, _own in tiles.placed(groups, (), hidden)]
    order = [f"group:{group.id}" for group in reversed(groups)]
    assert [group for group, _own in tiles.placed(groups, order, ())][0] is today


def test_ids_of_tiles_are_unique_for_everybody():
    for functions in ({one, "member"} for one in EVERYBODY):
        ids = [tiles.tile_id(group, tile) for group in tiles.groups_for(functions) for tile in group.tiles]
        assert len(ids) == len(set(ids)), functions


def test_every_function_key_is_wired():
    script = (STATIC / "static" / "qlvb.mjs").read_text()
    for key in TDOFFICE.keys:
        assert f"{key.keys}: ()" in script, key


def test_every_key_of_the_desk_is_wired():
    script = (STATIC / "document" / "static" / "desk.mjs").read_text()
    for key in DESK.keys:
        for one in key.keys.split():
            assert one in ("…", "1", "9") or f"  {one}: " in script, one


def test_clerks_and_those_who_draft_see_the_function_keys():
    assert TDOFFICE in keys_for("list", {"clerk"})
    assert TDOFFICE in keys_for("document", {"specialist"})
    assert TDOFFICE not in keys_for("list", {"leader"})


def test_every_guide_that_a_role_may_be_sent_to_is_there():
    for _function, guide in chapters.GUIDES:
        assert (PAGES / f"{guide}.rst").is_file()
        assert guide in chapters.TITLES


def test_the_archivists_guide_has_a_chapter_for_each_of_his_screens():
    _body, headings = guide("luu-tru", "pictures")
    anchors = [anchor for anchor, _title in headings]
    screens = ("archive", "archive-statistics", "stores", "readings", "transfers", "holds", "disposals", "integrity", "catalogues")
    for screen in screens:
        assert chapters.chapter_for(screen, anchors), screen
