"""The version of the static files: a digest of their content, so that their address changes exactly when they do."""

from hashlib import sha256
from pathlib import Path


STATIC = Path(__file__).parent.parent / "static"


def digest(directory):
    """First ten hex digits over names and bytes of all files below ``directory``."""
    total = sha256()
    for path in sorted(directory.rglob("*")):
        if path.is_file():
            total.update(path.relative_to(directory).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:10]


VERSION = digest(STATIC)
