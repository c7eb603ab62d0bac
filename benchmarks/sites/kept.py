"""A site with a generated province, and a plain Plone site beside it in the same storage."""

from benchmarks.sites import TOP
from benchmarks.sites import VAR
from benchmarks.sites import inside
from contextlib import contextmanager
from live.site import LiveSite
import shutil


PEOPLE = 20  # accounts of each agency
#: Raised when ``inside.fill`` makes another site: kept ones are made anew, else upgraded.
FILLING = "2"


def versions():
    """What a site was made for: the versions of the profiles and of the tables of the index."""
    sources = TOP / "src"
    profiles = sorted(sources.glob("*/src/qlvb/*/profiles/default/metadata.xml"))
    tables = sorted(sources.glob("*/src/qlvb/*/index/migrations/versions/*.py"))
    return "\n".join([FILLING, *(path.read_text() for path in profiles), *(path.name for path in tables)])


class KeptSite(LiveSite):
    """As :class:`LiveSite`, in a directory that stays; commits reach the disk as in a real site."""

    start_seconds = 600

    def __init__(self, name="province", **options):
        super().__init__(VAR / name, **options)
        self.more_environment = {}

    @property
    def program(self):
        """Path of ``bin/qlvb``."""
        return TOP / "bin" / "qlvb"

    @property
    def environment(self):
        return {**super().environment, **self.more_environment}

    def prepare(self):
        """Create it if it is not whole, upgrade it if it was made for an older version of the product; returns self."""
        done, wanted = self.home / "prepared", versions()
        known = done.read_text() if done.exists() else ""
        is_whole = known.partition("\n")[0] == FILLING
        if not is_whole and self.home.exists():
            shutil.rmtree(self.home)
        self.write_instance()
        if not is_whole:
            self.command("create-site")
            inside(self, "fill", PEOPLE)
        elif known != wanted:
            self.command("upgrade")
        done.write_text(wanted)
        return self

    def write_instance(self):
        super().write_instance()
        conf = self.home / "etc" / "zope.conf"
        conf.write_text(conf.read_text().replace("synchronous off", "synchronous normal"))

    @contextmanager
    def served(self, worker=False, **environment):
        """Inside the block the site answers; ``environment`` is added to that of its processes."""
        self.more_environment = environment
        self.start("serve", "--port", str(self.port), "--threads", str(self.threads))
        if worker:
            self.start("worker")
        try:
            self.wait()
            yield self
        finally:
            self.__exit__()
            self.processes = []
            self.more_environment = {}


class DemonstrationSite(KeptSite):
    """A site with the people of the demonstration and none of their documents; made anew each time."""

    def __init__(self, **options):
        super().__init__("demonstration", **options)
        if self.home.exists():
            shutil.rmtree(self.home)
        self.write_instance()
        self.command("create-site")
        self.command("demo", "--documents", "0")
