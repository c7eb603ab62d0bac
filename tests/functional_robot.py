"""Playing the Robot files of tests/robot against a live site."""

from live.site import TOP
from pathlib import Path
import robot


ROBOT = TOP / "tests" / "robot"
PICTURES = TOP / "docs" / "pictures"


def play(site, directory, *names, include=(), **variables):
    """Play the files one after the other in one run, of them only tests with the tags ``include`` where some are named;
    fails with the log's end.
    """
    PICTURES.mkdir(parents=True, exist_ok=True)
    log = Path(directory) / "robot.txt"
    with log.open("w") as output:
        status = robot.run(
            *(str(ROBOT / name) for name in names),
            variable=[
                f"SITE_URL:{site.url}",
                f"PICTURES:{PICTURES}",
                *(f"{name}:{value}" for name, value in variables.items()),
            ],
            include=list(include),
            outputdir=str(directory),
            pythonpath=[str(ROBOT), str(ROBOT.parent)],
            exitonfailure=True,
            consolecolors="off",
            stdout=output,
        )
    assert status == 0, log.read_text()[-6000:]
