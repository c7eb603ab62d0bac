"""Making, upgrading and checking the tables of a site."""

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from pathlib import Path
from plone import api
from qlvb.content.index import database
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


def _config(connection):
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config


def head():
    """The revision of the tables that this code needs."""
    return ScriptDirectory.from_config(_config(None)).get_current_head()


def create(site=None):
    """Make or upgrade the tables of a site (its id) and say whose they are. Safe to repeat."""
    site = site or database.current_site()
    with database.new_engine(site).begin() as connection:
        command.upgrade(_config(connection), "head")
        connection.execute(delete(about).where(about.c.name == "site"))
        connection.execute(insert(about).values(name="site", value=site_key()))


def revision(connection):
    """The revision of the tables, or None."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def check(site=None):
    """:raises IndexUnavailable: the tables are missing, of another version or of another site."""
    with database.engine(site).connect() as connection:
        found = revision(connection)
        if found is None:
            raise IndexUnavailable.missing()
        if found != head():
            raise IndexUnavailable.outdated()
        if connection.scalar(select(about.c.value).where(about.c.name == "site")) != site_key():
            raise IndexUnavailable.foreign()


def site_key():
    """The UUID by which the site knows its index; made when there is none."""
    annotations = IAnnotations(api.portal.get())
    if _KEY not in annotations:
        annotations[_KEY] = str(uuid4())
    return annotations[_KEY]
