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


def var_directory():
    """Directory of data that is not in the database: locks, keys, queue, caches."""
    return Path(os.environ.get("QLVB_VAR") or Path(os.environ.get("QLVB_HOME", "."), "var"))
