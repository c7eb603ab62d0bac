"""Whatever ZCML registers as a page is looked at by the accessibility run, or has a reason why it is not."""

from accessibility import drawn
from accessibility import gallery
from accessibility.gallery import name_of
from accessibility.screens import EXAMPLES
from accessibility.screens import NO_SCREENS
from accessibility.screens import example_of
from accessibility.screens import listed
from accessibility.screens import registered
import doctest
from documentation.registrations import registrations
from pathlib import Path
import pytest


PAGES = [found for found in registrations() if found.kind == "page"]
#: Kinds of objects of which the demonstration has none to look at would be typed here wrongly: these are types of ours.
TYPES = {path.stem for path in Path(__file__).parents[2].glob("src/*/src/qlvb/*/profiles/default/types/*.xml")}


def test_every_page_has_an_example_to_look_at():
    for page in PAGES:
        if page.name in NO_SCREENS:
            continue
        example = example_of(page.context)
        if example.startswith("type:"):
            assert example.removeprefix("type:") in TYPES, f"say in EXAMPLES where a {page.context} of @@{page.name} is found"


def test_no_exception_is_left_over():
    assert set(NO_SCREENS) <= {page.name for page in PAGES}
    assert set(EXAMPLES) <= {page.context for page in PAGES} | {"qlvb.content.interfaces.IRecord"}


def test_menus_are_among_the_screens():
    assert {screen.view for screen in listed()} >= {"@@worklist?box=incoming.waiting", "@@worklist?box=outgoing.to_review"}
    assert len(registered()) > 30


def test_no_two_screens_share_a_picture():
    names = [name_of(screen) for screen in registered()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("module", [drawn, gallery])
def test_what_the_walk_tells_apart(module):
    found = doctest.testmod(module)
    assert found.failed == 0
    assert found.attempted > 0
