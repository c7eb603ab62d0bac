"""What a person scanned for a draft: the files of ``$QLVB_SCANS/<agency id>/people/<account>/``.

The agency's folder itself is the clerk's. Of these each person sees his own alone; they wait until he takes them.
"""

from qlvb.content import clock
from qlvb.workflows.scanning import folders
import transaction


PEOPLE = "people"


class PersonalScans:
    """Scans of one person in one agency."""

    def __init__(self, agency_id, userid):
        self.agency_id = agency_id
        self.userid = userid

    @property
    def folder(self):
        """Path, or None: no folders are set, or the account's name cannot be that of a folder."""
        root = folders.root()
        if root is None or self.userid.startswith(".") or set("/\\\0") & set(self.userid) or not self.userid:
            return None
        return root / self.agency_id / PEOPLE / self.userid

    def waiting(self):
        """list of Path: complete files of a kind that is read, oldest first, which is the order of pages."""
        folder = self.folder
        found = folders.waiting(folder) if folder is not None else []
        return [path for path in found if path.suffix.lower() in folders.KINDS]

    def chosen(self, names):
        """(list of Path, list of str): those of ``names`` that wait, in the order in which they were scanned, and the
        names of those that do not (any more)."""
        found = [path for path in self.waiting() if path.name in names]
        return found, [name for name in names if name not in {path.name for path in found}]

    @staticmethod
    def put_away(paths):
        """Move what was taken into ``done/<day>``, once the transaction that took it is committed."""
        transaction.get().addAfterCommitHook(_put_away, (list(paths), clock.today().isoformat()))


def _put_away(committed, paths, day):
    for path in paths if committed else ():
        if path.exists():
            folders.put_away(path, f"{folders.DONE}/{day}")
