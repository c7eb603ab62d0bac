"""A hold and a destruction of the same record at the same moment: one of the two is tried again, and sees the other. What
lies beside the database goes with the commit of a destruction, and only then.
"""

from holding import place
from outgoing_story import make_draft
import pytest
from qlvb.content.disposals.destroying import erase
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.holds.storing import by_the_rules
from second_looks import second_look
from qlvb.workflows.recognition.process import cache_directory
import transaction
from ZODB.POSException import ConflictError


@pytest.fixture
def record(functional_province):
    made = make_draft()
    transaction.commit()
    return made


def test_a_hold_was_faster(record):
    hold = place()
    transaction.commit()
    with second_look(record) as (manager, other):
        by_the_rules(manager)
        erase(other, {"decision": "1"}, "system")
        IHoldContents(hold).add(record, "hoangvanluu")
        transaction.commit()
        with pytest.raises(ConflictError):
            manager.commit()


def test_the_destruction_was_faster(record):
    hold = place()
    transaction.commit()
    with second_look(hold) as (manager, other):
        by_the_rules(manager)
        held = other._p_jar.root()["Application"].unrestrictedTraverse(record.getPhysicalPath())
        IHoldContents(other).add(held, "hoangvanluu")
        erase(record, {"decision": "1"}, "system")
        transaction.commit()
        with pytest.raises(ConflictError):
            manager.commit()


def test_recognised_text_goes_with_the_commit(record, monkeypatch, tmp_path):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    waiting = cache_directory() / IFileStore(record).main().current.sha256
    waiting.mkdir(parents=True)
    for end, left in ((transaction.abort, True), (transaction.commit, False)):
        erase(record, {"decision": "1"}, "system")
        assert waiting.exists()
        end()
        assert waiting.exists() is left
