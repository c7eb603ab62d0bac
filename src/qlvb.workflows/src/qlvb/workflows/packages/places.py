"""Where packages lie: ``$QLVB_PACKAGES``, or ``packages`` among the instance's own data; a directory per dossier."""

import os
from pathlib import Path
from plone import api
from plone.uuid.interfaces import IUUID
import shutil
import time
import transaction


OF_AGENCY = "agency-"


def root():
    """Path of the directory for packages of all sites."""
    if os.environ.get("QLVB_PACKAGES"):
        return Path(os.environ["QLVB_PACKAGES"])
    return Path(os.environ.get("QLVB_VAR") or "var") / "packages"


def of_owner(name):
    """Path of the directory of the packages of one dossier (UID) or agency (see OF_AGENCY)."""
    return root() / api.portal.get().getId() / name


def of_dossier(dossier):
    """Path of the directory of one dossier."""
    return of_owner(IUUID(dossier))


def of_agency(agency_id):
    """Path of the directory for packages of documents of an agency that are in no dossier."""
    return of_owner(f"{OF_AGENCY}{agency_id}")


def owners():
    """Names of those who have packages in the site: (UIDs of dossiers, ids of agencies), each a list."""
    there = root() / api.portal.get().getId()
    names = sorted(path.name for path in there.iterdir()) if there.is_dir() else []
    agencies = [name.removeprefix(OF_AGENCY) for name in names if name.startswith(OF_AGENCY)]
    return [name for name in names if not name.startswith(OF_AGENCY)], agencies


def remove_older(path, seconds):
    """Delete a file or a directory with all in it that was last written so long ago."""
    if time.time() - path.stat().st_mtime < seconds:
        return
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def remove_after_commit(directory):
    """Delete a directory with all in it once the transaction is committed; an abort leaves it."""
    transaction.get().addAfterCommitHook(_remove, (directory,))


def _remove(committed, directory):
    if committed:
        shutil.rmtree(directory, ignore_errors=True)
