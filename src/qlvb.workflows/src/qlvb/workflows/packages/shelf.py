"""The packages of a dossier: see IDossierPackages. Entries lie on the dossier, files beside the blobs."""

from plone import api
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.files.leaving import NOT_YET
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages import places
from qlvb.workflows.packages.access import acting_as
from qlvb.workflows.packages.access import check_may_ask
from qlvb.workflows.packages.entries import RECEIVED
from qlvb.workflows.packages.entries import Entries
from qlvb.workflows.packages.entries import PackageEntry
from qlvb.workflows.packages.interfaces import BUILD_JOB
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.interfaces import IPackaging
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.packages"
#: Codes of violations that say that the dossier is not where it should be, or that it is not time yet.
CONFLICTS = ("wrong_state", "document_gone", NOT_YET)


@implementer(IDossierPackages)
@adapter(IDossier)
class DossierPackages(Entries):
    """See IDossierPackages."""

    annotation = ANNOTATION

    def __init__(self, dossier):
        self.dossier = self.holder = dossier

    @property
    def place(self):
        return places.of_dossier(self.dossier)

    def working(self, entry):
        return self.dossier

    def records(self, entry):
        return [self.dossier]

    def note_removed(self, entry, by):
        event, detail = self.gone(entry)
        IJournal(self.dossier).append(event, by, detail)

    def ask(self, kind, by, options=None, key=""):
        options = dict(options or {})
        known = self._known(kind, options, key, by)
        if known is not None:
            return known
        with acting_as(by):
            check_may_ask(self.dossier, kind)
        violations = getUtility(IPackaging).violations(self.dossier, kind, options)
        if violations:
            conflict = any(one.code in CONFLICTS for one in violations)
            raise Refused(violations, 409 if conflict else 400)
        entry = PackageEntry(kind, by, options, key)
        self._keep(entry)
        entry.job = IJobs(self.dossier).enqueue(BUILD_JOB, entry.id, {"package": entry.id}, owner=by).id
        IJournal(self.dossier).append("package_asked", by, {"kind": kind, "package": entry.id})
        return entry

    def receive(self, built, by):
        """Enter the ZIP that the dossier came in, a BuiltPackage whose file belongs into the directory of the entry;
        returns its entry.
        """
        return self._enter(PackageEntry(RECEIVED, by, {}), built)

    def purge(self, by):
        entries = self.all()
        for entry in entries:
            self._forget(entry)
        if entries:
            IJournal(self.dossier).append("packages_purged", by, {"count": len(entries)})
        places.remove_after_commit(self.place)


def dossier_destroyed(dossier, event):
    """A destroyed dossier keeps no copy of its documents in packages (Luật Lưu trữ 2024 Điều 16)."""
    if event.new_state is not None and event.new_state.id == "destroyed":
        IDossierPackages(dossier).purge(api.user.get_current().getId() or "system")


def dossier_removed(dossier, event):
    """What lies beside the database goes with the dossier."""
    places.remove_after_commit(places.of_dossier(dossier))
