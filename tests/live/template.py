"""Sites that are made once for all the processes of a test run: everybody works on a copy of his own.

``QLVB_TEST_TEMPLATES`` (profiles/tests sets it) is the directory in which they lie; without it each process makes its own.
"""

from contextlib import contextmanager
from fcntl import LOCK_EX
from fcntl import flock
from functools import cache
from live.postgresql import binaries
import os
from pathlib import Path
import shutil
import subprocess
from tempfile import TemporaryDirectory


#: What an entry of a site's ``var`` is called in the template when it is a dump of PostgreSQL.
DUMP = "database.dump"


@cache
def _own_directory():
    # Goes with the process: TemporaryDirectory removes it when it is collected.
    return TemporaryDirectory(prefix="qlvb-templates-")


def directory():
    """Path of the templates."""
    return Path(os.environ.get("QLVB_TEST_TEMPLATES") or _own_directory().name)


@contextmanager
def _alone(path):
    """Whoever comes second waits until the first has made it."""
    with open(path, "w") as lock:
        flock(lock, LOCK_EX)
        yield


def fill(site):
    """Give ``site`` (LiveSite, nothing is running yet) the province: from the template of its storage, which is made of
    the first one that asks.
    """
    kept = directory() / ("postgresql" if site.dsn else "sqlite")
    kept.parent.mkdir(parents=True, exist_ok=True)
    with _alone(kept.with_suffix(".lock")):
        if not kept.exists():
            site.create()
            _keep(site, kept)
            return
    shutil.copytree(kept, site.home / "var", dirs_exist_ok=True)
    if site.dsn:
        _server_program("pg_restore", "--no-owner", "-d", site.dsn, site.home / "var" / DUMP)
        (site.home / "var" / DUMP).unlink()


def _keep(site, kept):
    """Under another name until it is whole: a run that was stopped leaves no half of a template behind."""
    making = kept.with_suffix(".making")
    shutil.rmtree(making, ignore_errors=True)
    shutil.copytree(site.home / "var", making)
    if site.dsn:
        _server_program("pg_dump", "-Fc", "-b", "-f", making / DUMP, site.dsn)
    making.rename(kept)


def _server_program(name, *arguments):
    subprocess.run([binaries() / name, *arguments], check=True, timeout=300, stdout=subprocess.DEVNULL)
