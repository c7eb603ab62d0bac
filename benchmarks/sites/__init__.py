"""Sites and databases that are kept from run to run, in ``benchmarks/var``."""

import os
from pathlib import Path
import subprocess
import sys


TOP = Path(__file__).parents[2]
VAR = TOP / "benchmarks" / "var"
SOURCES = [TOP / "develop-eggs", *(TOP / "src").glob("*/src"), TOP / "tests", TOP]


def inside(site, module, *arguments, **environment):
    """Run ``benchmarks.inside.<module>`` in a process of its own for ``site`` (a KeptSite); returns what it prints.

    :raises subprocess.CalledProcessError: it failed.
    """
    path = os.pathsep.join(map(str, SOURCES))
    command = [sys.executable, "-W", "ignore", "-m", f"benchmarks.inside.{module}", *map(str, arguments)]
    done = subprocess.run(
        command,
        env={**site.environment, **environment, "PYTHONPATH": path},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout
