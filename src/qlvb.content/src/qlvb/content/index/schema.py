"""Making, upgrading and checking the tables of a site."""

from pathlib import Path
from plone import api
from qlvb.content.index import database
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.index.tables import about
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import inspect
from sqlalchemy import select
from sqlalchemy import text
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations


#: Annotation of the site: the UUID of its index.
_KEY = "qlvb.content.index"
#: The revision of the tables that this code needs: the newest in ``migrations``.
HEAD = "0009"
#: Row of ``about`` that stands until the next rebuild: columns of a new revision are empty, or code says records anew.
INCOMPLETE = "incomplete"
#: (site, identity of the tables) that were checked in this process.
_ready = set()


def alembic_config(connection):
    """Alembic's Config for our migrations on a connection, None to read them only."""
    # Alembic is loaded by those who change tables: asking it for the newest revision cost every start most of a second.
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def create(site=None):
    """Make or upgrade the tables of a site (its id) and say whose they are. Safe to repeat."""
    site = site or database.current_site()
    with said_plainly(), database.new_engine(site).begin() as connection:
        migrate(connection)
        connection.execute(delete(about).where(about.c.name == "site"))
        connection.execute(insert(about).values(name="site", value=site_key()))


def migrate(connection, target="head"):
    """Bring the tables of this database (an SQLAlchemy connection in a transaction) to a revision."""
    from alembic import command

    command.upgrade(alembic_config(connection), target)


def unmake(connection):
    """Take all tables away again."""
    from alembic import command

    command.downgrade(alembic_config(connection), "base")


def revision(connection):
    """The revision of the tables, or None."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def ask_for_rebuild(site=None):
    """Note that records have to be said again, whatever happens until then."""
    with said_plainly(), database.engine(site).begin() as connection:
        connection.execute(delete(about).where(about.c.name == INCOMPLETE))
        connection.execute(insert(about).values(name=INCOMPLETE, value="upgrade"))


def is_incomplete(site=None):
    """Whether something waits for a rebuild, see INCOMPLETE."""
    with said_plainly(), database.engine(site).connect() as connection:
        return connection.scalar(select(about.c.value).where(about.c.name == INCOMPLETE)) is not None


def check(site=None):
    """:raises IndexUnavailable: the tables are missing, of another version or of another site."""
    with said_plainly(), database.engine(site).connect() as connection:
        found = revision(connection)
        if found is None:
            raise IndexUnavailable("missing")
        if found != HEAD:
            raise IndexUnavailable("outdated")
        whose = connection.scalar(select(about.c.value).where(about.c.name == "site"))
        if whose != IAnnotations(api.portal.get()).get(_KEY):
            raise IndexUnavailable("foreign")


def ready_engine(site=None):
    """As :func:`database.engine`, of tables that are there and fit; asked once per process and file.

    :raises IndexUnavailable: as :func:`check`.
    """
    site = site or database.current_site()
    which = (site, database.identity(site))
    if which not in _ready:
        check(site)
        _ready.add(which)
    return database.engine(site)


def forget_checks():
    """Check the tables again before they are used next."""
    _ready.clear()


def put_away(site=None):
    """Take tables that cannot be used out of the way. Returns under which name an SQLite file is kept, or ""."""
    site = site or database.current_site()
    forget_checks()
    return database.put_away(site)


def gather_statistics(site=None):
    """Let the database count what it plans its ways by; quick, also over millions of rows."""
    with said_plainly(), database.engine(site).connect() as connection:
        autocommit = connection.execution_options(isolation_level="AUTOCOMMIT")
        if connection.dialect.name == "sqlite":
            autocommit.exec_driver_sql("PRAGMA analysis_limit=2000")
        autocommit.exec_driver_sql("ANALYZE")


def site_key():
    """The UUID by which the site knows its index; made when there is none."""
    annotations = IAnnotations(api.portal.get())
    if _KEY not in annotations:
        annotations[_KEY] = str(uuid4())
    return annotations[_KEY]
