"""Every file is what was stored, or the fault is found, told and mended from a copy."""

from hashlib import sha256
from io import BytesIO
from made_files import pdf
import os
from plone.uuid.interfaces import IUUID
import pytest
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.integrity.passes import sample
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.integrity import looking
from qlvb.workflows.integrity.looking import look_at_all
from qlvb.workflows.integrity.looking import look_at_sample
from qlvb.workflows.integrity.looking import restore
from qlvb.workflows.integrity.nightly import FullPass
from qlvb.workflows.notices.interfaces import INotices
import transaction
from zope.component import getUtility


def file_of(document):
    (file,) = IFileStore(document).files()
    return file


def on_disk(document):
    """Path of the bytes of the document's file."""
    return file_of(document).current.blob._blob.committed()


def spoil(document, change):
    path = on_disk(document)
    os.chmod(path, 0o600)
    with open(path, "r+b") as stream:
        change(stream)


def flip_a_bit(stream):
    stream.seek(20)
    byte = stream.read(1)[0]
    stream.seek(20)
    stream.write(bytes([byte ^ 1]))


def test_a_site_in_order(site):
    new, through = look_at_all(site)
    assert (new, through) == ([], True)
    assert IFixityLedger(site).runs()[0]["files"] == 3


@pytest.mark.parametrize(
    ("damage", "word"),
    [
        (lambda document: spoil(document, flip_a_bit), "altered"),
        (lambda document: spoil(document, lambda stream: stream.truncate(10)), "altered"),
        (lambda document: os.unlink(on_disk(document)), "missing"),
        (lambda document: setattr(file_of(document).current, "sha256", "0" * 64), "hash_altered"),
    ],
)
def test_whatever_happens_to_a_file_is_found_and_named(site, documents, damage, word):
    damage(documents[1])
    transaction.commit()
    (fault,), through = look_at_all(site)
    assert through
    assert (fault.fault, fault.uid, fault.filename) == (word, IUUID(documents[1]), "tep-1.pdf")
    assert look_at_all(site)[0] == []  # told once
    assert [entry.event for entry in IJournal(documents[1]).entries()][-1] == "file_damaged"


def test_who_changes_file_and_hash_alike_stands_before_the_journal(site, documents):
    version = file_of(documents[0]).current
    with version.blob.open("w") as stream:
        stream.write(b"%PDF-1.7 another")
    version.put_back(BytesIO(b"another"), sha256(b"another").hexdigest())
    transaction.commit()
    ((fault,), _through) = look_at_all(site)
    assert fault.fault == "altered"


def test_only_the_right_bytes_are_put_back(site, documents):
    right = file_of(documents[1]).current.data()
    spoil(documents[1], flip_a_bit)
    look_at_all(site)
    where = (site, IUUID(documents[1]), file_of(documents[1]).id, 1)
    with pytest.raises(Refused) as refused:
        restore(*where, BytesIO(pdf(7)), by="quantri")
    assert [violation.code for violation in refused.value.violations] == ["not_the_same_bytes"]
    transaction.abort()
    restore(*where, BytesIO(right), by="quantri")
    transaction.commit()
    assert file_of(documents[1]).current.data() == right
    assert IFixityLedger(site).faults() == []
    assert look_at_all(site)[0] == []
    with pytest.raises(Refused) as refused:
        restore(*where, BytesIO(right), by="quantri")
    assert refused.value.status == 404


def test_a_full_pass_goes_on_where_it_stopped(site, monkeypatch):
    monkeypatch.setattr(looking, "PORTION", 0)
    assert look_at_all(site, seconds=0)[1] is False
    ledger = IFixityLedger(site)
    seen = []
    while not looking._next_portion(site)[1]:
        seen.append(ledger.place)
    assert len(seen) >= 3
    assert len(set(seen)) == len(seen)
    assert ledger.runs()[0]["files"] == 3
    assert len(ledger.runs()) == 1


def test_samples_differ_from_night_to_night(site):
    drawn = {frozenset(look.uid for look in sample(site, 2, seed)) for seed in range(20)}
    assert len(drawn) == 3
    assert sample(site, 2, 7) == sample(site, 2, 7)
    look_at_sample(site, seed=7, most=2)
    assert IFixityLedger(site).runs()[0]["files"] == 2


def test_the_archivists_are_told_once(site, documents):
    spoil(documents[1], flip_a_bit)
    now = clock.now()
    assert FullPass().run(now)["faults"] == 1
    FullPass().run(now)
    told = [notice.event for notice in getUtility(INotices).of("hoangvanluu").newest()]
    assert told == ["damage"]


def test_they_are_told_too_of_what_somebody_finds_by_hand(site, documents):
    """With what is entered: the worker finds nothing new any more, and whoever looked may have been cut off."""
    spoil(documents[1], flip_a_bit)
    assert len(looking._next_portion(site)[0]) == 1
    FullPass().run(clock.now())
    told = [notice.event for userid in ("hoangvanluu", "quantri") for notice in getUtility(INotices).of(userid).newest()]
    assert told == ["damage"] * 2
