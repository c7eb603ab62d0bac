"""What was built or received is read again, night after night."""

import os
from packaged import ARCHIVIST
import pytest
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.notices.interfaces import INotices
from qlvb.workflows.notices.showing import shown
from qlvb.workflows.outbox.transactions import Savepoints
from qlvb.workflows.packages import places
from qlvb.workflows.packages.answers import package_json
from qlvb.workflows.packages.answers import send_package
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.watching import look_at_packages
from qlvb.workflows.packages.watching import sweep
from zope.component import getUtility
from zope.globalrequest import getRequest


@pytest.fixture
def built(dossier, login_as, work):
    with login_as(ARCHIVIST):
        entry = IDossierPackages(dossier).ask("AIP", ARCHIVIST)
    work()
    return IDossierPackages(dossier), entry


def test_a_bit_flipped_in_a_package_is_found_and_told_once(built, dossier, login_as):
    packages, entry = built
    assert look_at_packages(transactions=Savepoints()) == (1, 0)
    path = packages.path(entry)
    whole = path.read_bytes()
    for part in (0, 0.001, 0.3, 0.5, 0.77, 0.9999):
        at = int(part * len(whole))
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        assert look_at_packages(transactions=Savepoints()) == (1, 1)
        assert (packages.state(entry), entry.damage) == ("damaged", "altered")
        told = list(IJournal(dossier).entries())[-1]
        assert (told.event, told.detail["filename"]) == ("package_damaged", entry.filename)
        newest = getUtility(INotices).of(ARCHIVIST).newest()[0]
        assert (newest.event, newest.record, newest.text.mapping["filename"]) == ("damage", dossier.UID(), entry.filename)
        with login_as(ARCHIVIST):
            (one,) = shown([newest])
        assert one.leads_to == f"{dossier.absolute_url()}/@@dossier-packages"
        assert look_at_packages(transactions=Savepoints()) == (1, 0)
        path.write_bytes(whole)
        assert look_at_packages(transactions=Savepoints()) == (1, 0)
        assert packages.state(entry) == "done"


def test_what_no_entry_names_goes_when_nobody_can_be_building_it(built, dossier):
    packages, entry = built
    place = packages.place
    gone = places.of_agency("da-giai-the")
    paths = [place / ("f" * 32) / "goi.zip", place.parent / ("0" * 32) / "x" / "goi.zip", place / ".ab.part", gone / "y" / "z.zip"]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"destroyed meanwhile")
    sweep()
    assert all(path.exists() for path in paths)
    assert look_at_packages(transactions=Savepoints()) == (1, 0)
    for path in (paths[0].parent, paths[1].parent.parent, paths[2], gone, packages.directory(entry)):
        os.utime(path, (0, 0))
    sweep()
    assert not any(path.exists() for path in paths)
    assert packages.path(entry) is not None


def test_it_is_not_given_out(built, dossier, login_as):
    packages, entry = built
    packages.path(entry).unlink()
    assert look_at_packages(transactions=Savepoints()) == (1, 1)
    assert entry.damage == "missing"
    packages.directory(entry).joinpath(entry.filename).write_bytes(b"another")
    with login_as(ARCHIVIST), pytest.raises(Refused) as refused:
        send_package(dossier, entry.id, getRequest())
    assert [(one.code, refused.value.status) for one in refused.value.violations] == [("package_damaged", 409)]
    assert package_json(dossier, entry, getRequest())["file"] is None, "nor offered"
    packages.remove(entry.id, ARCHIVIST)
    assert look_at_packages(transactions=Savepoints()) == (0, 0)
