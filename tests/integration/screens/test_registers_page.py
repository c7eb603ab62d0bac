"""The list of registers, opened from the menu for one thing: checking, printing, locking."""

from datetime import timedelta
from outgoing_story import CLERK
from plone import api
import pytest
from qlvb.content import clock
from qlvb.content.registers.interfaces import INumberBook
from qlvb.policy.shell.register_tiles import RegisterTiles
from screens_reading import select


LABELS = ["Số đang giữ", "Số trống", "Số hủy"]


@pytest.fixture
def folder(registers):
    return api.portal.get()["skhcn"]["registers"]


@pytest.mark.parametrize(
    "doing, heading, ending",
    [
        ("check", "Kiểm tra sổ", "?tab=check"),
        ("print", "In sổ", "/@@print"),
        ("lock", "Khóa sổ", "/@@lock-register"),
        ("", "Sổ văn bản", ""),
        ("nothing of this kind", "Sổ văn bản", ""),
    ],
)
def test_each_register_leads_straight_to_it(folder, page, doing, heading, ending):
    markup = page(CLERK, folder, "registers", do=doing)
    (title,) = select(markup, "h1")
    assert title.text_content().strip().startswith(heading)
    addresses = [node.get("href") for node in select(markup, "#registers-table .qlvb-subject")]
    expected = {f"{register.absolute_url()}{ending}" for register in folder.objectValues()}
    assert addresses and set(addresses) <= expected
    assert bool(select(markup, "#open-year")) is (ending == "")


def test_a_locked_register_leads_to_itself(folder, page):
    register = next(iter(folder.objectValues()))
    register.closed = True
    addresses = [node.get("href") for node in select(page(CLERK, folder, "registers", do="lock"), ".qlvb-subject")]
    assert register.absolute_url() in addresses and f"{register.absolute_url()}/@@lock-register" not in addresses


def test_the_numbers_of_a_register_lead_to_what_they_count(folder, page):
    register = next(iter(folder.objectValues()))
    book = INumberBook(register)
    expires = clock.today() + timedelta(days=3)
    first, second = [book.reserve(CLERK, "Giữ cho báo cáo", expires) for _time in range(2)]
    del book.store.entries[first.number]  # a number without a cause, as after a fault
    book.store.reserved.remove(first.number)
    rows = {row.xpath("string(.//a)"): row for row in select(page(CLERK, folder, "registers"), "#registers-table tbody tr")}
    shown = [(link.text, link.get("href")) for link in rows[register.title].xpath(".//td[@data-label]//a")]
    assert shown == [("1", f"{register.absolute_url()}?tab=reserved"), ("1", f"{register.absolute_url()}?tab=check")]
    for numbers, listed in (("reserved", second.number), ("gaps", first.number)):
        markup = page(CLERK, folder, "registers", numbers=numbers)
        [row] = select(markup, "#numbers-table tbody tr")
        assert row.xpath("string(.//a)") == str(listed) and register.title in row.text_content()
    (group,) = RegisterTiles().groups("skhcn")
    assert [(tile.value, tile.url) for tile in group.tiles] == [(1, "skhcn/registers?numbers=reserved"), (1, "skhcn/registers?numbers=gaps")]
    assert [cell.get("data-label") for cell in rows[register.title].xpath(".//td[@data-label]")][1:] == LABELS
