"""A PostgreSQL server of the test run's own, in a directory of its own."""

from contextlib import closing
import os
from pathlib import Path
import psycopg2
import pwd
import shutil
import socket
import subprocess
from tempfile import gettempdir
from uuid import uuid4


def binaries():
    """Directory of the newest installed server, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return found[-1].parent if found else None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def dump(dsn):
    """bytes of everything that a database gives: rows, and large objects (``-b``)."""
    command = [binaries() / "pg_dump", "-b", "--inserts", dsn]
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout


def rewrite(dsn, tables=""):
    """Write tables (all of the database when none is named) anew, without what was deleted."""
    with closing(psycopg2.connect(dsn)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = 20000")
            cursor.execute(f"VACUUM FULL {tables}")
            cursor.execute("CHECKPOINT")


class Server:
    """Started on entering, stopped and removed on leaving. The server refuses to run as root: then it runs as ``postgres``,
    who has to be let into every folder above ``directory`` (that of pytest is closed to others).
    """

    def __init__(self, directory=None):
        self.directory = Path(directory or Path(gettempdir()) / f"qlvb-{uuid4().hex}")
        self.port = free_port()
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name

    def __enter__(self):
        self.directory.mkdir(parents=True)
        if os.geteuid() == 0:
            shutil.chown(self.directory, "postgres")
        self._run("initdb", "-D", self.data, "-U", "qlvb", "--auth=trust", "-E", "UTF8", "--no-locale", "-N")
        options = f"-p {self.port} -k {self.directory} -c listen_addresses=127.0.0.1 -c max_connections=60"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.directory / "log", "-o", options, "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.data, "-m", "immediate", "stop")
        shutil.rmtree(self.directory, ignore_errors=True)

    @property
    def data(self):
        return self.directory / "data"

    def database(self, name):
        """Create a database and return its DSN."""
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "qlvb", name)
        return f"dbname='{name}' user='qlvb' host='127.0.0.1' port='{self.port}'"

    def _run(self, program, *arguments):
        command = [str(binaries() / program), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL, timeout=60)
