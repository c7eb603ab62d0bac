"""Are packages still what was built or received? Each night those that nobody looked at for longest."""

from datetime import timedelta
from functools import partial
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.integrity.alarm import alarm
from qlvb.workflows.integrity.alarm import alarm_about
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.packages import places
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.loose.shelf import DocumentPackages
import time
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


#: Seconds of reading in one night: two terabytes in three years at 300 MB a second.
SECONDS = 600
#: Seconds for which what nobody names is left alone: longer than a job may take.
LEFT = 24 * 3600
DAMAGED = _(
    "notice_damaged_packages",
    default="${count} gói lưu trữ không còn nguyên vẹn trên đĩa. Xem trang gói của hồ sơ hoặc của cơ quan.",
)
ONE = _(
    "notice_damaged_package",
    default="Gói ${filename} không còn nguyên vẹn trên đĩa. Bấm vào thông báo để mở trang gói của hồ sơ, xem và tạo"
    " lại; gói đã tiếp nhận thì quản trị hệ thống lấy lại từ bản sao lưu.",
)
#: So many packages of a night are named, each with its dossier; a disk that is lost is told in one word.
MOST_NAMED = 5


@implementer(IPeriodicWork)
class Watch:
    """See IPeriodicWork."""

    title = _("periodic_packages", default="Kiểm tra toàn vẹn gói lưu trữ")
    interval = timedelta(days=1)

    def run(self, now):
        looked, new = look_at_packages()
        return {"packages": looked, "faults": new}


def look_at_packages(seconds=SECONDS, transactions=None):
    """(packages looked at, how many of them were found damaged that had not been before); the archivists are told."""
    transactions = transactions or OwnTransactions()
    until, looked, new, named = time.monotonic() + seconds, 0, 0, 0
    sweep()
    for owner, entry_id in _waiting():
        name_it = owner[0] == "dossier" and named < MOST_NAMED
        found = transactions.attempt(partial(_look, owner, entry_id, name_it))
        new += found
        named += found and name_it
        looked += 1
        if time.monotonic() > until:
            break
    if left := new - named:
        transactions.attempt(lambda: alarm(DAMAGED, left, f"packages-{clock.today().isoformat()}"))
    return looked, new


def sweep():
    """Delete what no entry names: files of a dossier that was destroyed at the moment when a package of it was being
    built. What is younger than LEFT may be under way.
    """
    dossiers, agencies = places.owners()
    for name in dossiers:
        if find_record(name) is None:
            places.remove_older(places.of_owner(name), LEFT)
    directory = getUtility(IDirectory)
    for name in agencies:
        if directory.agency_object(name) is None:
            places.remove_older(places.of_agency(name), LEFT)
    for owner in _owners():
        packages = _shelf(owner)
        known = {entry.id for entry in packages.all()}
        for directory in packages.place.iterdir():
            if directory.name not in known:
                places.remove_older(directory, LEFT)


def _waiting():
    """(owner, id of an entry) of every finished package, the one looked at longest ago first: list."""
    found = []
    for owner in _owners():
        for entry in _shelf(owner).all():
            if entry.finished is not None:
                found.append((entry.looked or entry.finished, entry.id, owner))
    return [(owner, entry_id) for _when, entry_id, owner in sorted(found)]


def _owners():
    """("dossier", UID) and ("agency", id) of those who have packages and are still there."""
    dossiers, agencies = places.owners()
    yield from (("dossier", uid) for uid in dossiers if find_record(uid) is not None)
    directory = getUtility(IDirectory)
    yield from (("agency", agency_id) for agency_id in agencies if directory.agency_object(agency_id) is not None)


def _shelf(owner):
    kind, name = owner
    return IDossierPackages(find_record(name)) if kind == "dossier" else DocumentPackages(name)


def _look(owner, entry_id, name_it):
    """bool: it is damaged, and was not when it was looked at before. The journals of what is in it say so; ``name_it``:
    and a notice that leads to the packages of its dossier.
    """
    packages = _shelf(owner)
    entry = next((one for one in packages.all() if one.id == entry_id), None)
    if entry is None:  # removed meanwhile
        return False
    before, found = entry.damage, packages.look(entry)
    if not found or before:
        return False
    for record in packages.records(entry):
        detail = {"package": entry.id, "filename": entry.filename, "damage": found}
        IJournal(record).append("package_damaged", "system", detail)
        if name_it:
            said = Message(ONE, mapping={"filename": entry.filename})
            alarm_about(record, said, f"package-{entry.id}-{entry.looked.isoformat()}")
    return True
