"""Where an instance and its data lie. Imports nothing heavy: ``start`` itself must not load Zope."""

import os
from pathlib import Path


def zope_conf():
    """Path of the zope.conf in use: ``$QLVB_INSTANCE/etc/zope.conf``; ``bin/qlvb`` sets it to the buildout's instance.

    :raises SystemExit: when there is none.
    """
    home = os.environ.get("QLVB_INSTANCE", "")
    path = Path(home, "etc", "zope.conf")
    if not home or not path.exists():
        raise SystemExit(f"No instance: {path} does not exist. Run `make build` first.")
    return path


def prepared_conf():
    """As :func:`zope_conf`; the directories that it names are made: who removes ``var`` begins anew."""
    path = zope_conf()
    for line in path.read_text().splitlines():
        words = line.split()
        if words[:2] == ["%define", "CLIENTHOME"] or words[:1] in (["blob-dir"], ["data-dir"], ["CHAMELEON_CACHE"]):
            Path(words[-1]).mkdir(parents=True, exist_ok=True)
    return path


def lacks_index(site):
    """bool: the embedded index of a site is not there. False where PostgreSQL keeps it: the server tells then."""
    if os.environ.get("QLVB_INDEX_DSN") or "QLVB_INDEX_DSN" in zope_conf().read_text():
        return False
    directory = os.environ.get("QLVB_INDEX_DIRECTORY") or Path(var_directory(), "index")
    return not Path(directory, f"{site}.sqlite3").exists()


def var_directory():
    """Directory of data that is not in the database: locks, keys, queue, caches."""
    return Path(os.environ.get("QLVB_VAR") or Path(os.environ.get("QLVB_HOME", "."), "var"))
