"""Whatever is altered, taken away or put in is found and named."""

from hashlib import sha256
from hypothesis import given
from hypothesis import strategies as st
import pytest
from qlvb.content.integrity.proving import Link
from qlvb.content.integrity.proving import prove as compare
from qlvb.content.integrity.statements import Leaf
from qlvb.content.integrity.statements import leaf_lines
from qlvb.content.integrity.statements import lines_to_leaves
from qlvb.content.integrity.statements import statement_of
from qlvb.content.journal.entry import GENESIS


def prove(checkpoints, journals, **options):
    return compare(checkpoints, journals.items(), **options)


def journal(uid, events):
    """Entries chained like a journal's: list of Link."""
    before, found = GENESIS, []
    for seq, event in enumerate(events, start=1):
        digest = sha256(f"{uid}{seq}{event}{before}".encode()).hexdigest()
        found.append(Link(seq, digest, digest, before))
        before = digest
    return found


def checkpoints(journals, upto):
    """Checkpoints over the journals; ``upto``: for each checkpoint how many entries of each record exist."""
    found, previous, covered = [], "", {}
    for number, most in enumerate(upto, start=1):
        leaves = []
        for uid, entries in sorted(journals.items()):
            leaves += [Leaf(uid, entry.seq, entry.computed) for entry in entries[covered.get(uid, 0) : most]]
            covered[uid] = min(len(entries), most)
        previous = statement_of("qlvb", number, f"2026-11-{number:02}T00:00:00+07:00", leaves, previous)
        found.append((previous, b"", leaves))
    return found


@pytest.fixture
def journals():
    return {"a" * 32: journal("a", ["created", "act.submit", "act.sign"]), "b" * 32: journal("b", ["created"])}


def test_what_nobody_touched_holds(journals):
    proof = prove(checkpoints(journals, [1, 2]), journals)
    assert proof.holds
    assert (proof.checkpoints, proof.entries, proof.uncovered) == (2, 4, 1)


def test_an_entry_whose_content_changed(journals):
    made = checkpoints(journals, [3])
    journals["a" * 32][1] = journals["a" * 32][1]._replace(computed="f" * 64)
    problems = prove(made, journals).problems
    assert problems[0] == f"record {'a' * 32}, entry 2: was altered after checkpoint 1"
    assert f"record {'a' * 32}, entry 2: its content does not fit its hash" in problems


def test_a_journal_written_anew_as_a_whole(journals):
    """The chain fits, but the checkpoint remembers: the first altered entry is named first."""
    made = checkpoints(journals, [2, 3])
    journals["a" * 32] = journal("a", ["created", "act.cancel", "act.sign"])
    problems = prove(made, journals).problems
    assert problems[0] == f"record {'a' * 32}, entry 2: was altered after checkpoint 1"
    assert len(problems) == 2


def test_a_cut_off_tail(journals):
    made = checkpoints(journals, [3])
    del journals["a" * 32][2]
    assert prove(made, journals).problems == (
        f"record {'a' * 32}, entry 3: is gone; checkpoint 1 proves that it was there",
    )


def test_a_record_that_is_gone(journals):
    made = checkpoints(journals, [3])
    del journals["b" * 32]
    assert prove(made, journals).problems == (f"record {'b' * 32}: is gone, with the entries that checkpoint 1 proves",)


def test_an_entry_taken_out_before_any_checkpoint(journals):
    del journals["a" * 32][0]
    assert prove([], journals).problems == (f"record {'a' * 32}, entry 1: is missing",)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_a_checkpoint_taken_out(journals, which):
    made = checkpoints(journals, [1, 2, 3])
    del made[which]
    problems = prove(made, journals).problems
    # Without the last one the rest holds: that is what copies kept by others are for.
    assert bool(problems) == (which < 2)


def test_a_list_of_entries_changed_with_the_journal(journals):
    """Who changes the journal and the leaves alike stands before the root."""
    made = checkpoints(journals, [3])
    statement, signature, leaves = made[0]
    journals["b" * 32] = journal("b", ["changed"])
    made[0] = (statement, signature, [*leaves[:-1], leaves[-1]._replace(hash=journals["b" * 32][0].stored)])
    assert prove(made, journals).problems == ("checkpoint 1: its list of entries was altered",)


def test_a_signature_that_does_not_fit(journals):
    made = checkpoints(journals, [3])
    proof = prove(made, journals, check_signature=lambda statement, signature: ("the signature does not fit", False))
    assert proof.problems == ("checkpoint 1: the signature does not fit",)


@pytest.mark.parametrize("statement", ["", "{", "null", "[]"])
def test_a_statement_that_is_no_statement(journals, statement):
    made = checkpoints(journals, [3])
    made[0] = (statement, *made[0][1:])
    assert prove(made, journals).problems


counts = st.lists(st.integers(1, 6), min_size=1, max_size=4)


@given(counts, st.data())
def test_one_changed_hash_is_found_wherever_it_is(lengths, data):
    journals = {f"{number:032x}": journal(str(number), range(length)) for number, length in enumerate(lengths)}
    made = checkpoints(journals, [2, 6])
    assert prove(made, journals).holds
    uid = data.draw(st.sampled_from(sorted(journals)))
    at = data.draw(st.integers(0, len(journals[uid]) - 1))
    journals[uid][at] = journals[uid][at]._replace(computed="0" * 63 + "1")
    assert any(f"record {uid}, entry {at + 1}:" in problem for problem in prove(made, journals).problems)


def test_lines_of_leaves():
    leaves = [Leaf("a" * 32, 1, "0" * 64), Leaf("b" * 32, 12, "f" * 64)]
    assert list(lines_to_leaves(leaf_lines(leaves))) == leaves
    with pytest.raises(ValueError):
        list(lines_to_leaves(b"not a leaf at all\n"))
