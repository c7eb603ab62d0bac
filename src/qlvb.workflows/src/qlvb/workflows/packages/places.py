"""Where packages lie: ``$QLVB_PACKAGES``, or ``packages`` among the instance's own data; a directory per dossier."""

import os
from pathlib import Path
from plone import api
from plone.uuid.interfaces import IUUID
import shutil
import transaction


def root():
    """Path of the directory for packages of all sites."""
    if os.environ.get("QLVB_PACKAGES"):
        return Path(os.environ["QLVB_PACKAGES"])
    return Path(os.environ.get("QLVB_VAR") or "var") / "packages"


def of_dossier(dossier):
    """Path of the directory of one dossier."""
    return root() / api.portal.get().getId() / IUUID(dossier)


def of_agency(agency_id):
    """Path of the directory for packages of documents of an agency that are in no dossier."""
    return root() / api.portal.get().getId() / f"agency-{agency_id}"


def remove_after_commit(directory):
    """Delete a directory with all in it once the transaction is committed; an abort leaves it."""
    transaction.get().addAfterCommitHook(_remove, (directory,))


def _remove(committed, directory):
    if committed:
        shutil.rmtree(directory, ignore_errors=True)
