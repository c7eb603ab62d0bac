"""A live site: create, serve, work, stop."""

from contextlib import contextmanager
from live import forked
from live.postgresql import free_port
from live.template import fill
import os
from pathlib import Path
import requests
import shutil
import subprocess
import time


TOP = Path(__file__).parents[2]
ZOPE_CONF = """\
instancehome {home}
debug-mode off
default-zpublisher-encoding utf-8
<environment>
    zope_i18n_compile_mo_files 1
    TZ Asia/Ho_Chi_Minh
    QLVB_VAR {home}/var
    CHAMELEON_CACHE {cache}
</environment>
<zodb_db main>
    cache-size 30000
    %import relstorage
    <relstorage>
        keep-history false
        {storage}
    </relstorage>
    mount-point /
</zodb_db>
max-conflict-retries 20
"""
SQLITE = """blob-dir {home}/var/blobs
        shared-blob-dir true
        <sqlite3>
            data-dir {home}/var/sqlite
            <pragmas>
                synchronous off
            </pragmas>
        </sqlite3>"""
#: As profiles/production.cfg has it: blobs in the database, a cache on the machine.
POSTGRESQL = """blob-dir {home}/var/blob-cache
        shared-blob-dir false
        blob-cache-size 4GB
        <postgresql>
            dsn {dsn}
        </postgresql>"""
START_SECONDS = 180


class LiveSite:
    """A site in ``home`` on SQLite, or on PostgreSQL when ``dsn`` is given; ``documents`` is how many the demonstration gets."""

    def __init__(self, home, dsn=None, documents=0, threads=4):
        self.home = Path(home)
        self.dsn = dsn
        self.documents = documents
        self.threads = threads
        self.port = free_port()
        self.processes = []

    #: How long the web server may take until it answers.
    start_seconds = START_SECONDS

    @property
    def url(self):
        return f"http://localhost:{self.port}/qlvb"

    def program(self, *arguments, **kwargs):
        """Run ``bin/qlvb`` itself on this site's instance."""
        subprocess.run([TOP / "bin" / "qlvb", *arguments], env=self.environment, check=True, timeout=600, **kwargs)

    def command(self, *arguments):
        """(int: exit status, str: what it said) of a command of ``bin/qlvb`` on this site's instance."""
        with open(self.home / f"{arguments[0]}.log", "a+b") as log:
            place = log.seek(0, os.SEEK_END)
            with forked.command(arguments, self.environment, log) as process:
                status = process.wait(timeout=600)
            log.seek(place)
            return status, log.read().decode()

    @property
    def environment(self):
        return {
            **os.environ,
            "QLVB_HOME": str(self.home),
            "QLVB_INSTANCE": str(self.home),
            "QLVB_VAR": str(self.home / "var"),
            "QLVB_SOFFICE": str(self.office),
            "QLVB_INDEX_DSN": self.dsn or "",
            "QLVB_INDEX_DIRECTORY": "",  # that of a test layer of this process is not the site's
        }

    @property
    def office(self):
        """The program that the site takes for LibreOffice: a script of its own, so that a test can let it die."""
        return self.home / "soffice"

    def write_office(self, command=None):
        program = shutil.which("soffice") or shutil.which("libreoffice") or "false"
        new = self.office.with_suffix(".new")
        new.write_text(f'#!/bin/sh\n{command or f"""exec {program} "$@" """}\n')
        new.chmod(0o755)
        new.replace(self.office)

    @contextmanager
    def broken_office(self, command):
        """Inside the block LibreOffice is replaced by the shell ``command``."""
        self.write_office(command)
        try:
            yield
        finally:
            self.write_office()

    def __enter__(self):
        self.write_instance()
        fill(self)
        if self.documents:
            status, said = self.command("demo", "--documents", str(self.documents))
            assert status == 0, said
        self.start("serve", "--port", str(self.port), "--threads", str(self.threads))
        self.start("worker")
        self.wait()
        return self

    def create(self):
        """Make the site and the province without documents."""
        with open(self.home / "create.log", "ab") as log:
            self.program("create-site", "--demonstration", "--documents", "0", stdout=log, stderr=log)

    def __exit__(self, *_):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()

    def write_instance(self):
        """Configuration files of an instance of its own; they name the directory in which it lies now."""
        etc = self.home / "etc"
        etc.mkdir(parents=True, exist_ok=True)
        (self.home / "var" / "sqlite").mkdir(parents=True, exist_ok=True)
        self.write_office()
        cache = TOP / "var" / "cache"
        cache.mkdir(parents=True, exist_ok=True)
        storage = POSTGRESQL.format(home=self.home, dsn=self.dsn) if self.dsn else SQLITE.format(home=self.home)
        (etc / "zope.conf").write_text(ZOPE_CONF.format(home=self.home, storage=storage, cache=cache))
        (etc / "site.zcml").write_text((TOP / "parts" / "instance" / "etc" / "site.zcml").read_text())

    def start(self, *arguments):
        """Start a process of the site; its output goes to a file named after the command."""
        with open(self.home / f"{arguments[0]}.log", "ab") as log:
            process = forked.command(arguments, self.environment, log)
        self.processes.append(process)
        return process

    def beside(self, module, *arguments):
        """A Python process with this site (text both ways), which tests kill; ``python -m module``."""
        return forked.beside(module, arguments, self.environment)

    def said(self, command="serve"):
        """What a process of the site has written, but for how long its queue was: for tests that fail to show."""
        lines = (self.home / f"{command}.log").read_text(errors="replace").splitlines()
        return "\n".join([line for line in lines if "Task queue depth" not in line][-80:])

    def wait(self):
        until = time.monotonic() + self.start_seconds
        while time.monotonic() < until:
            for process in self.processes:
                if process.poll() is not None:
                    raise RuntimeError(f"{process.args} ended; see {self.home}")
            try:
                if requests.get(f"{self.url}/login", timeout=60).ok:
                    return
            except requests.ConnectionError:
                time.sleep(0.2)
        raise RuntimeError(f"{self.url} does not answer; see {self.home}")

    def session(self, userid, password="SonHai@2026"):
        """A REST client of a person: requests session with JSON headers and a token."""
        return Client(self.url, userid, password)


def kill_worker(site):
    """kill -9; there is none then."""
    for process in [one for one in site.processes if one.args[1] == "worker" and one.poll() is None]:
        process.kill()
        assert process.wait() == -9
        site.processes.remove(process)


class Client(requests.Session):
    """REST client; ``path`` arguments are relative to the site."""

    def __init__(self, base, userid, password):
        super().__init__()
        self.base = base
        self.headers.update({"Accept": "application/json", "Accept-Language": "vi"})
        answer = self.post("@login", json={"login": userid, "password": password})
        answer.raise_for_status()
        self.headers["Authorization"] = f"Bearer {answer.json()['token']}"

    def request(self, method, path, **kwargs):
        url = path if path.startswith("http") else f"{self.base}/{path.lstrip('/')}"
        kwargs.setdefault("timeout", 120)
        return super().request(method, url, **kwargs)
