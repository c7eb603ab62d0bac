"""Pictures of the docs: each is taken by a story, shown by a guide, and none is missing."""

from pathlib import Path
import re


TOP = Path(__file__).parents[2]
PICTURES = TOP / "docs" / "pictures"
PAGES = [TOP / "README.rst", *(TOP / "docs").rglob("*.rst")]
SHOWN = {name for page in PAGES for name in re.findall(r"pictures/([\w/-]+\.(?:png|webp))", page.read_text(encoding="utf-8"))}
TAKEN = {
    f"{name}.png"
    for story in (TOP / "tests" / "robot").glob("*.robot")
    for name in re.findall(r"^\s+Picture\s+(\S+)", story.read_text(encoding="utf-8"), re.MULTILINE)
}
KEPT = {str(path.relative_to(PICTURES)) for path in PICTURES.rglob("*") if path.is_file()}


def test_every_picture_is_shown_and_there():
    assert {name for name in KEPT if name.endswith(".png")} <= SHOWN <= KEPT


def test_stories_take_what_the_guides_show():
    assert {name for name in KEPT if name.endswith(".png")} == TAKEN
