"""The table of rooms in ``docs/architecture.rst`` names every sub-package of the three packages once, and no other."""

from collections import Counter
from pathlib import Path
import pytest
import re


ROOT = Path(__file__).parents[2]
PACKAGES = ("content", "workflows", "policy")
#: What has no rules of its own to speak of, beside the catalogues of words and the profiles.
UNNAMED = {"locales", "profiles", "static"}
_LINE = re.compile(r"^(content|workflows|policy) (``\w+``(?:, ``\w+``)*)  +\S", re.MULTILINE)


def named(package):
    """Counter of the names in the table."""
    text = (ROOT / "docs" / "architecture.rst").read_text(encoding="utf-8")
    lines = (names for found, names in _LINE.findall(text) if found == package)
    return Counter(name for names in lines for name in re.findall(r"\w+", names))


def existing(package):
    """set of str: directories of a package in which modules lie."""
    home = ROOT / "src" / f"qlvb.{package}" / "src" / "qlvb" / package
    return {place.name for place in home.iterdir() if place.is_dir() and any(place.glob("*.py"))} - UNNAMED


def test_acts_know_other_rooms_by_their_contracts_alone():
    """``acts`` lies below the rooms whose acts it runs: it may ask for what they register, and know nothing else."""
    home = ROOT / "src" / "qlvb.workflows" / "src" / "qlvb" / "workflows" / "acts"
    imports = re.compile(r"^ *(?:from|import) qlvb\.workflows\.(\w+)(?:\.([\w.]+))?", re.MULTILINE)
    beyond = {
        (str(path.relative_to(home)), room, module)
        for path in home.rglob("*.py")
        if "browser" not in path.parts
        for room, module in imports.findall(path.read_text(encoding="utf-8"))
        if room not in ("acts", "outbox") and module != "interfaces"
    }
    assert beyond == set()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_sub_package_is_named_once(package):
    assert named(package) == Counter(existing(package))
