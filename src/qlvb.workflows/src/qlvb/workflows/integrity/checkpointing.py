"""Making checkpoints of a site, and holding its journals against them."""

from qlvb.content import clock
from qlvb.content.integrity.collecting import journals
from qlvb.content.integrity.collecting import new_leaves
from qlvb.content.integrity.interfaces import ICheckpoints
from qlvb.content.integrity.interfaces import IStatementSigner
from qlvb.content.integrity.package import links_of
from qlvb.content.integrity.proving import prove
from qlvb.workflows.outbox.transactions import OwnTransactions
from zope.component import getUtility


def make_checkpoints(site, transactions=None, most=None):
    """Cover every journal entry that no checkpoint covers yet; returns how many entries were covered.

    A checkpoint is a transaction: one that is cut off covers nothing and is made anew.

    :raises StatementNotSigned: the key or the time-stamping authority did not serve.
    """
    transactions = transactions or OwnTransactions()
    covered = 0
    while count := transactions.attempt(lambda: _one_checkpoint(site, most)):
        covered += count
    return covered


def _one_checkpoint(site, most):
    leaves = new_leaves(site, most) if most else new_leaves(site)
    if leaves:
        ICheckpoints(site).add(leaves, clock.now(), getUtility(IStatementSigner).sign)
    return len(leaves)


def prove_site(site):
    """:class:`~qlvb.content.integrity.proving.Proof` of the site."""
    checkpoints = ICheckpoints(site).all()
    other = {one.signature for one in checkpoints if not one.is_signature_kept}

    def check(statement, signature):
        wrong, stamped = check_signature(statement, signature)
        return wrong or ("its signature is not the one that was made" if signature in other else ""), stamped

    return prove(
        ((one.statement, one.signature, one.leaves()) for one in checkpoints),
        ((uid, links_of(entries) if entries is not None else None) for uid, _path, entries in journals(site)),
        check,
    )


def check_signature(statement, signature):
    """(what is wrong with the signature or "", bool: time-stamped), with the keys of this instance."""
    return said_of(getUtility(IStatementSigner).verify(statement.encode(), signature))


def said_of(verdict):
    """As :func:`check_signature`, of a verdict."""
    return verdict["problem"], verdict["stamped"] is not None
