"""A PostgreSQL server whose data stays."""

from benchmarks.sites import VAR
from contextlib import contextmanager
from live.postgresql import Server
import os
from pathlib import Path
import psycopg2
import shutil
from tempfile import gettempdir
from zlib import crc32


class KeptServer(Server):
    """As :class:`Server`; stopped on leaving, never removed. Its directory lies where its own account may go."""

    def __init__(self):
        place = crc32(str(VAR).encode())
        super().__init__(Path(gettempdir()) / f"qlvb-benchmarks-{place:08x}")
        # Always the same: it stands in the configuration of sites.
        self.port = 20_000 + place % 10_000

    def __enter__(self):
        if not (self.data / "PG_VERSION").exists():
            self.directory.mkdir(parents=True, exist_ok=True)
            if os.geteuid() == 0:
                shutil.chown(self.directory, "postgres")
            self._run("initdb", "-D", self.data, "-U", "qlvb", "--auth=trust", "-E", "UTF8", "--no-locale")
        options = f"-p {self.port} -k {self.directory} -c listen_addresses=127.0.0.1 -c shared_buffers=512MB"
        self._run("pg_ctl", "-D", self.data, "-w", "-l", self.directory / "log", "-o", options, "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", self.data, "-m", "fast", "stop")

    def database(self, name):
        """The DSN of a database, made when it is missing."""
        dsn = f"dbname='{name}' user='qlvb' host='127.0.0.1' port='{self.port}'"
        try:
            psycopg2.connect(dsn).close()
        except psycopg2.OperationalError:
            return super().database(name)
        return dsn


@contextmanager
def index_at(dialect, count):
    """Environment of a site that says where the index with ``count`` records lies."""
    if dialect == "sqlite":
        yield {"QLVB_INDEX_DIRECTORY": str(VAR / f"index-{count}"), "QLVB_INDEX_DSN": ""}
        return
    with KeptServer() as server:
        yield {"QLVB_INDEX_DSN": server.database(f"records_{count}")}
