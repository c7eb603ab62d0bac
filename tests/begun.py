"""What many tests begin with, made once for the run: a database above that of the layer, and the records index of that time."""

from contextlib import contextmanager
from pathlib import Path
from plone.app.testing import PLONE_SITE_ID
from plone.app.testing import ploneSite
from plone.testing.zodb import stackDemoStorage
from qlvb.content.index import database
from qlvb.policy.testing import PROVINCE_FIXTURE
from qlvb.policy.testing import copy_index
from tempfile import TemporaryDirectory
import transaction
from zope.globalrequest import clearRequest


#: name -> (database, directory with the copy of its index); both go with the process.
_MADE = {}


@contextmanager
def begun_with(name, make):
    """Inside the block every test has what ``make(portal)`` made: once, when a block of this ``name`` is first entered.

    For fixtures of a module: the layer must be up, and no test of it running.
    """
    below, index = PROVINCE_FIXTURE["zodbDB"], database.file_of(PLONE_SITE_ID)
    with TemporaryDirectory(prefix="qlvb-index-below-") as kept:
        copy_index(index, Path(kept, "index"))
        try:
            if name in _MADE:
                PROVINCE_FIXTURE["zodbDB"], directory = _MADE[name]
                _put(Path(directory.name, "index"), index)
            else:
                PROVINCE_FIXTURE["zodbDB"] = stackDemoStorage(below, name=name)
                with ploneSite() as portal:
                    make(portal)
                    transaction.commit()  # ploneSite would hide that it failed
                clearRequest()
                directory = TemporaryDirectory(prefix="qlvb-index-made-")
                copy_index(index, Path(directory.name, "index"))
                _MADE[name] = PROVINCE_FIXTURE["zodbDB"], directory
            yield
        finally:
            PROVINCE_FIXTURE["zodbDB"] = below
            _put(Path(kept, "index"), index)


def _put(copy, index):
    """Make ``index`` what ``copy`` is; nobody has it open."""
    database.dispose()
    for end in ("", "-wal", "-shm"):
        Path(f"{index}{end}").unlink(missing_ok=True)
    copy_index(copy, index)
