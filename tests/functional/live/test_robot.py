"""The Robot stories in Chromium, against a live site with its worker."""

from live.site import TOP
from pathlib import Path
import pytest
import robot


ROBOT = TOP / "tests" / "robot"
PICTURES = TOP / "docs" / "pictures"


@pytest.mark.browser
def test_the_stories(live_sqlite, tmp_path):
    """One run of both: the return path goes on where the story ends."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    log = tmp_path / "robot.txt"
    with log.open("w") as output:
        status = robot.run(
            *(str(ROBOT / name) for name in ("story.robot", "return_path.robot")),
            variable=[f"SITE_URL:{live_sqlite.url}", f"PICTURES:{PICTURES}"],
            outputdir=str(tmp_path),
            pythonpath=[str(ROBOT), str(ROBOT.parent)],
            exitonfailure=True,
            consolecolors="off",
            stdout=output,
        )
    assert status == 0, Path(log).read_text()[-6000:]
