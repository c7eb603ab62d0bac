"""What is not taken back is not removed by one press: the button lies in a fold that asks."""

from lxml import html
from pathlib import Path
import pytest


SOURCES = Path(__file__).parents[2] / "src"
#: Templates whose button removes at once, and why.
AT_ONCE = {
    "saved.pt": "the page offers to take it back",
    "exports.pt": "a file that is made again with one press",
    "settings.pt": "a device that is linked again with one press, and a link behind a fold",
    "ingests.pt": "a package that is given again",
    "entries.pt": "a package that is made again",
    "changes.pt": "a trial of a change",
    "schedule.pt": "a new version of the schedule, the one before stays",
}
REMOVING = sorted(path for path in SOURCES.rglob("*.pt") if 'name="remove"' in path.read_text())


def test_there_are_such_templates():
    assert len(REMOVING) > len(AT_ONCE)
    assert AT_ONCE.keys() <= {path.name for path in REMOVING}


@pytest.mark.parametrize("path", [path for path in REMOVING if path.name not in AT_ONCE], ids=lambda path: path.name)
def test_removing_asks_first(path):
    found = html.fromstring(path.read_text()).xpath("//button[@name='remove']")
    assert found and all(button.xpath("ancestor::details") for button in found)
